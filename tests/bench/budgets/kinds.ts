// The largest playbooks that are let in, each built to be hard in its own way, beside the default one.
import type { AnswerValue } from '../../../lib/playbook/answer.ts';
import type { Criterion, EvidenceRule, Playbook, Rule } from '../../../lib/playbook/schema.ts';

export type Kind = { name: string; playbook: Playbook };

/** A little deterministic generator, so that every run is given the same playbooks. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % sides;
  };
}

const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const criterion = (id: string, changes: Partial<Criterion> = {}): Criterion => ({
  id,
  level: 'only',
  label: `About ${id}`,
  ask: `What about ${id}?`,
  yes: 'So.',
  no: 'Not so.',
  kind: 'yesno',
  evidence: [],
  ...changes,
});

export const STAGES = times(9, (n) => `s${n}`);

export function documentOf(
  rules: readonly Rule[],
  criteria: Criterion[],
  changes: Partial<Playbook> = {},
): Playbook {
  return {
    schema: 1,
    id: 'hard',
    name: 'Hard',
    version: '1.0.0',
    description: '',
    sources: [],
    levels: [{ id: 'only', name: 'Only' }],
    stages: rules.map((rule, n) => ({ id: STAGES[n] ?? `t${n}`, name: `Stage ${n}`, meaning: '', rule })),
    outcomes: [],
    criteria,
    flags: [],
    scales: [],
    labels: [],
    ...changes,
  };
}

const yesno = times(60, (n) => criterion(`c${n}`));
const numbers = times(12, (n) => criterion(`n${n}`, { kind: 'number' }));
const days = times(12, (n) => criterion(`d${n}`, { kind: 'date' }));
const is = (n: number, value: AnswerValue = 'yes'): Rule => ({ criterion: `c${n}`, is: value });

/** 9 stages of 42 tests each in groups, all on one number. */
function oneNumber(): Playbook {
  const roll = dice(3);
  const test = (): Rule => {
    const low = roll(30);
    return roll(2)
      ? { criterion: 'n0', is: low }
      : { criterion: 'n0', between: [Math.min(low, 15), 15 + roll(15)] };
  };
  const rule = (): Rule => ({
    any: [{ atLeast: 5, of: times(21, test) }, { not: { all: times(21, test) } }],
  });
  return documentOf(times(9, rule), numbers.slice(0, 1));
}

/** At least so many of all sixty, each asked once. */
function half(): Playbook {
  const rule: Rule = {
    atLeast: 2,
    of: times(3, (n) => ({ atLeast: 10, of: times(20, (k) => is(20 * n + k)) })),
  };
  return documentOf(
    times(9, (n) => (n === 0 ? rule : is(59 - n, 'no'))),
    yesno,
  );
}

const onceHalf = (): Playbook =>
  documentOf([{ atLeast: 20, of: times(40, (n) => is(n)) }, ...times(8, (n): Rule => is(40 + n))], yesno);

/** At-least groups in at-least groups, seven deep, over sixty criteria that come again and again. */
function deep(): Playbook {
  const roll = dice(7);
  const rule = (depth: number): Rule =>
    depth <= 1
      ? is(roll(60), roll(3) ? 'yes' : 'no')
      : { atLeast: 2, of: times(depth > 4 ? 2 : 3, () => rule(depth - 1)) };
  return documentOf(
    times(5, () => rule(6)),
    yesno,
  );
}

const triples = (): Playbook => {
  const roll = dice(11);
  const literal = (): Rule => is(roll(20), roll(2) ? 'yes' : 'no');
  const rule = (): Rule => ({ all: times(22, () => ({ any: times(3, literal) })) });
  return documentOf(times(9, rule), yesno);
};

const overlapping = (
  of: readonly Criterion[],
  test: (id: string, low: number, high: number) => Rule,
): Playbook => {
  const roll = dice(13);
  const stretch = (): Rule => {
    const low = roll(15);
    const rule = test(of[roll(of.length)]?.id ?? '', low, low + roll(15));
    return roll(2) ? rule : { not: rule };
  };
  // Two tests a stretch: 594 of the 600 that a playbook may have.
  const rule = (): Rule => ({ all: times(11, () => ({ any: times(3, stretch) })) });
  return documentOf(times(9, rule), [...of]);
};

const day = (n: number): string => `2027-01-${String(n + 1).padStart(2, '0')}`;

/** Five scales of nine parts, flags and outcomes, each of which wants a search. */
function beside(): Playbook {
  const roll = dice(17);
  const rule = (): Rule => ({ atLeast: 4, of: times(9, () => is(roll(60), roll(2) ? 'yes' : 'no')) });
  return documentOf([{ all: [] }], yesno, {
    outcomes: times(5, (n) => ({
      id: `o${n}`,
      name: `Out ${n}`,
      meaning: '',
      rule: rule(),
      reasons: [{ id: 'why', label: 'Why' }],
      asksDate: false,
    })),
    flags: times(9, (n) => ({ id: `f${n}`, name: `Flag ${n}`, rule: rule() })),
    scales: times(5, (n) => ({
      id: `k${n}`,
      name: `Scale ${n}`,
      of: times(9, (k) => ({ label: `Part ${k}`, rule: rule() })),
      bands: [{ id: 'one', label: 'One', atLeast: 1 }],
    })),
  });
}

/** As many phrases as may be, on one long text; and as much prose as may be. */
export function wordy(phrases: number, prose: number): Playbook {
  const roll = dice(19);
  const word = () => ['alpha', 'beta', 'gamma', 'delta'][roll(4)] ?? '';
  const lists = Math.ceil(phrases / 40);
  const evidence = (n: number): EvidenceRule[] =>
    n >= lists
      ? []
      : [
          {
            fact: 'hubspot:contacts.notes',
            when: {
              mentions: times(40, (k) =>
                `${word()} ${word()} ${word()} ${word()} never${n}x${k}`.slice(0, 80),
              ),
            },
            gives: 'yes',
          },
        ];
  const each = Math.min(600, Math.floor(prose / 180));
  const text = 'Words of it. '.repeat(60).slice(0, each);
  const criteria = times(60, (n) =>
    criterion(`c${n}`, { evidence: evidence(n), why: text, yes: text, no: text }),
  );
  return documentOf([{ all: times(40, (n) => is(n)) }], criteria);
}

export const kinds = (): Kind[] => [
  { name: 'one number, 378 tests', playbook: oneNumber() },
  { name: 'at least 20 of 40, once', playbook: onceHalf() },
  { name: 'at-least of at-least, 60 criteria', playbook: half() },
  { name: 'at-least seven deep', playbook: deep() },
  { name: 'contradicting triples', playbook: triples() },
  {
    name: 'overlapping stretches',
    playbook: overlapping(numbers, (id, low, high) => ({ criterion: id, between: [low, high] })),
  },
  {
    name: 'overlapping days',
    playbook: overlapping(days, (id, low, high) => ({
      all: [
        { criterion: id, after: day(low) },
        { criterion: id, before: day(high) },
      ],
    })),
  },
  { name: 'scales, flags, outcomes', playbook: beside() },
  { name: '1,000 phrases', playbook: wordy(1_000, 90_000) },
];
