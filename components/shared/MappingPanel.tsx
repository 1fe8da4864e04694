// A stage mapping in each of its states: loading, failed, there to be changed, not saved for a reason.
import { type ReactNode, useId } from 'react';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { MappedValues } from './MappedValues';
import { MappingEditor } from './MappingEditor';
import styles from './MappingPanel.module.css';
import { differsFromProposal, type MappingStore } from './mapping-store';
import { ProblemNote } from './ProblemNote';

type Props = {
  store: MappingStore;
  crmName: string;
  /** Shows every value of the fields with what it counts as. */
  values?: boolean;
  /** What stands under the table once it can be changed: the way to save it. */
  children: ReactNode;
};

export function MappingPanel({ store, crmName, values = false, children }: Props) {
  const state = useStore(store);
  const reasonsId = useId();
  const reasons = state.targets.filter((target) => target.kind === 'reason');
  if (state.phase === 'loading') {
    return (
      <div className={styles.loading} role="status">
        <VisuallyHidden>Reading the fields of {crmName}</VisuallyHidden>
        <Skeleton height="control" width="long" />
        <Skeleton height="control" width="long" />
        <Skeleton height="control" width="long" />
      </div>
    );
  }
  if (state.phase === 'failed' && state.problem) {
    return <ProblemNote problem={state.problem} crmName={crmName} onRetry={() => void state.load()} />;
  }
  return (
    <div className={styles.panel}>
      <MappingEditor
        crmName={crmName}
        fields={state.fields.filter((field) => field.carries !== 'reason')}
        targets={state.targets.filter((target) => target.kind !== 'reason')}
        mapping={state.mapping}
        proposed={state.proposed}
        onChange={state.set}
      />
      {values && <MappedValues state={state} crmName={crmName} />}
      {reasons.length > 0 && (
        <section className={styles.reasons} aria-labelledby={reasonsId}>
          <h3 id={reasonsId}>Reasons</h3>
          <p className={styles.hint}>What is set beside the outcome, so that {crmName} can report on it.</p>
          <MappingEditor
            crmName={crmName}
            fields={state.fields.filter((field) => field.carries === 'reason')}
            targets={reasons}
            mapping={state.mapping}
            proposed={state.proposed}
            onChange={state.set}
          />
        </section>
      )}
      {state.saveProblem && (
        <ProblemNote
          problem={state.saveProblem}
          crmName={crmName}
          kept="Your choices are still here, not saved yet."
        />
      )}
      <footer className={styles.foot}>
        {children}
        {differsFromProposal(state) && (
          <Button look="quiet" onClick={state.takeProposal}>
            Use what is proposed
          </Button>
        )}
      </footer>
    </div>
  );
}
