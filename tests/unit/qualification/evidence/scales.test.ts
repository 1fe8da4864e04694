// How temperature comes about, part by part.
import { expect, it } from 'vitest';
import { compile, evaluate } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { scalesDerived, scaleWords } from '@/lib/qualification';

const compiled = compile(defaultPlaybook);
const words = (answers: Answers) =>
  scalesDerived(defaultPlaybook, evaluate(compiled, answers), answers).map(scaleWords);

it.each<[Answers, string[]]>([
  [{}, []],
  [{ budget: 'yes' }, ['Temperature: 1 of 4 so far (budget; authority, need, demand not known)']],
  [{ budget: 'no' }, ['Temperature: 0 of 4 so far (not budget; authority, need, demand not known)']],
  [
    { budget: 'yes', decides: 'no', hasProblem: 'yes' },
    ['Temperature: 2 of 4 so far (budget, need; not authority; demand not known)'],
  ],
  [
    { budget: 'yes', decides: 'no', hasProblem: 'yes', demand: 'no' },
    ['Temperature: Warm (budget, need; not authority, demand)'],
  ],
  [
    { budget: 'no', decides: 'no', hasProblem: 'yes', demand: 'no' },
    ['Temperature: Cold (need; not budget, authority, demand)'],
  ],
  // What is not known could lift it no higher.
  [
    { budget: 'yes', decides: 'yes', hasProblem: 'yes' },
    ['Temperature: Hot (budget, authority, need; demand not known)'],
  ],
  [
    { budget: 'no', decides: 'no', hasProblem: 'no', demand: 'no' },
    ['Temperature: 0 of 4 (not budget, authority, need, demand)'],
  ],
  // A go-between has no purchasing authority.
  [
    { budget: 'yes', decides: 'no', connects: 'yes', hasProblem: 'no', demand: 'no' },
    ['Temperature: Cold (budget; not authority, need, demand)'],
  ],
  [
    { budget: 'yes', decides: 'yes', hasProblem: 'yes', demand: 'yes' },
    ['Temperature: Hot (budget, authority, need, demand)'],
  ],
])('%o', (answers, expected) => expect(words(answers)).toEqual(expected));
