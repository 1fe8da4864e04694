// What a stage rests on that nobody has said: named where it decides, and nowhere else.
import { describe, expect, it } from 'vitest';
import { compile, evaluate, presumedFor, presumedWords } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import { builtins } from '@/lib/playbook/builtin';
import { parting } from '@/lib/playbook/compare';

const of = (id: string) => {
  const found = builtins.find((one) => one.id === id);
  if (!found) throw new Error(`There is no playbook "${id}".`);
  return found;
};
const response = of('response');

describe('what a stage presumes', () => {
  it.each<[string | null, Answers, string]>([
    ['lead', {}, ''],
    ['prospect', {}, ''],
    [null, {}, ''],
    [
      'prospect',
      { twoWay: 'yes' },
      'Prospect holds until shown otherwise: "Could and would buy", "Target-market fit" are not known',
    ],
    [
      'prospect',
      { twoWay: 'yes', fitsMarket: 'yes' },
      'Prospect holds until shown otherwise: "Could and would buy" is not known',
    ],
    ['prospect', { twoWay: 'yes', fitsMarket: 'yes', openToBuy: 'yes' }, ''],
    ['prospect', { twoWay: 'yes', openToBuy: 'no' }, ''],
  ])('%s with %o: %s', (stage, answers, words) => {
    expect(presumedWords(response, stage, answers)).toBe(words);
  });

  it('is nothing where another way to the stage is sure', () => {
    const communication = of('communication');
    expect(presumedFor(communication, 'prospect', { twoWay: 'yes' })).toEqual(['showsInterest']);
    expect(presumedFor(communication, 'prospect', { twoWay: 'yes', leadType: 'sql' })).toEqual([]);
  });

  it('is what two playbooks part on, once it is known not to hold', () => {
    const judged = (id: string, answers: Answers) => {
      const compiled = compile(of(id));
      return { compiled, answers, verdict: evaluate(compiled, answers) };
    };
    const answers: Answers = { twoWay: 'yes', openToBuy: 'no' };
    expect(parting(judged('communication', answers), judged('response', answers))).toMatchObject({
      stage: 'prospect',
      seenBy: 'first',
      on: 'asked',
      criterion: 'openToBuy',
      value: 'no',
      item: { accept: ['yes'] },
      others: 0,
    });
  });
});
