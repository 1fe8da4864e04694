// A first stage mapping from the org's own options, for the team to look over. Pure.
import type { StageField, StageMapping } from '@/lib/record/mapping';

type Target = { id: string; name: string; top?: boolean };

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What each stage and outcome tends to be called in Lead.Status, best first; whole options, or words in them. */
const LEAD_STATUS: Readonly<Record<string, readonly string[]>> = {
  lead: ['open not contacted', 'new', 'open'],
  prospect: ['qualified prospect', 'prospect', 'qualified', 'working', 'engaged'],
  disqualified: ['closed not converted', 'disqualified', 'unqualified', 'rejected'],
  nurture: ['nurture', 'nurturing', 'recycled', 'bad timing'],
};
/**
 * Where an opportunity's steps begin; those after it count as it does. Closing one is for the team to decide, so outcomes
 * have none.
 */
const STAGE_NAME: Readonly<Record<string, readonly string[]>> = {
  prospect: ['prospecting', 'prospect'],
  opportunity: ['qualification', 'qualified', 'discovery', 'needs analysis'],
};

/** An option that is called so, else one that has the words among others. Hidden ones are set by other means. */
function optionFor(field: StageField, words: readonly string[]): string | null {
  const options = field.options.filter((one) => !one.hidden);
  for (const word of words) {
    const exact = options.find((one) => fold(one.value) === word || fold(one.label) === word);
    const found = exact ?? options.find((one) => ` ${fold(one.label)} `.includes(` ${word} `));
    if (found) return found.value;
  }
  return null;
}

/** "Working - Contacted" can't tell whether they answered: no stage is told by it unless nothing else is there. */
function wordsFor(field: StageField, { id, name }: Target): readonly string[] {
  const own = [fold(name), fold(id)];
  if (field.field === 'Lead.Status') return [...(LEAD_STATUS[id] ?? []), ...own];
  if (field.field === 'Opportunity.StageName') return STAGE_NAME[id] ?? [];
  // A team's own field most likely has the team's own words.
  return own;
}

/** The highest stage is what a lead is converted for. */
const converts = (field: StageField, { top }: Target): string | null =>
  (top && field.options.find((one) => one.by !== undefined)?.value) || null;

/** For each target one option of each field that has a fitting one; never an option twice. */
export function proposeMapping(fields: StageField[], targets: Target[]): StageMapping {
  const taken = new Set<string>();
  const mapping: StageMapping = {};
  for (const target of targets) {
    mapping[target.id] = fields.flatMap((field) => {
      const value = converts(field, target) ?? optionFor(field, wordsFor(field, target));
      if (value === null || taken.has(`${field.field}=${value}`)) return [];
      taken.add(`${field.field}=${value}`);
      return [{ field: field.field, value }];
    });
  }
  return mapping;
}
