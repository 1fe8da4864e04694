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
  [{ budget: 'yes' }, ['Temperature: Cold (budget; authority, need, demand not known)']],
  [
    { budget: 'yes', decides: 'no', hasProblem: 'yes' },
    ['Temperature: Warm (budget, need; not authority; demand not known)'],
  ],
  [
    { budget: 'yes', decides: 'yes', hasProblem: 'yes', demand: 'yes' },
    ['Temperature: Hot (budget, authority, need, demand)'],
  ],
])('%o', (answers, expected) => expect(words(answers)).toEqual(expected));
