// One-line texts for the rows of the checklist: the answer, where it came from, how old it is.
import type { Criterion } from '@/lib/playbook/schema';
import { DAY_MS, timeOf } from '@/lib/util/dates';
import type { Answered } from '../answers/types';
import { valueLabel } from '../answers/values';

/** "Yes", "Logistics", "40 people"; "Don't know" where the rep said so; "" where nobody did. */
export function answerText(criterion: Criterion, one: Answered): string {
  if (one.value === null) return one.asked ? "Don't know" : '';
  const text = valueLabel(criterion, one.value);
  return criterion.kind === 'yesno' ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}

/** "HubSpot" to "HS": its capitals, or the first two letters where it has only one. */
export function initials(name: string): string {
  const capitals = name.match(/\p{Lu}/gu) ?? [];
  return (capitals.length > 1 ? capitals.slice(0, 3).join('') : [...name].slice(0, 2).join('')).toUpperCase();
}

/** The short mark of an answer's source: "HS", "You", "Note"; "" without an answer. */
export function sourceMark(one: Answered): string {
  if (one.from === 'rep') return 'You';
  if (one.from === 'earlier') return 'Note';
  return one.from === 'crm' ? initials(one.by ?? '') : '';
}

/** The source in words, for people who don't see the mark: "HubSpot", "you", "an earlier note by Ann Lee (by the shared key)". */
export function sourceWords(one: Answered): string {
  if (one.from === 'rep') return 'you';
  if (one.from === 'earlier') {
    const via = one.via === undefined ? '' : ` (${one.via})`;
    return one.by === null ? 'an earlier note' : `an earlier note by ${one.by}${via}`;
  }
  return one.from === 'crm' ? (one.by ?? 'the CRM') : 'nobody yet';
}

/** "today", "3 days ago", "5 months ago", "in 2 days"; "" for no time. Counted in whole spans of 24 hours. */
export function age(at: string | null, now: Date): string {
  const ms = timeOf(at);
  if (ms === null) return '';
  const days = Math.trunc((now.getTime() - ms) / DAY_MS);
  if (days === 0) return 'today';
  const count = Math.abs(days);
  const [number, unit] =
    count < 14
      ? [count, 'day']
      : count < 60
        ? [Math.floor(count / 7), 'week']
        : count < 730
          ? [Math.floor(count / 30.44), 'month']
          : [Math.floor(count / 365.25), 'year'];
  const span = `${number} ${unit}${number === 1 ? '' : 's'}`;
  return days > 0 ? `${span} ago` : `in ${span}`;
}
