// An answer as a mark and as a word.
import type { MarkValue } from '@/components/ui/Mark';
import type { Criterion } from '@/lib/playbook/schema';
import { type Answered, answerText } from '@/lib/qualification';

/** yes and no are what they say; any other value that is known counts as answered; "don't know" is for later. */
export function markOf(answered: Answered | undefined): MarkValue {
  if (!answered || answered.value === null) return answered?.asked ? 'later' : 'unknown';
  return answered.value === 'no' ? 'no' : 'yes';
}

/** "Yes", "No", "Don't know", an option's label, a number with its unit, a day; "Not known yet" before any answer. */
export function answerWords(criterion: Criterion, answered: Answered | undefined): string {
  return (answered && answerText(criterion, answered)) || 'Not known yet';
}

/** What stands behind the answer, in a few words, for the row; '' when nothing does. */
export function evidenceWords(criterion: Criterion, answered: Answered | undefined): string {
  if (!answered) return '';
  const behind = answered.evidence.find((one) => one.state === 'answers')?.text ?? '';
  if (criterion.kind !== 'yesno' && answered.value !== null) return answerWords(criterion, answered);
  if (answered.from === 'rep')
    return answered.value === null ? "don't know" : answered.quote ? `“${answered.quote}”` : '';
  if (behind) return behind;
  const shown = answered.evidence.find((one) => one.state === 'shown' || one.state === 'stale');
  return shown ? (shown.state === 'stale' ? `${shown.text} (old)` : shown.text) : '';
}
