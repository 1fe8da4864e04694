// The default playbook: what it must have, and what it says of concrete people.
import { describe, expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { criteriaOf } from '@/lib/playbook/rules';
import type { Playbook } from '@/lib/playbook/schema';
import { isSharedFact } from '@/lib/record/facts';

const compiled = compile(defaultPlaybook);

const prospect: Answers = {
  twoWay: 'yes',
  fitsMarket: 'yes',
  hasProblem: 'yes',
  couldUse: 'yes',
  decides: 'yes',
};
const opportunity: Answers = {
  ...prospect,
  pain: 'yes',
  interest: 'yes',
  fit: 'yes',
  explore: 'yes',
  partner: 'yes',
};

type Said = {
  stage?: string;
  prospect?: string;
  opportunity?: string;
  disqualified?: string;
  nurture?: string;
  dream?: string;
  band?: string | null;
  leadType?: string | null;
  source?: string | null;
  position?: string | null;
  against?: string[];
};

/** Everything that the table may speak of, of one person. */
function say(answers: Answers): Required<Said> {
  const verdict = evaluate(compiled, answers);
  const stage = (id: string) => verdict.stages.find((one) => one.id === id);
  const outcome = (id: string) => verdict.outcomes.find((one) => one.id === id)?.proposed ?? 'absent';
  const label = (id: string) => verdict.labels.find((one) => one.id === id)?.option ?? null;
  return {
    stage: verdict.stage ?? 'none',
    prospect: stage('prospect')?.holds ?? 'absent',
    opportunity: stage('opportunity')?.holds ?? 'absent',
    disqualified: outcome('disqualified'),
    nurture: outcome('nurture'),
    dream: verdict.flags.find(({ id }) => id === 'dreamClient')?.value ?? 'absent',
    band: verdict.scales.find(({ id }) => id === 'temperature')?.band?.id ?? null,
    leadType: label('leadType'),
    source: label('source'),
    position: label('position'),
    against: stage('prospect')?.against ?? [],
  };
}

const people: [string, Answers, Said][] = [
  // Lead: everyone, until the prospect rule holds.
  ['a name on a list', {}, { stage: 'lead', prospect: 'unknown', opportunity: 'unknown', band: null }],
  [
    'a name on a bought list',
    { source: 'boughtList' },
    { stage: 'lead', prospect: 'unknown', source: 'boughtList' },
  ],
  [
    'someone who downloaded an e-book',
    { leadType: 'mql' },
    { stage: 'lead', prospect: 'unknown', leadType: 'mql' },
  ],
  ['someone who asked for a salesperson', { leadType: 'srl' }, { stage: 'lead', opportunity: 'unknown' }],
  ['someone who fits in everything but never answered', { ...prospect, twoWay: null }, { stage: 'lead' }],
  [
    'a cold contact known to be silent',
    { twoWay: 'no' },
    { stage: 'lead', prospect: 'no', against: ['twoWay'] },
  ],
  [
    'someone on the phone, of whom nothing else is known',
    { twoWay: 'yes' },
    { stage: 'lead', prospect: 'unknown' },
  ],
  // Prospect: each of its parts.
  ['a prospect', prospect, { stage: 'prospect', prospect: 'yes', opportunity: 'unknown', dream: 'unknown' }],
  [
    'one outside the market',
    { ...prospect, fitsMarket: 'no' },
    { stage: 'lead', prospect: 'no', against: ['fitsMarket'] },
  ],
  [
    'one without a problem',
    { ...prospect, hasProblem: 'no' },
    { stage: 'lead', prospect: 'no', against: ['hasProblem'] },
  ],
  [
    'one with no use for it',
    { ...prospect, couldUse: 'no' },
    { stage: 'lead', prospect: 'no', against: ['couldUse'] },
  ],
  [
    'one with no way to who decides',
    { ...prospect, decides: 'no', connects: 'no' },
    { stage: 'lead', prospect: 'no', against: ['decides', 'connects'], disqualified: 'unknown' },
  ],
  [
    'one who decides nothing and takes us to who does',
    { ...prospect, decides: 'no', connects: 'yes' },
    { stage: 'prospect', prospect: 'yes' },
  ],
  [
    'one who decides nothing, and whose way to who does is not known',
    { ...prospect, decides: 'no' },
    { stage: 'lead', prospect: 'unknown' },
  ],
  [
    'one whose authority is not known yet',
    { ...prospect, decides: null },
    { stage: 'lead', prospect: 'unknown' },
  ],
  [
    'one about whom two things speak against',
    { twoWay: 'no', hasProblem: 'no' },
    { against: ['twoWay', 'hasProblem'] },
  ],
  // Opportunity: prospect and each of its parts.
  ['an opportunity', opportunity, { stage: 'opportunity', opportunity: 'yes' }],
  ['pain alone', { ...prospect, pain: 'yes' }, { stage: 'prospect', opportunity: 'unknown' }],
  [
    'pain that is not admitted',
    { ...opportunity, pain: 'no' },
    { stage: 'prospect', opportunity: 'no', nurture: 'no' },
  ],
  [
    'pain, but no reason to act now',
    { ...opportunity, interest: 'no' },
    { stage: 'prospect', opportunity: 'no', nurture: 'yes' },
  ],
  [
    'a need for something that we do not offer',
    { ...opportunity, fit: 'no' },
    { stage: 'prospect', opportunity: 'no', disqualified: 'yes' },
  ],
  [
    'pain, but no wish to change',
    { ...opportunity, explore: 'no' },
    { stage: 'prospect', opportunity: 'no', nurture: 'yes' },
  ],
  [
    'a wish to change, but not with us',
    { ...opportunity, partner: 'no' },
    { stage: 'prospect', opportunity: 'no', nurture: 'no' },
  ],
  [
    'everything for an opportunity, but not a prospect',
    { ...opportunity, decides: 'no', connects: 'no' },
    { stage: 'lead', opportunity: 'no' },
  ],
  // Disqualified: no problem, or no sense of the value, or cannot fit.
  ['no problem we could solve', { hasProblem: 'no' }, { disqualified: 'yes', prospect: 'no' }],
  ['would never perceive the value', { perceivesValue: 'no' }, { disqualified: 'yes', prospect: 'unknown' }],
  ['cannot fit: outside the market', { fitsMarket: 'no' }, { disqualified: 'yes', nurture: 'no' }],
  ['cannot fit: nowhere to use it', { couldUse: 'no' }, { disqualified: 'yes' }],
  [
    'nothing against them',
    { ...opportunity, perceivesValue: 'yes' },
    { disqualified: 'no', nurture: 'no', stage: 'opportunity' },
  ],
  // Nurture: right, but not now.
  [
    'the right company, and no response',
    { fitsMarket: 'yes', twoWay: 'no' },
    { stage: 'lead', nurture: 'yes' },
  ],
  ['no response, of a company nobody looked at', { twoWay: 'no' }, { nurture: 'unknown' }],
  [
    'the right problem at the wrong time',
    { fitsMarket: 'yes', hasProblem: 'yes', interest: 'no' },
    { nurture: 'yes' },
  ],
  [
    'the wrong time and no problem either',
    { hasProblem: 'no', twoWay: 'yes' },
    { nurture: 'no', disqualified: 'yes' },
  ],
  // On top of the stage, and never deciding it.
  ['a dream client', { ...prospect, massiveValue: 'yes' }, { stage: 'prospect', dream: 'yes' }],
  [
    'a dream that is no prospect',
    { ...prospect, twoWay: 'no', massiveValue: 'yes' },
    { stage: 'lead', dream: 'no' },
  ],
  ['a dream not yet qualified', { massiveValue: 'yes' }, { stage: 'lead', dream: 'unknown' }],
  ['an ordinary prospect', { ...prospect, massiveValue: 'no' }, { stage: 'prospect', dream: 'no' }],
  [
    'a hot lead who never answered',
    { budget: 'yes', decides: 'yes', hasProblem: 'yes', demand: 'yes' },
    { stage: 'lead', prospect: 'unknown', band: 'hot' },
  ],
  ['three of four', { budget: 'no', decides: 'yes', hasProblem: 'yes', demand: 'yes' }, { band: 'hot' }],
  ['two of four', { budget: 'no', decides: 'yes', hasProblem: 'yes', demand: 'no' }, { band: 'warm' }],
  ['one of four', { budget: 'no', decides: 'no', hasProblem: 'yes', demand: 'no' }, { band: 'cold' }],
  ['none of four', { budget: 'no', decides: 'no', hasProblem: 'no', demand: 'no' }, { band: null }],
  [
    'a lukewarm opportunity without budget or hurry',
    { ...opportunity, budget: 'no', demand: 'no' },
    { stage: 'opportunity', band: 'warm' },
  ],
  [
    'someone who compares vendors',
    { ...prospect, position: 'comparing', source: 'referral', leadType: 'sql' },
    { stage: 'prospect', position: 'comparing', source: 'referral', leadType: 'sql' },
  ],
];

describe('the default playbook', () => {
  it.each(people)('%s', (_, answers, said) => {
    expect(say(answers)).toMatchObject(said);
  });

  it('has the stages, outcomes, levels and marks of the definitions', () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(ids(defaultPlaybook.stages)).toEqual(['lead', 'prospect', 'opportunity']);
    expect(ids(defaultPlaybook.outcomes)).toEqual(['disqualified', 'nurture']);
    expect(ids(defaultPlaybook.levels)).toEqual([
      'engagement',
      'organization',
      'opportunity',
      'stakeholder',
      'change',
    ]);
    expect(defaultPlaybook.outcomes.map(({ asksDate }) => asksDate)).toEqual([false, true]);
    expect(ids(defaultPlaybook.criteria.find(({ id }) => id === 'leadType')?.options ?? [])).toEqual([
      'iql',
      'mql',
      'sql',
      'srl',
      'msrl',
    ]);
    const used = new Set(defaultPlaybook.criteria.map(({ level }) => level));
    expect([...used].sort()).toEqual(ids(defaultPlaybook.levels).sort());
  });

  it('decides each step up by five questions, and one more for who does not decide', () => {
    expect(defaultPlaybook.stages.map(({ rule }) => criteriaOf(rule).length)).toEqual([0, 6, 5]);
  });

  it('has questions that are short enough to say, and end as questions do', () => {
    for (const { ask, yes, no } of defaultPlaybook.criteria) {
      expect(ask.length).toBeLessThan(120);
      expect(ask).toMatch(/\?$/);
      expect(yes).not.toBe('');
      expect(no).not.toBe('');
    }
  });

  it('cites only its sources, each of them somewhere', () => {
    const parts: Pick<Playbook['criteria'][number], 'cites'>[] = [
      ...defaultPlaybook.criteria,
      ...defaultPlaybook.stages,
    ];
    const cited = new Set(parts.flatMap(({ cites = [] }) => cites));
    expect([...cited].sort()).toEqual(defaultPlaybook.sources.map(({ title }) => title).sort());
  });

  it('takes evidence from facts that CRMs share, and never from opens and sends', () => {
    const rules = defaultPlaybook.criteria.flatMap(({ id, evidence }) =>
      evidence.map((rule) => ({ ...rule, criterion: id })),
    );
    for (const { fact } of rules) expect([fact, isSharedFact(fact)]).toEqual([fact, true]);
    const oneWay = /\.lastOpenAt|Sent|[oO]utreach|Unanswered|Missed|Bounce|lastMessageAt|Click|Visit|social/;
    expect(rules.filter(({ fact, gives }) => oneWay.test(fact) && gives !== null)).toEqual([]);
    const talked = rules.filter(({ criterion, gives }) => criterion === 'twoWay' && gives === 'yes');
    expect(talked).toHaveLength(6);
    for (const { freshDays } of talked) expect(freshDays).toBeGreaterThan(0);
  });

  it('lets no temperature, type, source or position decide a stage', () => {
    const deciding = new Set(defaultPlaybook.stages.flatMap(({ rule }) => criteriaOf(rule)));
    for (const id of ['budget', 'demand', 'leadType', 'source', 'position', 'massiveValue'])
      expect(deciding.has(id)).toBe(false);
  });
});
