// What a built-in playbook tells a rep to do is about what it asks: no step, guidance or content speaks of anything else.
import { describe, expect, it } from 'vitest';
import { contentFor, stepFor } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import type { Playbook } from '@/lib/playbook/schema';

type Criterion = Playbook['criteria'][number];
const ids =
  (...wanted: string[]) =>
  ({ id }: Criterion): boolean =>
    wanted.includes(id);

/** A subject by the words that name it, and the criteria of which one has to be asked wherever they are said. */
const subjects: { about: string; words: RegExp; asked: (criterion: Criterion) => boolean }[] = [
  {
    about: 'two-way contact',
    words: /two-way|conversation|\b(get|true) (a |an )?(reply|answer)|\bchat\b/i,
    asked: ids('twoWay', 'talked'),
  },
  { about: 'a reaction', words: /\breact|\bclick(?! says)/i, asked: ids('reacted', 'leadType', 'twoWay') },
  { about: 'interest', words: /\binterest/i, asked: ids('showsInterest', 'interest', 'reacted', 'leadType') },
  {
    about: 'a problem',
    words: /\bproblem|what hurts|is hard for them|\bpain\b|has to be solved/i,
    asked: ids('hasProblem', 'pain'),
  },
  {
    about: 'why now',
    words: /why now|\bacute|\blinger|deadline/i,
    asked: ids('interest', 'painAge', 'demand'),
  },
  { about: 'a change', words: /\bchange\b/i, asked: ids('explore') },
  { about: 'partnership', words: /\bpartner/i, asked: ids('partner') },
  {
    about: 'who decides',
    words: /\bwho (else )?(decides|has a say)|has a say|\bdecider|the one who decides|decision/i,
    asked: ({ id, level }) => level === 'stakeholder' && id !== 'budget',
  },
  { about: 'money', words: /\bmoney|\bbudget|can afford/i, asked: ids('budget', 'financialProfile') },
  {
    about: 'the company',
    words: /where they are, what they do|how large|do they fit|profile of our ideal|demographics/i,
    asked: ids('fitsMarket', 'financialProfile'),
  },
  { about: 'use', words: /to use\b|\buse our/i, asked: ids('couldUse') },
  {
    about: 'gain',
    words: /would gain|would be worth/i,
    asked: ids('couldUse', 'perceivesValue', 'massiveValue'),
  },
  { about: 'dream clients', words: /dream client/i, asked: ids('massiveValue') },
  {
    about: 'the place in buying',
    words: /how far along|where they are in (the )?buying|until they are ready/i,
    asked: ids('position'),
  },
];

/** Everything that a rep is told to do under a playbook, by where it stands. */
function tolds(playbook: Playbook): [where: string, text: string][] {
  const guidance = playbook.stages.map(({ id, guidance: text = '' }): [string, string] => [
    `guidance at ${id}`,
    text,
  ]);
  const steps = (playbook.steps ?? []).map(({ id, label, subject, body = '' }): [string, string] => [
    `step ${id}`,
    `${label}. ${subject}. ${body}`,
  ]);
  const marks = playbook.flags.map(({ id, help = '' }): [string, string] => [`flag ${id}`, help]);
  return [...guidance, ...steps, ...marks];
}

describe.each(builtins.map((playbook) => [playbook.id, playbook] as const))('%s', (_, playbook) => {
  it.each(tolds(playbook))('%s speaks of what is asked', (_where, text) => {
    const unasked = subjects
      .filter(({ words, asked }) => words.test(text) && !playbook.criteria.some(asked))
      .map(({ about }) => about);
    expect([text, unasked]).toEqual([text, []]);
  });

  it('offers to find who decides exactly where that is asked', () => {
    const asks = playbook.criteria.some(({ id, level }) => level === 'stakeholder' && id !== 'budget');
    for (const { id } of playbook.stages) {
      expect(stepFor(playbook, 'findDecider', id) !== null).toBe(asks);
      expect(stepFor(playbook, 'followUp', id)).toMatchObject({ kind: 'followUp', stages: [id] });
      expect(stepFor(playbook, 'nurture', id)).not.toBeNull();
    }
  });

  it('has content for the place in buying exactly where that is asked', () => {
    const asks = playbook.criteria.some(({ id }) => id === 'position');
    expect(contentFor(playbook, { position: 'researching' }).length > 0).toBe(asks);
  });
});

it('knows the subjects: each is spoken of somewhere', () => {
  const all = builtins.flatMap(tolds).map(([, text]) => text);
  const silent = subjects.filter(({ words }) => !all.some((text) => words.test(text)));
  expect(silent.map(({ about }) => about)).toEqual([]);
});
