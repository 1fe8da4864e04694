// A first stage mapping from the portal's own options, for the team to look over. Pure.
import type { ProposalTarget } from '@/lib/crm/shared/crm';
import { saysEnded } from '@/lib/crm/shared/ended';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { LEAD_STATUS, LIFECYCLE } from './stage-fields';

type Choice = { field: string; value: string; order: number };

const fold = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** What each stage and outcome of the default playbook tends to be called, best first. */
const WORDS: Readonly<Record<string, readonly { field: string; words: readonly string[] }[]>> = {
  lead: [{ field: LIFECYCLE, words: ['lead'] }],
  prospect: [
    { field: LIFECYCLE, words: ['prospect', 'salesqualifiedlead', 'sql'] },
    { field: LEAD_STATUS, words: ['prospect', 'CONNECTED', 'IN_PROGRESS'] },
  ],
  opportunity: [{ field: LIFECYCLE, words: ['opportunity'] }],
  disqualified: [{ field: LEAD_STATUS, words: ['UNQUALIFIED', 'disqualified'] }],
  nurture: [{ field: LEAD_STATUS, words: ['BAD_TIMING', 'nurture', 'nurturing'] }],
};

/**
 * An option whose value or label is the word, else one that says it among others; hidden ones are not offered, nor for a
 * stage what says that it is over.
 */
function offeredAs(
  fields: StageField[],
  { outcome }: ProposalTarget,
  field: string,
  word: string,
): Choice | null {
  const all = fields.find((one) => one.field === field)?.options ?? [];
  const options = all.filter(({ hidden, label }) => !hidden && (outcome || !saysEnded(label)));
  const wanted = fold(word);
  const exact = options.find((one) => fold(one.value) === wanted || fold(one.label) === wanted);
  const found = exact ?? options.find((one) => saysWord(one.label, word) || saysWord(one.value, word));
  return found ? { field, value: found.value, order: found.order } : null;
}

/** Whole words: "Prospect (called)" says prospect, "Marketing Qualified Lead" does not say "lead" alone: see below. */
function saysWord(text: string, word: string): boolean {
  // "lead" is in half of HubSpot's option names and would fit the wrong one.
  if (fold(word) === 'lead') return false;
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .includes(word.toLowerCase());
}

function candidates(fields: StageField[], target: ProposalTarget): Choice[] {
  const { id, name } = target;
  const known = WORDS[id] ?? WORDS[fold(name)] ?? [];
  const own = [LIFECYCLE, LEAD_STATUS].map((field) => ({ field, words: [name, id] }));
  return [...known, ...own].flatMap(({ field, words }) =>
    words.flatMap((word) => offeredAs(fields, target, field, word) ?? []),
  );
}

/**
 * For each target an option that the portal offers, or none (kept in the evidence only). Never an option twice, and on
 * the lifecycle ladder never one below that of an earlier target: `targets` come lowest first, outcomes last.
 */
export function proposeMapping(fields: StageField[], targets: ProposalTarget[]): StageMapping {
  const mapping: StageMapping = {};
  const taken = new Set<string>();
  const ordered = new Set(fields.filter((one) => one.ordered).map((one) => one.field));
  const floor = new Map<string, number>();
  const ceiling = ceilings(fields, targets, ordered);
  for (const target of targets) {
    const choice = candidates(fields, target).find((one) => {
      if (taken.has(`${one.field}=${one.value}`)) return false;
      if (!ordered.has(one.field)) return true;
      const top = ceiling.get(target.id);
      return one.order > (floor.get(one.field) ?? -1) && (top === undefined || one.order < top);
    });
    mapping[target.id] = choice ? [{ field: choice.field, value: choice.value }] : [];
    if (!choice) continue;
    taken.add(`${choice.field}=${choice.value}`);
    if (ordered.has(choice.field)) floor.set(choice.field, choice.order);
  }
  return mapping;
}

/** A target must stay below the surest rung of the targets after it: a stage named exactly so on the ladder. */
function ceilings(
  fields: StageField[],
  targets: ProposalTarget[],
  ordered: Set<string>,
): Map<string, number> {
  const tops = new Map<string, number>();
  let top: number | undefined;
  for (const target of [...targets].reverse()) {
    if (top !== undefined) tops.set(target.id, top);
    const own = fields.filter((one) => ordered.has(one.field)).flatMap((one) => one.options);
    const exact = own.find((one) => !one.hidden && fold(one.value) === fold(target.id));
    if (exact && (top === undefined || exact.order < top)) top = exact.order;
  }
  return tops;
}
