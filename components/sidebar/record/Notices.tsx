// What has to be known of this record beside the answers: what could not be read, kept or carried over.
import { Link } from '@/components/ui/Link';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/Notice';
import { aboutAnother } from '@/lib/qualification';
import type { Snapshot } from '@/lib/record/snapshot';
import { ProblemNotice } from '../frame/ProblemNotice';
import type { Sheet } from '../store/state';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { agoWords, whenWords } from '../words/time';
import styles from './Notices.module.css';
import { NotRead } from './NotRead';
import { OtherPlaybook } from './OtherPlaybook';
import { Unsent } from './Unsent';

const OtherPerson = later(() => import('./OtherPerson').then((part) => part.OtherPerson));

/** The page's record lives on as another one: as one of its own kind after a merge, of another kind after a conversion. */
function Became({ snapshot, from }: { snapshot: Snapshot; from: string }) {
  if (snapshot.ref.object === from) {
    return (
      <Notice tone="care" brief title="This record was merged into another">
        <p>What you see and write is the record that it became.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="care" brief title="This lead was converted">
      <p>
        What you see and write is the contact that it became:{' '}
        <Link href={snapshot.url}>
          <bdi>{snapshot.name}</bdi>
        </Link>
      </p>
    </Notice>
  );
}

export function Notices({ sheet }: { sheet: Sheet }) {
  const { page, now, decisions } = useSidebar();
  const problem = useSidebarState((state) => state.problem);
  const { snapshot, readProblem, saveProblem, carried } = sheet;
  const age =
    snapshot && readProblem
      ? `This is ${snapshot.crmName} as of ${agoWords(snapshot.readAt, now())}. Last read ${whenWords(snapshot.readAt, now())}. Your answers are kept.`
      : undefined;
  const another = aboutAnother(sheet.draft, snapshot);
  const unsent = sheet.submission !== null || sheet.keptBack || sheet.stayed !== null;
  const crmName = snapshot?.crmName ?? 'the CRM';
  const show =
    unsent ||
    readProblem ||
    saveProblem ||
    problem ||
    carried ||
    another ||
    snapshot?.mergedFrom ||
    snapshot?.owner?.handed ||
    (snapshot?.advice?.length ?? 0) > 0 ||
    (snapshot?.gaps.length ?? 0) > 0;
  if (!show) return null;
  return (
    <div className={styles.notices}>
      {sheet.submission && (
        <Unsent
          submission={sheet.submission}
          crmName={crmName}
          now={now()}
          onLook={() => decisions.show({ name: 'sending' })}
        />
      )}
      {sheet.keptBack && (
        <Notice tone="care" brief title="Your change was not written">
          <p>
            What it changed was taken back in another window. It is kept here: review it again to send it.
          </p>
        </Notice>
      )}
      {sheet.stayed && (
        <Notice
          tone="care"
          brief
          title={`Part of it ${sheet.stayed === 'written' ? 'was' : 'may have been'} written`}
        >
          <p>
            {sheet.stayed === 'written'
              ? `It had reached ${crmName} before you took it back, and stays there. The rest is not written.`
              : `It was on its way to ${crmName} when you took it back. Look at the record before you confirm again.`}
          </p>
        </Notice>
      )}
      {readProblem && <ProblemNotice problem={readProblem} also={age} brief={snapshot !== null} />}
      {saveProblem && <ProblemNotice problem={saveProblem} onRetry={page.saveDraft} brief />}
      {problem && <ProblemNotice problem={problem} brief />}
      {snapshot?.mergedFrom && <Became snapshot={snapshot} from={sheet.ref.object} />}
      {snapshot?.owner?.handed && (
        <Notice tone="care" brief title="The owner of this record has changed">
          <p>{snapshot.owner.handed.text}</p>
        </Notice>
      )}
      {another && <OtherPerson {...another} />}
      {carried && <OtherPlaybook carried={carried} />}
      {snapshot?.advice?.map(({ title, text, link }) => (
        <Notice key={title} tone="info" brief title={title}>
          <p>
            {text} {link && <Link href={link.url}>{link.label}</Link>}
          </p>
        </Notice>
      ))}
      {snapshot && <NotRead gaps={snapshot.gaps} />}
    </div>
  );
}
