// The next step of a qualification: drafted from the playbook's, tied to the decision, checked before it is written.
import { stepsOf } from '@/lib/playbook/next-step';
import type { Playbook } from '@/lib/playbook/schema';
import type { PlaybookStep } from '@/lib/playbook/step-schema';
import type { Snapshot } from '@/lib/record/snapshot';
import { dayWords, isoDay, timeOf } from '@/lib/util/dates';
import { own } from '@/lib/util/object';
import { cleanLine } from '@/lib/util/text';
import { type Decision, type NextStep, SUBJECT_MOST } from '../answers/draft';
import type { Answered } from '../answers/types';
import { firmName } from '../evidence/placeholder';

/** A step of the playbook for this contact. `dueOn`: the ISO day by the rep's own calendar. */
export function draftNext(
  step: PlaybookStep,
  snapshot: Pick<Snapshot, 'name' | 'company'> | null,
  dueOn: string,
): NextStep {
  const about = step.kind === 'findDecider' ? firmName(snapshot) || snapshot?.name : snapshot?.name;
  const subject = cleanLine(about ? `${step.subject}: ${about}` : step.subject);
  return {
    kind: step.kind,
    label: step.label,
    subject: subject.slice(0, SUBJECT_MOST).trim(),
    body: step.body ?? '',
    dueOn,
  };
}

/**
 * The step that goes with a decision. A stage takes any but nurture; an outcome with a date takes nurture, on that very
 * date; one without (disqualified) takes none. The draft keeps what isn't taken.
 */
export function nextFor(decision: Decision, next: NextStep | null, playbook: Playbook): NextStep | null {
  if (next === null) return null;
  const tidy = { ...next, subject: cleanLine(next.subject) };
  if (decision.kind === 'stage') return next.kind === 'nurture' ? null : tidy;
  const outcome = playbook.outcomes.find((one) => one.id === decision.outcome);
  if (outcome?.asksDate !== true || next.kind !== 'nurture') return null;
  return { ...tidy, dueOn: decision.returnOn ?? next.dueOn };
}

/** Whether what a step is there to find out is known: a "no" says who doesn't decide, not who does. */
export function settles(
  { settles: criterion }: Pick<PlaybookStep, 'settles'>,
  answered: Readonly<Record<string, Answered>>,
): boolean {
  const value = criterion === undefined ? null : (own(answered, criterion)?.value ?? null);
  return value !== null && value !== 'no';
}

/** Whether a task has been overtaken by the answers: the playbook's step behind it is settled. */
export function isSettled(
  next: NextStep,
  playbook: Playbook,
  answered: Readonly<Record<string, Answered>>,
): boolean {
  const steps = stepsOf(playbook).filter(({ kind, settles }) => kind === next.kind && settles !== undefined);
  const step = steps.find(({ label }) => label === next.label) ?? steps[0];
  return step !== undefined && settles(step, answered);
}

/** Why the task can't be written yet, as what to do; null when it can. */
export function nextGap(next: NextStep, now: Date): string | null {
  if (next.subject === '') return 'Say in a few words what the task is, or take it away.';
  if (next.dueOn.length !== 10 || timeOf(next.dueOn) === null) return 'Choose a day for the task.';
  // Where the day is still yesterday's (UTC-12), yesterday isn't past.
  if (next.dueOn < isoDay(new Date(now.getTime() - 12 * 3_600_000)))
    return `Choose a day for the task that is not past: ${dayWords(next.dueOn)} is.`;
  return null;
}
