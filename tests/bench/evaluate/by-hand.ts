// The default playbook as somebody would program it who had no playbooks: every rule and word written into the code.
import type { Answers, AnswerValue, Truth } from '../../../lib/playbook/answer.ts';
import type { MissingItem, Verdict } from '../../../lib/playbook/verdict.ts';
import { nextByHand } from './by-hand-next.ts';

const OPTIONS = {
  leadType: new Set<unknown>(['iql', 'mql', 'sql', 'srl', 'msrl']),
  source: new Set<unknown>([
    'list',
    'boughtList',
    'referral',
    'response',
    'inbound',
    'paid',
    'social',
    'event',
    'other',
  ]),
  position: new Set<unknown>(['notLooking', 'researching', 'comparing', 'deciding']),
};

const PROSPECT = ['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides'] as const;
const OPPORTUNITY = ['interest', 'explore', 'partner'] as const;

/** 'yes' or 'no'; anything else is unknown. */
const read = (answers: Answers, id: string): Truth => {
  const value = answers[id];
  return value === 'yes' || value === 'no' ? value : 'unknown';
};
const option = (answers: Answers, id: keyof typeof OPTIONS): string | null => {
  const value: AnswerValue | null | undefined = answers[id];
  return typeof value === 'string' && OPTIONS[id].has(value) ? value : null;
};
const and = (a: Truth, b: Truth): Truth =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
const or = (a: Truth, b: Truth): Truth =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'no' && b === 'no' ? 'no' : 'unknown';
const not = (a: Truth): Truth => (a === 'unknown' ? a : a === 'yes' ? 'no' : 'yes');
const need = (criterion: string): MissingItem => ({ criterion, accept: ['yes'] });

export type Read = ReturnType<typeof readAll>;

function readAll(answers: Answers) {
  return {
    twoWay: read(answers, 'twoWay'),
    fitsMarket: read(answers, 'fitsMarket'),
    hasProblem: read(answers, 'hasProblem'),
    couldUse: read(answers, 'couldUse'),
    pain: read(answers, 'pain'),
    fit: read(answers, 'fit'),
    perceivesValue: read(answers, 'perceivesValue'),
    massiveValue: read(answers, 'massiveValue'),
    decides: read(answers, 'decides'),
    budget: read(answers, 'budget'),
    interest: read(answers, 'interest'),
    explore: read(answers, 'explore'),
    partner: read(answers, 'partner'),
    demand: read(answers, 'demand'),
    leadType: option(answers, 'leadType'),
    source: option(answers, 'source'),
    position: option(answers, 'position'),
  };
}

function temperature(of: readonly Truth[]): Verdict['scales'][number] {
  let yes = 0;
  let no = 0;
  for (const one of of) {
    if (one === 'yes') yes++;
    else if (one === 'no') no++;
  }
  let band = null;
  if (yes >= 3) band = { id: 'hot', label: 'Hot' };
  else if (yes >= 2) band = { id: 'warm', label: 'Warm' };
  else if (yes >= 1) band = { id: 'cold', label: 'Cold' };
  return { id: 'temperature', name: 'Temperature', band, yes, no, unknown: 4 - yes - no };
}

/** What evaluate says of these answers under the default playbook. `identity`: its version and hash. */
export function verdictByHand(answers: Answers, identity: Verdict['playbook']): Verdict {
  const one = readAll(answers);
  const { twoWay, fitsMarket, hasProblem, couldUse, decides, pain, fit, interest, explore, partner } = one;
  const prospect = and(and(and(twoWay, fitsMarket), and(hasProblem, couldUse)), decides);
  const own = and(and(and(pain, interest), and(fit, explore)), partner);
  const opportunity = and(prospect, own);
  const missing: MissingItem[] = [];
  const above: MissingItem[] = [];
  const against: string[] = [];
  const againstAll: string[] = [];
  for (const id of PROSPECT.slice(0, 4)) if (one[id] === 'unknown') missing.push(need(id));
  const upper: MissingItem[] = [];
  if (pain === 'unknown') upper.push(need('pain'));
  if (fit === 'unknown') upper.push(need('fit'));
  const decider = decides === 'unknown' ? [need('decides')] : [];
  above.push(...missing, ...upper, ...decider);
  missing.push(...decider);
  for (const id of OPPORTUNITY) if (one[id] === 'unknown') above.push(need(id));
  for (const id of PROSPECT) if (one[id] === 'no') against.push(id);
  againstAll.push(...against);
  for (const id of ['pain', 'interest', 'fit', 'explore', 'partner'] as const)
    if (one[id] === 'no') againstAll.push(id);
  const disqualified = not(and(and(and(hasProblem, one.perceivesValue), and(fitsMarket, couldUse)), fit));
  const nurture = and(fitsMarket, or(not(twoWay), and(hasProblem, or(not(interest), not(explore)))));
  const dream = and(prospect, one.massiveValue);
  const stage = opportunity === 'yes' ? 'opportunity' : prospect === 'yes' ? 'prospect' : 'lead';
  const open =
    prospect === 'unknown' ? missing : prospect === 'yes' && opportunity === 'unknown' ? above : null;
  return {
    playbook: identity,
    stage,
    nextStage: stage === 'lead' ? 'prospect' : stage === 'prospect' ? 'opportunity' : null,
    stages: [
      { id: 'lead', rule: 'yes', holds: 'yes', missing: [], against: [] },
      {
        id: 'prospect',
        rule: prospect,
        holds: prospect,
        missing: prospect === 'unknown' ? [missing] : [],
        against: prospect === 'no' ? against : [],
      },
      {
        id: 'opportunity',
        rule: own,
        holds: opportunity,
        missing: opportunity === 'unknown' ? [above] : [],
        against: opportunity === 'no' ? againstAll : [],
      },
    ],
    next: open ? (open[0]?.criterion ?? null) : nextByHand(one, { disqualified, nurture, dream }),
    outcomes: [
      { id: 'disqualified', proposed: disqualified },
      { id: 'nurture', proposed: nurture },
    ],
    flags: [{ id: 'dreamClient', name: 'Dream client', value: dream }],
    scales: [temperature([one.budget, decides, hasProblem, one.demand])],
    labels: [
      { id: 'leadType', name: 'Lead type', option: one.leadType },
      { id: 'source', name: 'Source', option: one.source },
      { id: 'position', name: 'Buying process', option: one.position },
    ],
  };
}
