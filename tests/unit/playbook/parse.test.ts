// Documents that are no playbook: each problem is told in plain words, with its place.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, PlaybookError, parsePlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Playbook } from '@/lib/playbook/schema';
import { arbitraryPlaybook } from './arbitrary';
import { playbookOf, yesno } from './small';

const rule = { criterion: 'a', is: 'yes' };
const small = playbookOf(rule);

const problemsOf = (document: unknown): string[] => {
  const parsed = parsePlaybook(document);
  return parsed.ok ? [] : parsed.problems;
};

const withRule = (inner: unknown): unknown => ({
  ...small,
  stages: [{ id: 'stage', name: 'Stage', meaning: '', rule: inner }],
});

describe('parsePlaybook', () => {
  it('reads the default playbook as it is', () => {
    const parsed = parsePlaybook(JSON.parse(JSON.stringify(defaultPlaybook)));
    expect(parsed).toEqual({ ok: true, playbook: defaultPlaybook });
  });

  it('reads what can be compiled, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryPlaybook(), (playbook) => {
        expect(parsePlaybook(JSON.parse(JSON.stringify(playbook)))).toEqual({ ok: true, playbook });
        const broken: Playbook = { ...playbook, criteria: playbook.criteria.toSpliced(0, 1, yesno('other')) };
        if (problemsOf(broken).length === 0) compile(broken);
        else expect(() => compile(broken)).toThrow(PlaybookError);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const problems = problemsOf(value);
        expect(problems.length).toBeGreaterThan(0);
        for (const problem of problems) expect(problem.length).toBeGreaterThan(10);
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['no document', null, 'The document: is null, where Object is wanted'],
    ['a missing name', { ...small, name: undefined }, 'name: is missing'],
    ['an empty name', { ...small, name: '' }, 'name: is too short (>=1 wanted)'],
    [
      'a key too many',
      { ...small, script: 'x' },
      'The document: has "script", which a playbook doesn\'t know there',
    ],
    [
      'a question without words',
      { ...small, criteria: [{ ...yesno('a'), ask: undefined }] },
      'Criterion 1 (a), ask: is missing',
    ],
    [
      'an unknown kind',
      { ...small, criteria: [yesno('b'), { ...yesno('a'), kind: 'text' }] },
      'Criterion 2 (a), kind: is "text", where ("yesno" | "choice" | "number" | "date") is wanted',
    ],
    [
      'an option with a wrong id',
      {
        ...small,
        criteria: [
          {
            ...yesno('a'),
            options: [
              { id: 'A b', label: 'x' },
              { id: 'c', label: 'y' },
            ],
          },
        ],
      },
      'Criterion 1 (a), option 1 (A b), id: is "A b", which isn\'t of the form /^[a-z][A-Za-z0-9]{0,39}$/',
    ],
    ['no rule', withRule(undefined), 'Stage 1 (stage), rule: is missing'],
    [
      'an expression for a rule',
      withRule('a and b'),
      'Stage 1 (stage), rule: is not a rule (all, any, atLeast with of, not, unless, or a test on a criterion)',
    ],
    [
      'an operator that is none',
      withRule({ all: [rule, { not: { xor: [rule] } }] }),
      'Stage 1 (stage), rule, all, part 2, not: has "xor"; a rule is all, any, atLeast with of, not, unless, or a test on a criterion',
    ],
    ['a group of no list', withRule({ any: rule }), 'Stage 1 (stage), rule, any: is not a list of rules'],
    [
      'two tests at once',
      withRule({ criterion: 'size', atLeast: 1, atMost: 5 }),
      'Stage 1 (stage), rule: a test on "size" needs exactly one of is, oneOf, atLeast, atMost, between, before or after',
    ],
    [
      'a test with a wrong value',
      withRule({ criterion: 'size', atLeast: 'many' }),
      'Stage 1 (stage), rule: "atLeast" is no test on "size" that can be understood (is, oneOf, atLeast, atMost, between, before or after)',
    ],
    [
      'half a count',
      withRule({ atLeast: 0.5, of: [rule] }),
      'Stage 1 (stage), rule, atLeast: is no whole number from 0 up',
    ],
    [
      'what lint finds',
      withRule({ criterion: 'nobody', is: 'yes' }),
      'Stage "stage": there is no criterion "nobody"',
    ],
  ])('tells of %s', (_, document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });

  it('tells no more than fifty problems', () => {
    const criteria = Array.from({ length: 60 }, () => ({}));
    expect(problemsOf({ ...small, criteria }).length).toBe(50);
  });

  it('takes text that looks like markup as the text it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    const parsed = parsePlaybook({ ...small, name });
    expect(parsed.ok && parsed.playbook.name).toBe(name);
  });
});
