// A first stage mapping from the org's own options, for the team to look over. Pure.
import type { ProposalTarget } from '@/lib/crm/shared/crm';
import { saysEnded } from '@/lib/crm/shared/ended';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { foldWords } from '@/lib/util/fold';

type Option = StageField['options'][number];

/**
 * What each stage and outcome is called in Lead.Status, best first: the whole of an option, in any of these languages.
 * "Working - Contacted" says what was done, not whether they answered: no stage.
 */
const LEAD_STATUS: Readonly<Record<string, string>> = {
  lead: 'open not contacted|new|open|new lead|not contacted|uncontacted|nuevo|nuevo lead|sin contactar|no contactado|nuevo no contactado|abierto|novo|novo lead|em aberto|aberto|nao contatado|nouveau|nouveau lead|ouvert|non contacte|a contacter|neu|neuer lead|offen|nicht kontaktiert|nuovo|aperto|non contattato|nieuw|nieuwe lead|新規|新建|未联系',
  prospect:
    'qualified prospect|prospect|qualified|sales qualified|sales qualified lead|sql|engaged|responded|replied|in conversation|connected|cualificado|calificado|qualificado|qualifie|qualifiziert|qualificato|gekwalificeerd',
  disqualified:
    'disqualified|unqualified|not qualified|closed not converted|closed disqualified|closed unqualified|rejected|descartado|descalificado|no cualificado|no calificado|desqualificado|nao qualificado|disqualifie|non qualifie|hors cible|disqualifiziert|unqualifiziert|nicht qualifiziert|squalificato|non qualificato|gediskwalificeerd|niet gekwalificeerd|lost|lost lead|lead lost|lead perdido|perdido|perdu|verloren|perso',
  nurture: 'nurture|nurturing|recycled|recycle|bad timing|not now|later',
};

/** What an opportunity's first steps are called; those that only have a word among others are told by it (CLEAR). */
const STAGE_NAME: Readonly<Record<string, string>> = {
  prospect:
    'prospecting|prospect|prospeccion|prospeccao|prospection|prospektion|prospezione|prospectie|prospektering',
};

/**
 * Beginnings of words that only a deal has: it is qualified, its needs are looked at, it is offered, quoted, negotiated.
 * "Open", "Pending" or "In progress" say nothing of it.
 */
const CLEAR =
  /(?:^| )(?:qualif|cualif|calific|kwalif|discover|descubrim|needs? (?:anal|assess|confirm)|analisi|analyse des besoins|bedarf|value prop|perception anal|decision mak|proposal|propuesta|proposta|proposition|quot|cotiza|cotacao|cotation|devis|preventiv|angebot|offerte|offering|scoping|negotia|negocia|negozia|verhandlung|onderhandel|contract|licitac|evaluacion tecnica|solution design|verbal)/;

const list = (words: string | undefined): string[] => (words ?? '').split('|').filter(Boolean);

/** "2. Qualified Prospect" is called "qualified prospect". */
const called = (text: string): string => foldWords(text).replace(/^(?:\d+ )+/, '');

/** Neither a stage's nor an outcome's where people can't choose it. What ends or rests is never a stage's. */
function offered(field: StageField, { outcome }: ProposalTarget): Option[] {
  return field.options.filter(
    ({ hidden, by, final, value, label }) =>
      !hidden &&
      by === undefined &&
      (outcome || (!final && !saysEnded(label) && (value === label || !saysEnded(value)))),
  );
}

/** An option that is called so, best first; of two names the label is the one that people read. */
function named(options: readonly Option[], words: readonly string[]): Option | undefined {
  for (const word of words) {
    const found =
      options.find((one) => called(one.label) === word) ?? options.find((one) => called(one.value) === word);
    if (found) return found;
  }
  return undefined;
}

/** The highest stage is what a lead is converted for. */
const converts = (field: StageField, { top }: ProposalTarget): Option[] =>
  field.options.filter((one) => top && one.by !== undefined).slice(0, 1);

function inLeadStatus(field: StageField, target: ProposalTarget): Option[] {
  const options = offered(field, target);
  const words = [...list(LEAD_STATUS[target.id]), foldWords(target.name), foldWords(target.id)];
  // What every new lead gets is what the org calls one, whatever the word.
  const usual = target.id === 'lead' ? options.find((one) => one.usual) : undefined;
  const others = list(LEAD_STATUS.prospect);
  const found = usual && !others.includes(called(usual.label)) ? usual : (named(options, words) ?? undefined);
  return found ? [found] : [];
}

/**
 * All steps that plainly are such a deal's, the earliest first: the first one is written, the others tell the same.
 * Closing one is for the team to decide, so outcomes have none.
 */
function inStageName(field: StageField, target: ProposalTarget): Option[] {
  if (target.outcome) return [];
  const options = offered(field, target).toSorted((a, b) => a.order - b.order);
  if (target.top || target.id === 'opportunity') {
    const early = list(STAGE_NAME.prospect);
    const isEarly = (name: string) => early.some((word) => ` ${name} `.includes(` ${word} `));
    return options.filter(({ label }) => CLEAR.test(called(label)) && !isEarly(called(label)));
  }
  const found = named(options, list(STAGE_NAME[target.id]));
  return found ? [found] : [];
}

/** A team's own field most likely has the team's own words. */
function inOwn(field: StageField, target: ProposalTarget): Option[] {
  const found = named(offered(field, target), [foldWords(target.name), foldWords(target.id)]);
  return found ? [found] : [];
}

function fitting(field: StageField, target: ProposalTarget): Option[] {
  const converted = converts(field, target);
  if (converted.length > 0) return converted;
  if (field.field === 'Lead.Status') return inLeadStatus(field, target);
  if (field.field === 'Opportunity.StageName') return inStageName(field, target);
  return inOwn(field, target);
}

/**
 * For each target the options of each field that plainly mean it, and none where none does: what is proposed wrongly is
 * believed. Never an option twice, never a stage by one that is closed, lost, converted or turned away.
 */
export function proposeMapping(fields: StageField[], targets: ProposalTarget[]): StageMapping {
  const taken = new Set<string>();
  const mapping: StageMapping = {};
  for (const target of targets) {
    mapping[target.id] = fields.flatMap((field) =>
      fitting(field, target).flatMap(({ value }) => {
        if (taken.has(`${field.field}=${value}`)) return [];
        taken.add(`${field.field}=${value}`);
        return [{ field: field.field, value }];
      }),
    );
  }
  return mapping;
}
