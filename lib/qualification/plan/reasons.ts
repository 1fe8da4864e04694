// A first mapping of outcomes and their reasons to fields that a CRM has for them alone, by what is called alike. Pure.
import type { Outcome } from '@/lib/playbook/schema';
import { reasonKey, type StageField, type StageMapping } from '@/lib/record/mapping';
import { foldWords } from '@/lib/util/fold';
import { own } from '@/lib/util/object';

/** What the built-in reasons tend to be called in CRMs, best first. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  noProblem: ['no need', 'no problem', 'no pain', 'no interest'],
  neverValue: ['no value', 'no interest', 'not interested'],
  outsideMarket: ['outside market', 'not a good fit', 'not a fit', 'bad fit', 'wrong industry'],
  cannotUse: ['cannot use', 'no use', 'not a good fit', 'not a fit', 'bad fit'],
  cannotFit: ['not a good fit', 'not a fit', 'bad fit', 'missing feature'],
  noMeans: ['no budget', 'budget'],
  notReal: ['unreachable', 'not reachable', 'unresponsive', 'bad data', 'invalid', 'spam'],
  duplicate: ['duplicate'],
  competitor: ['competitor'],
};

/** The same of the built-in outcomes. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  disqualified: ['disqualified', 'unqualified', 'not qualified', 'rejected'],
  nurture: ['nurture', 'nurturing'],
};

function optionFor(field: StageField, words: readonly string[]): string | null {
  const options = field.options.filter((one) => !one.hidden);
  for (const word of words) {
    const exact = options.find((one) => foldWords(one.label) === word || foldWords(one.value) === word);
    const says = (text: string) => ` ${foldWords(text)} `.includes(` ${word} `);
    const found = exact ?? options.find(({ label, value }) => says(label) || says(value));
    if (found) return found.value;
  }
  return null;
}

/**
 * For each reason of the outcomes that end it (those without a date to come back) an option of each reason field that
 * is called alike; several reasons may share one. Reasons without any are left to the note.
 */
export function proposeReasons(fields: readonly StageField[], outcomes: readonly Outcome[]): StageMapping {
  const carriers = fields.filter((field) => field.carries === 'reason');
  const all = carriers.length === 0 ? [] : outcomes;
  return Object.fromEntries(
    all.flatMap(({ id, reasons, asksDate }) =>
      reasons.map((reason) => {
        const words = [foldWords(reason.label), ...(own(WORDS, reason.id) ?? [])];
        const entries = carriers.flatMap((field) => {
          const value = asksDate ? null : optionFor(field, words);
          return value === null ? [] : [{ field: field.field, value }];
        });
        return [reasonKey(id, reason.id), entries];
      }),
    ),
  );
}

/** For each outcome an option of each field that tells outcomes only; outcomes without any are left out. */
export function proposeOutcomes(fields: readonly StageField[], outcomes: readonly Outcome[]): StageMapping {
  const carriers = fields.filter((field) => field.carries === 'outcome');
  return Object.fromEntries(
    outcomes.flatMap(({ id, name }) => {
      const entries = carriers.flatMap((field) => {
        const value = optionFor(field, [foldWords(name), ...(OUTCOMES[id] ?? [])]);
        return value === null ? [] : [{ field: field.field, value }];
      });
      return entries.length === 0 ? [] : [[id, entries]];
    }),
  );
}
