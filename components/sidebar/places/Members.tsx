// The people of a company, deal or lead: choose one to work on.
import { Badge } from '@/components/ui/Badge';
import { Skeleton } from '@/components/ui/Skeleton';
import { ProblemNotice } from '../frame/ProblemNotice';
import { spot } from '../keys/focus';
import type { MembersList } from '../store/state';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { MemberRow } from './MemberRow';
import styles from './Members.module.css';

export function Members({ members: { list, current } }: { members: MembersList }) {
  const { members } = useSidebar();
  const sheets = useSidebarState((state) => state.sheets);
  if (list.state === 'failed') {
    return (
      <div className={styles.failed}>
        <ProblemNotice problem={list.problem} onRetry={members.retry} />
      </div>
    );
  }
  if (list.state === 'loading') return <Waiting />;
  const { title, members: people } = list.value;
  return (
    <section className={styles.members} aria-label="People">
      <header className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} data-keys={spot.question} dir="auto">
          {title}
        </h2>
        <Badge>
          {people.length} {people.length === 1 ? 'person' : 'people'}
        </Badge>
      </header>
      {people.length === 0 && (
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
