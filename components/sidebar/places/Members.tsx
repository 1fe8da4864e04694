// The people of a company, deal or lead: choose one to work on.
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { Skeleton } from '@/components/ui/Skeleton';
import { ProblemNotice } from '../frame/ProblemNotice';
import { spot } from '../keys/focus';
import { NotRead } from '../record/NotRead';
import type { MembersList } from '../store/state';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { MemberRow } from './MemberRow';
import styles from './Members.module.css';

// On an account's page only: what is on the page before the first question stays small.
const Organization = later(() => import('./Organization').then((part) => part.Organization));

export function Members({ members: { list, current } }: { members: MembersList }) {
  const { members } = useSidebar();
  const sheets = useSidebarState((state) => state.sheets);
  // An opportunity is worked on itself: its people are a look aside.
  const ofRecord = useSidebarState((state) => state.place?.role === 'person');
  if (list.state === 'failed') {
    return (
      <div className={styles.failed}>
        <ProblemNotice problem={list.problem} onRetry={members.retry} />
      </div>
    );
  }
  if (list.state === 'loading') return <Waiting />;
  const { title, members: people, about, gaps = [], unknown = false } = list.value;
  return (
    <section className={styles.members} aria-label="People">
      <header className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} data-keys={spot.question} dir="auto">
          {title}
        </h2>
        {!unknown && (
          <Badge>
            {people.length} {people.length === 1 ? 'person' : 'people'}
          </Badge>
        )}
        {ofRecord && (
          <Button look="quiet" className={styles.back} cap="Esc" keys="Escape" onClick={() => members.back()}>
            Back
          </Button>
        )}
      </header>
      {about && <Organization about={about} />}
      <NotRead gaps={gaps} />
      {people.length === 0 && !unknown && (
        <p className={styles.none}>Nobody is associated with this record yet. Add a person to it to begin.</p>
      )}
      <ol className={styles.list}>
        {people.map((member, index) => (
          <MemberRow
            key={`${member.ref.object} ${member.ref.id}`}
            member={member}
            at={index}
            current={index === current}
            sheets={sheets}
            onChoose={() => members.choose(index)}
          />
        ))}
      </ol>
    </section>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label="Reading the people">
      <Skeleton width="middle" />
      <Skeleton width="long" height="control" />
      <Skeleton width="long" height="control" />
      <Skeleton width="long" height="control" />
    </div>
  );
}
