// One way on, and the quiet ones beside it.
import { Button } from '@/components/ui/Button';
import { peopleOf, refKey } from '@/lib/record/record';
import { type OpenRecord, useSidebar, useSidebarState } from '../store/useSidebar';
import { outcomeVerb } from '../words/verdict';
import styles from './Foot.module.css';

export function Foot({ record }: { record: OpenRecord }) {
  const { decisions, comparing, page } = useSidebar();
  const fromList = useSidebarState((state) => {
    const people = peopleOf(state.place);
    return people !== null && state.open !== refKey(people);
  });
  const { members } = useSidebar();
  const { outcomes } = record.playbook.playbook;
  const { snapshot } = record.sheet;
  const unread = snapshot === null ? 'The record has not been read yet.' : null;
  const firstWith = (asksDate: boolean) => outcomes.find((one) => one.asksDate === asksDate);
  return (
    <footer className={styles.foot}>
      <Button look="primary" wide cap="Enter" keys="Enter" why={unread} onClick={decisions.reviewStage}>
        Review and write
      </Button>
      <div className={styles.quiet}>
        {outcomes.map((outcome) => {
          const first = firstWith(outcome.asksDate) === outcome;
          const cap = outcome.asksDate ? 'L' : 'D';
          return (
            <Button
              key={outcome.id}
              look="quiet"
              className={styles.tool}
              {...(first ? { cap, keys: cap } : {})}
              onClick={() => decisions.show({ name: 'outcome', outcome: outcome.id })}
            >
              {outcomeVerb(outcome.name)}
            </Button>
          );
        })}
        <Button
          look="quiet"
          className={styles.tool}
          cap="E"
          keys="E"
          aria-pressed={record.sheet.evidence}
          onClick={decisions.toggleEvidence}
        >
          Evidence
        </Button>
        <Button look="quiet" className={styles.tool} cap="C" keys="C" onClick={comparing.toggle}>
          Compare
        </Button>
        {fromList ? (
          <Button look="quiet" className={styles.tool} cap="Esc" keys="Escape" onClick={() => members.back()}>
            List
          </Button>
        ) : (
          <Button look="quiet" className={styles.tool} cap="?" keys="?" onClick={() => page.showKeys(true)}>
            Keys
          </Button>
        )}
      </div>
    </footer>
  );
}
