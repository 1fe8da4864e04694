// The next steps that one key makes, each with what it would write and when.
import { Button } from '@/components/ui/Button';
import { stepFor } from '@/lib/playbook';
import type { StepKind } from '@/lib/playbook/schema';
import { dayWords, draftNext, settles, workingDay } from '@/lib/qualification';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { dayAfter } from '../words/time';
import styles from './Guidance.module.css';

const caps = { followUp: 'F', findDecider: 'P', nurture: 'L' } as const;
const order: readonly StepKind[] = ['followUp', 'findDecider', 'nurture'];

export function NextSteps({ record }: { record: OpenRecord }) {
  const { decisions, nextSteps, now } = useSidebar();
  const { playbook } = record.playbook;
  const later = playbook.outcomes.find((one) => one.asksDate);
  const offered = order.flatMap((kind) => {
    const step = stepFor(playbook, kind, record.derived.verdict.stage);
    const offers = step && !settles(step, record.derived.answered) && (kind !== 'nurture' || later);
    return offers ? [{ kind, step }] : [];
  });
  if (offered.length === 0) return null;
  const press = (kind: StepKind) => {
    if (kind !== 'nurture') nextSteps.take(kind);
    else if (later) decisions.show({ name: 'outcome', outcome: later.id });
  };
  return (
    <section className={styles.steps} aria-label="Next steps">
      <h3>Next step</h3>
      {offered.map(({ kind, step }) => {
        const day = workingDay(dayAfter(now(), { days: step.days }));
        const { subject } = draftNext(step, record.sheet.snapshot, day);
        return (
          <Button
            key={kind}
            className={styles.step ?? ''}
            cap={caps[kind]}
            keys={caps[kind]}
            onClick={() => press(kind)}
          >
            {step.label}
            {kind !== 'nurture' && <span className={styles.day}> · {dayWords(day)}</span>}
            <span className={styles.when}>
              {kind === 'nurture' ? 'A task for the day that you choose' : subject}
            </span>
          </Button>
        );
      })}
    </section>
  );
}
