// What every playbook says of this contact: grouped by stage, ours first, each with the criterion on which it parts.
import { useMemo } from 'react';
import { Panel } from '@/components/ui/Panel';
import { Skeleton } from '@/components/ui/Skeleton';
import { ProblemNotice } from '../frame/ProblemNotice';
import { compare, type Group } from '../store/compared';
import { type OpenRecord, useSidebar, useSidebarState } from '../store/useSidebar';
import styles from './Compare.module.css';
import { CompareRow } from './CompareRow';
import { countWords } from './words';

type Props = { record: OpenRecord; row: number; open: boolean };

export function Compare({ record, row, open }: Props) {
  const { comparing, now } = useSidebar();
  const all = useSidebarState((state) => state.playbooks);
  const { playbook, sheet } = record;
  const groups = useMemo(
    () => (all?.state === 'ready' ? compare(playbook, all.value, sheet, now()) : []),
    [all, playbook, sheet, now],
  );
  return (
    <Panel title="Compare" lead={groups.length > 0 && `${countWords(groups)}.`} onBack={comparing.toggle}>
      {all?.state === 'failed' && <ProblemNotice problem={all.problem} onRetry={comparing.load} />}
      {all?.state === 'loading' && <Waiting />}
      {groups.map((group, index) => (
        <section key={group.stage}>
          <h3 className={styles.stage}>{group.name ?? 'No stage yet'}</h3>
          <ol className={styles.list}>
            {group.rows.map((one, inGroup) => {
              const at = count(groups.slice(0, index)) + inGroup;
              return (
                <CompareRow
                  key={one.playbook.hash}
                  row={one}
                  stage={group.name ?? 'No stage yet'}
                  against={playbook}
                  at={at}
                  current={at === row}
                  open={at === row && open}
                />
              );
            })}
          </ol>
        </section>
      ))}
    </Panel>
  );
}

const count = (groups: readonly Group[]) => groups.reduce((sum, { rows }) => sum + rows.length, 0);

function Waiting() {
  return (
    <div className={styles.waiting} role="status" aria-label="Reading the playbooks">
      <Skeleton width="middle" />
      <Skeleton width="long" height="control" />
      <Skeleton width="long" height="control" />
    </div>
  );
}
