// The days of a record's times as the CRM shows them: in its user's time zone, not in UTC.
import type { Fact } from '@/lib/record/snapshot';
import { dayIn, dayWords } from '@/lib/util/dates';

/**
 * The facts with the day that each time is in `zone`, also in words that begin with it ("3 Oct 2026, left voicemail").
 * What is a day without a time stays as it is.
 */
export function withDays(facts: readonly Fact[], zone: string | undefined): Fact[] {
  return facts.map((fact) => {
    if (zone === undefined || fact.at === null) return fact;
    const [day, utc] = [dayIn(fact.at, zone), dayIn(fact.at, undefined)];
    if (day === utc) return fact;
    const words = `${dayWords(utc)}, `;
    const text = fact.text?.startsWith(words)
      ? `${dayWords(day)}, ${fact.text.slice(words.length)}`
      : fact.text;
    return { ...fact, day, ...(text === undefined ? {} : { text }) };
  });
}
