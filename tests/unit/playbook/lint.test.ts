// What lint finds in a playbook that has the right shape: what can't work, and what is odd.
import { describe, expect, it } from 'vitest';
import { compile, lint, PlaybookError } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Criterion, EvidenceRule, Playbook, Rule } from '@/lib/playbook/schema';
import { playbookOf, yesno } from './small';

const a: Rule = { criterion: 'a', is: 'yes' };
/** Holds when every criterion of the small playbook is used, so that none is reported as idle. */
const idle: Rule = {
  all: [
    a,
    { criterion: 'b', is: 'yes' },
    { criterion: 'c', is: 'yes' },
    { criterion: 'size', atLeast: 1 },
    { criterion: 'until', after: '2026-01-01' },
    { criterion: 'colour', is: 'red' },
  ],
};
const flag = (rule: Rule) => ({ flags: [{ id: 'flag', name: 'Flag', rule }] });
const small = (changes: Partial<Playbook> = {}) => playbookOf(idle, changes);

const criteria = (changes: Partial<Criterion>, id = 'a') => ({
  criteria: small().criteria.map((one) => (one.id === id ? { ...one, ...changes } : one)),
});
const evidence = (rule: Omit<EvidenceRule, 'fact'>, id = 'a') =>
  criteria({ evidence: [{ fact: 'person.title', ...rule }] }, id);
const scale = (bands: number[]) => ({
  scales: [
    {
      id: 'scale',
      name: 'Scale',
      of: [{ label: 'A', rule: a }],
      bands: bands.map((atLeast, n) => ({ id: `b${n}`, label: 'Band', atLeast })),
    },
  ],
});
const outcome = (rule: Rule, id = 'out') => ({
  id,
  name: 'Out',
  meaning: '',
  rule,
  reasons: [{ id: 'why', label: 'Why' }],
  asksDate: false,
});
const twice = <T>(one: T): T[] => [one, one];

const errors: [string, Partial<Playbook>, string][] = [
  [
    'a criterion twice',
    { criteria: [...small().criteria, yesno('a')] },
    'Criteria: the id "a" is used twice',
  ],
  ['a level twice', { levels: twice({ id: 'only', name: 'Only' }) }, 'Levels: the id "only" is used twice'],
  [
    'an outcome named like a stage',
    { outcomes: [outcome(a, 'stage')] },
    'Stages and outcomes: the id "stage" is used twice',
  ],
  [
    'an option twice',
    criteria({ options: twice({ id: 'red', label: 'Red' }) }, 'colour'),
    'Criterion "colour", options: the id "red" is used twice',
  ],
  [
    'a reason twice',
    { outcomes: [{ ...outcome(a), reasons: twice({ id: 'why', label: 'Why' }) }] },
    'Outcome "out", reasons: the id "why" is used twice',
  ],
  ['an unknown level', criteria({ level: 'none' }), 'Criterion "a": there is no level "none"'],
  ['a choice without options', criteria({ kind: 'choice' }), 'Criterion "a": is a choice and has no options'],
  [
    'options of no choice',
    criteria({
      options: [
        { id: 'x', label: 'X' },
        { id: 'y', label: 'Y' },
      ],
    }),
    'Criterion "a": has options, but its kind is "yesno", not "choice"',
  ],
  [
    'an option that evidence could not name',
    criteria(
      {
        options: [
          { id: 'red', label: 'Red' },
          { id: 'value', label: 'Value' },
        ],
      },
      'colour',
    ),
    'Criterion "colour": has an option "value", which evidence uses for the fact\'s own value; rename it',
  ],
  ['an unknown criterion', flag({ criterion: 'x', is: 'yes' }), 'Flag "flag": there is no criterion "x"'],
  [
    'an answer that can not be',
    flag({ criterion: 'a', is: 'maybe' }),
    'Flag "flag", test on "a": "maybe" is no possible answer',
  ],
  [
    'an option that is none, deep inside',
    flag({ not: { any: [{ criterion: 'colour', oneOf: ['red', 'mauve'] }] } }),
    'Flag "flag", test on "colour": "mauve" is no possible answer',
  ],
  [
    'a number test on a choice',
    flag({ criterion: 'colour', atLeast: 3 }),
    'Flag "flag", test on "colour": "atLeast" can\'t be put to a criterion of kind "choice"',
  ],
  [
    'a date test on a number',
    flag({ criterion: 'size', before: '2026-01-01' }),
    'Flag "flag", test on "size": "before" can\'t be put to a criterion of kind "number"',
  ],
  [
    'a day that is none',
    flag({ criterion: 'until', after: '2026-02-30' }),
    'Flag "flag", test on "until": 2026-02-30 is no day of the calendar',
  ],
  [
    'an empty stretch',
    flag({ criterion: 'size', between: [5, 1] }),
    'Flag "flag", test on "size": nothing lies between 5 and 1',
  ],
  ['more than there are', flag({ atLeast: 2, of: [a] }), 'Flag "flag": asks for at least 2 of 1'],
  [
    'evidence for a yes/no question that gives something else',
    evidence({ gives: 'maybe' }),
    'Criterion "a", evidence 1 (person.title): gives "maybe", which is not "yes" or "no"',
  ],
  [
    'evidence for a yes/no question that gives its own value',
    evidence({ gives: 'value' }),
    'Criterion "a", evidence 1 (person.title): gives the fact\'s own value, which a yes/no question can\'t take; give "yes" or "no"',
  ],
  [
    'evidence for a number that gives a text',
    evidence({ gives: 'many' }, 'size'),
    'Criterion "size", evidence 1 (person.title): gives "many", which is not a number',
  ],
  [
    'evidence for a choice that gives no option',
    evidence({ gives: 'mauve' }, 'colour'),
    'Criterion "colour", evidence 1 (person.title): gives "mauve", which is not one of its options',
  ],
  [
    'bands in the wrong order',
    scale([0, 1]),
    'Scale "scale", band "b1": bands go from the highest to the lowest; this one needs less than the one before',
  ],
  [
    'a label of no criterion',
    { labels: [{ id: 'tag', name: 'Tag', criterion: 'x' }] },
    'Label "tag": there is no criterion "x"',
  ],
  [
    'a label of no choice',
    { labels: [{ id: 'tag', name: 'Tag', criterion: 'a' }] },
    'Label "tag": "a" is no choice, so it has no option to show',
  ],
  [
    'a market of nothing',
    { market: { employees: { min: 50, max: 5 } } },
    'Market, employees: the least (50) is more than the most (5)',
  ],
];

const never: Rule = { all: [a, { criterion: 'a', is: 'no' }] };

const warnings: [string, Partial<Playbook>, string][] = [
  [
    'a criterion that nothing uses',
    { criteria: [...small().criteria, yesno('d')] },
    'Criterion "d": is asked by no rule and shown by no label',
  ],
  [
    'a long question',
    criteria({ ask: 'x'.repeat(130) }),
    'Criterion "a": takes 130 characters to ask; under 120 is easier to say',
  ],
  [
    'a unit of no number',
    criteria({ unit: 'people' }),
    'Criterion "a": has a unit, which only a number shows',
  ],
  [
    'freshness of what is only shown',
    evidence({ gives: null, freshDays: 3 }),
    'Criterion "a", evidence 1 (person.title): only shows the fact, so that a freshness limit changes nothing',
  ],
  ['at least none', flag({ atLeast: 0, of: [a] }), 'Flag "flag": asks for at least 0, which always holds'],
  ['a band out of reach', scale([2, 1]), 'Scale "scale", band "b0": needs 2 of 1 and can never be reached'],
  ['a flag that never holds', flag(never), 'Flag "flag": no answers can ever make this hold'],
  ['a flag of no alternatives', flag({ any: [] }), 'Flag "flag": no answers can ever make this hold'],
  [
    'an outcome for everyone',
    { outcomes: [outcome({ all: [] })] },
    'Outcome "out": is proposed for everyone, whatever the answers',
  ],
  [
    'a stage that contradicts an earlier one',
    {
      stages: [
        { id: 'one', name: 'One', meaning: '', rule: idle },
        { id: 'two', name: 'Two', meaning: '', rule: { not: a } },
      ],
    },
    'Stage "two": no answers can ever make this hold',
  ],
  [
    'a market that decides nothing',
    { market: { industries: ['Software'] } },
    'Market: no criterion takes the fact "market" as evidence, so it decides nothing',
  ],
];

const told = (playbook: Playbook, severity: string) =>
  lint(playbook).flatMap((one) => (one.severity === severity ? [`${one.where}: ${one.text}`] : []));

describe('lint', () => {
  it('finds nothing in a sound playbook, nor in the default', () => {
    expect(lint(small())).toEqual([]);
    expect(lint(defaultPlaybook)).toEqual([]);
  });

  it.each(errors)('refuses %s', (_, changes, expected) => {
    const playbook = small(changes);
    expect(told(playbook, 'error')).toContain(expected);
    expect(() => compile(playbook)).toThrow(PlaybookError);
    expect(() => compile(playbook)).toThrow(expected);
  });

  it.each(warnings)('warns of %s', (_, changes, expected) => {
    const playbook = small(changes);
    expect(told(playbook, 'warning')).toEqual([expected]);
    expect(told(playbook, 'error')).toEqual([]);
    expect(compile(playbook).playbook).toBe(playbook);
  });

  it('puts errors before warnings', () => {
    const findings = lint(small({ ...criteria({ unit: 'x', level: 'none' }) }));
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });
});
