// What is being decided: the stage, which may be another than the answers support (with a reason), or the outcome.
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { dayWords, decisionName, isOverride, keptOf, type Plan } from '@/lib/qualification';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import styles from './Decided.module.css';
import section from './Review.module.css';

/** No stage is called so: ids have no star. */
const KEEP = '*keep';

export function Decided({ record, plan }: { record: OpenRecord; plan: Plan }) {
  const { decisions } = useSidebar();
  const { playbook, derived, sheet } = record;
  const { stages, outcomes } = playbook.playbook;
  const { decision, ahead } = plan;
  if (decision.kind === 'outcome') {
    const outcome = outcomes.find((one) => one.id === decision.outcome);
    const reason = outcome?.reasons.find((one) => one.id === decision.reason)?.label ?? '';
    return (
      <section className={styles.outcome} {...part}>
        <h3>{decisionName(decision, playbook.playbook)}</h3>
        <p>{[reason, decision.comment].filter(Boolean).join('. ')}</p>
        {decision.returnOn && <p>Come back on {dayWords(decision.returnOn)}</p>}
      </section>
    );
  }
  const supported = derived.verdict.stage;
  const typed = sheet.draft?.decision?.kind === 'stage' ? sheet.draft.decision.override?.reason : undefined;
  const choose = (chosen: string) => {
    const plain = { kind: 'stage' as const, stage: chosen, override: null };
    if (chosen === KEEP) decisions.decide({ ...plain, stage: supported ?? '', keep: ahead ?? '' });
    else if (chosen === supported) decisions.decide(ahead === null ? null : plain);
    else decisions.decide({ ...plain, override: { reason: typed ?? '' } });
  };
  const supportedName = stages.find((stage) => stage.id === supported)?.name ?? 'no stage';
  return (
    <section className={section.section}>
      <div {...part}>
        <Select
          label="Stage"
          value={keptOf(decision) === null ? decision.stage : KEEP}
          options={[
            ...(ahead === null ? [] : [{ value: KEEP, label: `Keep ${ahead}, add evidence` }]),
            ...stages.map((stage) => ({
              value: stage.id,
              label: stage.id === supported ? `${stage.name}, as the answers say` : stage.name,
            })),
          ]}
          onChange={choose}
        />
      </div>
      {isOverride(decision, derived.verdict) && (
        <div data-keys={typed?.trim() ? undefined : spot.obstacle} {...part}>
          <TextField
            label={`Why, although the answers support ${supportedName}`}
            hint="It goes into the note, under your name."
            maxLength={400}
            value={typed ?? ''}
            onChange={(reason) =>
              decisions.decide({ kind: 'stage', stage: decision.stage, override: { reason } })
            }
          />
        </div>
      )}
    </section>
  );
}
