// The receipt's headline: what stands in the CRM now, by whom and when, with a link to the record.
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import { decisionTitle, nextOf, partsOf, writtenWords } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';
import { loadedPlaybook } from '../store/context';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { whenWords } from '../words/time';

type Props = { submission: Submission; url: string | null; dealWord: string };

export function Receipt({ submission, url, dealWord }: Props) {
  const { now } = useSidebar();
  const crmName = useCrmName();
  const playbook = useSidebarState(loadedPlaybook);
  const stage = playbook ? decisionTitle(submission.decision, playbook.playbook) : '';
  const next = nextOf(submission);
  const wrote = writtenWords(
    submission.steps.flatMap(({ write }) => partsOf(write)),
    dealWord,
  );
  const at = whenWords(submission.finishedAt ?? submission.at, now());
  return (
    <Notice tone="done" title={stage}>
      <p>
        Wrote {wrote}. By {submission.by.name}, {at}. {!next && <Link href={url}>Open in {crmName}</Link>}
      </p>
      {next && (
        <p>
          {submission.recordName} goes on as <Link href={next.url}>a new record</Link>. Done takes you there.
        </p>
      )}
    </Notice>
  );
}
