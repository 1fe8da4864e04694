// Random playbooks and answers that are sound, small enough to enumerate, and full of odd corners.
import * as fc from 'fast-check';
import type { Answers, AnswerValue } from '@/lib/playbook/answer';
import type { Atom, Criterion, Playbook, Rule } from '@/lib/playbook/schema';

/** Days beside each other, at a month's end, in a leap year, and at the calendar's edges. */
const DAYS = [
  '0000-01-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2026-11-21',
  '2027-01-01',
  '9999-12-31',
];
const NUMBERS = [-3, 0, 0.5, 1, 2, 50];
/** Some are names that every object has: they must be read as ids all the same. */
const IDS = ['alpha', 'constructor', 'toString', 'delta', 'hasOwnProperty', 'f'];

const prose = fc.constantFrom('', 'Some words.', '<b>not markup</b>');

const criterion = (id: string, levels: readonly string[]): fc.Arbitrary<Criterion> =>
  fc
    .record({
      kind: fc.constantFrom<Criterion['kind']>('yesno', 'yesno', 'choice', 'number', 'date'),
      level: fc.constantFrom(...levels),
      options: fc.integer({ min: 2, max: 4 }),
      words: prose,
    })
    .map(({ kind, level, options, words }) => ({
      id,
      level,
      label: `About ${id}`,
      ask: `What about ${id}?`,
      yes: words,
      no: words,
      kind,
      evidence: [],
      ...(kind === 'choice'
        ? { options: Array.from({ length: options }, (_, n) => ({ id: `o${n}`, label: `Option ${n}` })) }
        : {}),
    }));

const pair = fc.tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS));

/** A test that can be put to the criterion. */
function atom({ id, kind, options }: Criterion): fc.Arbitrary<Atom> {
  const about = <T extends object>(test: fc.Arbitrary<T>) =>
    test.map((inner) => ({ criterion: id, ...inner }));
  const equals = (values: AnswerValue[]): fc.Arbitrary<Atom>[] => [
    about(fc.record({ is: fc.constantFrom(...values) })),
    about(fc.record({ oneOf: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }) })),
  ];
  if (kind === 'yesno') return fc.oneof(...equals(['yes', 'no']));
  if (kind === 'choice') return fc.oneof(...equals((options ?? []).map((option) => option.id)));
  if (kind === 'date') {
    const day = fc.constantFrom(...DAYS);
    return fc.oneof(...equals(DAYS), about(fc.record({ before: day })), about(fc.record({ after: day })));
  }
  const number = fc.constantFrom(...NUMBERS);
  return fc.oneof(
    ...equals(NUMBERS),
    about(fc.record({ atLeast: number })),
    about(fc.record({ atMost: number })),
    about(fc.record({ between: pair.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]) })),
  );
}

/** A rule over these criteria, nested at most `depth` deep. */
export function arbitraryRule(criteria: readonly Criterion[], depth = 3): fc.Arbitrary<Rule> {
  const leaf: fc.Arbitrary<Rule> = fc.oneof(...criteria.map(atom));
  if (depth <= 1) return leaf;
  const part = arbitraryRule(criteria, depth - 1);
  const parts = fc.array(part, { maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 2, arbitrary: parts.map((all): Rule => ({ all })) },
    { weight: 2, arbitrary: parts.map((any): Rule => ({ any })) },
    { weight: 1, arbitrary: part.map((not): Rule => ({ not })) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(3), parts).map(([n, of]): Rule => ({ atLeast: Math.min(n, of.length), of })),
    },
  );
}

/** The same, with an `unless` wherever one may stand: in groups, and neither in a `not` nor in another. */
function presumingRule(criteria: readonly Criterion[], depth = 3): fc.Arbitrary<Rule> {
  const sure = arbitraryRule(criteria, depth);
  const unless = sure.map((unless): Rule => ({ unless }));
  if (depth <= 1) return fc.oneof({ weight: 3, arbitrary: sure }, { weight: 1, arbitrary: unless });
  const parts = fc.array(presumingRule(criteria, depth - 1), { maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: sure },
    { weight: 2, arbitrary: unless },
    { weight: 3, arbitrary: parts.map((all): Rule => ({ all })) },
    { weight: 3, arbitrary: parts.map((any): Rule => ({ any })) },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.nat(3), parts).map(([n, of]): Rule => ({ atLeast: Math.min(n, of.length), of })),
    },
  );
}

const named = (id: string) => ({ id, name: id.toUpperCase() });

/** A playbook without lint errors, of one to `most` criteria; with `presuming`, some of its rules have an `unless`. */
export function arbitraryPlaybook(most = 6, presuming = false): fc.Arbitrary<Playbook> {
  const levels = ['first', 'second'];
  return fc
    .integer({ min: 1, max: Math.min(most, IDS.length) })
    .chain((count) => fc.tuple(...IDS.slice(0, count).map((id) => criterion(id, levels))))
    .chain((criteria) => {
      const rule = presuming ? presumingRule(criteria) : arbitraryRule(criteria);
      const rules = (maxLength: number) => fc.array(rule, { maxLength });
      return fc.record({
        criteria: fc.constant(criteria),
        stages: fc.array(rule, { minLength: 1, maxLength: 3 }),
        outcomes: rules(2),
        flags: rules(2),
        parts: rules(3),
      });
    })
    .map(({ criteria, stages, outcomes, flags, parts }): Playbook => {
      const choices = criteria.filter(({ kind }) => kind === 'choice');
      return {
        schema: 1,
        id: 'random',
        name: 'Random',
        version: '1.2.3',
        description: '',
        sources: [],
        levels: levels.map(named),
        criteria,
        stages: stages.map((rule, n) => ({ ...named(`stage${n}`), meaning: '', rule })),
        outcomes: outcomes.map((rule, n) => ({
          ...named(`outcome${n}`),
          meaning: '',
          rule,
          reasons: [{ id: 'why', label: 'Why' }],
          asksDate: n === 1,
        })),
        flags: flags.map((rule, n) => ({ ...named(`flag${n}`), rule })),
        scales:
          parts.length === 0
            ? []
            : [
                {
                  ...named('scale'),
                  of: parts.map((rule, n) => ({ label: `Part ${n}`, rule })),
                  bands: [
                    { id: 'high', label: 'High', atLeast: 2 },
                    { id: 'low', label: 'Low', atLeast: 1 },
                  ],
                },
              ],
        labels: choices.map(({ id }) => ({ ...named(`label${id.slice(0, 5)}`), criterion: id })),
      };
    });
}

/** A value that fits the criterion: at, beside and away from what tests compare with. */
export function arbitraryValue({ kind, options }: Criterion): fc.Arbitrary<AnswerValue> {
  if (kind === 'yesno') return fc.constantFrom('yes', 'no');
  if (kind === 'choice') return fc.constantFrom(...(options ?? []).map((option) => option.id));
  if (kind === 'number')
    return fc.oneof(fc.constantFrom(...NUMBERS), fc.double({ min: -5, max: 60, noNaN: true }));
  return fc.constantFrom(...DAYS, '2000-06-15', '2026-11-20', '2026-11-22', '2500-01-01');
}

/** Nothing that an answer to the criterion could be. */
const nonsense = fc.constantFrom<AnswerValue>(
  'maybe',
  '',
  'YES',
  'o9',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '2026-02-30',
  '12',
);

/** Answers to some of the criteria; with `wild`, also values that fit no kind and criteria that don't exist. */
export function arbitraryAnswers(playbook: Playbook, wild = false): fc.Arbitrary<Answers> {
  const one = (c: Criterion): fc.Arbitrary<[string, AnswerValue | null] | null> =>
    fc.oneof(
      { weight: 3, arbitrary: arbitraryValue(c).map((value): [string, AnswerValue] => [c.id, value]) },
      { weight: 1, arbitrary: fc.constant<[string, null]>([c.id, null]) },
      { weight: 2, arbitrary: fc.constant(null) },
      ...(wild ? [{ weight: 1, arbitrary: nonsense.map((v): [string, AnswerValue] => [c.id, v]) }] : []),
    );
  return fc
    .tuple(...playbook.criteria.map(one))
    .map((entries) =>
      Object.fromEntries([
        ...entries.filter((entry) => entry !== null),
        ...(wild ? [['stranger', 'yes'] as const] : []),
      ]),
    );
}

/** A playbook together with answers to it. */
export function arbitraryCase(
  most = 6,
  wild = false,
  presuming = false,
): fc.Arbitrary<{ playbook: Playbook; answers: Answers }> {
  return arbitraryPlaybook(most, presuming).chain((playbook) =>
    arbitraryAnswers(playbook, wild).map((answers) => ({ playbook, answers })),
  );
}
