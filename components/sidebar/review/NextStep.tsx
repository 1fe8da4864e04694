// The next step in the wrap-up: the task that will be made, to change or take away; or the keys that add one.
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { stepFor } from '@/lib/playbook';
import { nextGap, type Plan, settles } from '@/lib/qualification';
import { SUBJECT_MOST } from '@/lib/qualification/answers/draft';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { dayAfter, weekday } from '../words/time';
import styles from './NextStep.module.css';
import section from './Review.module.css';

type Props = { record: OpenRecord; plan: Plan; crmName: string; owner: string };

export function NextStep({ record, plan, crmName, owner }: Props) {
  const { nextSteps, now } = useSidebar();
  const { next } = plan;
  if (!next) return <Offered record={record} plan={plan} />;
  const gap = nextGap(next, now());
  return (
    <section className={section.section} aria-label="Next step" data-keys={gap ? spot.obstacle : undefined}>
      <header className={styles.head} {...part}>
        <h3>Next step: {next.label}</h3>
        <Button look="quiet" aria-label={`Remove the next step: ${next.label}`} onClick={nextSteps.remove}>
          Remove
        </Button>
      </header>
      <div {...part}>
        <TextField
          label="Task"
          maxLength={SUBJECT_MOST}
          dir="auto"
          value={record.sheet.draft?.next?.subject ?? next.subject}
          onChange={(subject) => nextSteps.edit({ subject })}
        />
      </div>
      <div {...part}>
        <TextField
          label="On"
          type="date"
          min={dayAfter(now(), { days: 0 })}
          hint={`${weekday(next.dueOn)}An open task of ${owner}’s in ${crmName}.`}
          value={next.dueOn}
          onChange={(dueOn) => nextSteps.edit({ dueOn })}
        />
      </div>
    </section>
  );
}

/** The keys that add one, where the decision takes one; quiet, for most wrap-ups do without. */
function Offered({ record, plan }: { record: OpenRecord; plan: Plan }) {
  const { nextSteps, decisions } = useSidebar();
  const { decision } = plan;
  const { playbook } = record.playbook;
  const step = (kind: 'followUp' | 'findDecider' | 'nurture') =>
    stepFor(playbook, kind, record.derived.verdict.stage);
  if (decision.kind === 'outcome') {
    if (decision.returnOn === null || !step('nurture')) return null;
    return (
      <section className={section.section} aria-label="Next step">
        <h3>Next step</h3>
        <div className={styles.offers}>
          <Button onClick={() => decisions.decide(decision)}>Add a task for that day</Button>
        </div>
      </section>
    );
  }
  const kinds = [
    { kind: 'followUp', cap: 'F' },
    { kind: 'findDecider', cap: 'P' },
  ] as const;
  const offered = kinds.flatMap(({ kind, cap }) => {
    const one = step(kind);
    return one && !settles(one, record.derived.answered) ? [{ kind, cap, label: one.label }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <section className={section.section} aria-label="Next step">
      <h3>Next step</h3>
      <div className={styles.offers}>
        {offered.map(({ kind, cap, label }) => (
          <Button key={kind} cap={cap} keys={cap} onClick={() => nextSteps.take(kind)}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
