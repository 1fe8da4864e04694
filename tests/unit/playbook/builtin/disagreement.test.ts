// Where the articles disagree, question by question: every cell of the table is a contact that shows it.
import { describe, expect, it } from 'vitest';
import { builtins } from '@/lib/playbook/builtin';
import { ago, type Case, form, inMarket, no, say, yes } from '../cases/case';

type Contact = Pick<Case, 'facts' | 'rep'>;

/** A prospect under every playbook: whatever else, each of them has nothing left to ask for. */
const everything = yes(
  ...['twoWay', 'talked', 'reacted', 'openToBuy', 'showsInterest', 'fitsMarket', 'financialProfile'],
  ...['hasProblem', 'perceivesValue', 'couldUse', 'decides', 'budget'],
);
/** The same contact with some answers other than yes; null is unknown. */
const but = (rep: NonNullable<Case['rep']>): Contact => ({ rep: { ...everything, ...rep } });
const without = (...ids: string[]): Contact => but(Object.fromEntries(ids.map((id) => [id, null])));

const silent = but({ ...no('twoWay', 'talked', 'reacted', 'showsInterest'), openToBuy: null });
const onlyClicked = but({ ...no('twoWay', 'talked', 'showsInterest'), ...yes('reacted') });
const onlyReplied = but({ ...no('talked'), ...yes('twoWay') });
const change = (...ids: string[]): Contact => ({
  rep: { ...everything, ...no('showsInterest'), ...yes(...ids) },
});
const borrowed: Contact = { rep: { ...everything, ...yes('pain', 'interest', 'fit', 'explore', 'partner') } };
/** Downloaded, attended, clicked and replied, and nobody has asked them yet. */
const active: Contact = {
  facts: [
    form('White paper', 3),
    ...['event.lastAttendedAt', 'engagement.lastClickAt', 'engagement.lastReplyAt'].map((name) =>
      ago(name, 3),
    ),
  ],
};
const fitting: Contact = { rep: yes('fitsMarket') };
const downloaded: Contact = { ...fitting, facts: [form('E-book: the paperless warehouse', 3)] };
const clicked: Contact = { ...fitting, facts: [ago('engagement.lastClickAt', 3)] };

type Cell = [playbook: string, says: string, contact: Contact, stage: string | null];

const table: Record<string, Cell[]> = {
  'Is a reply or a conversation needed for prospect?': [
    ['value', 'a call, to find out: what they did by themselves tells nothing', active, 'lead'],
    ['value', 'once they have told the problem, however they did, it is', onlyReplied, 'prospect'],
    ['three-levels', 'yes', silent, 'lead'],
    ['three-levels', 'yes: a reply does', onlyReplied, 'prospect'],
    ['communication', 'yes', silent, 'lead'],
    [
      'communication',
      'yes: a click is none',
      { rep: { ...onlyClicked.rep, ...yes('showsInterest') } },
      'lead',
    ],
    ['target-market', 'no', silent, 'prospect'],
    ['profile', 'interest, yes', silent, 'lead'],
    ['profile', 'interest, yes: a bare reply is none', but(no('showsInterest')), 'lead'],
    ['response', 'yes', silent, 'lead'],
    ['response', 'or a click', onlyClicked, 'prospect'],
  ],
  'Is target-market fit needed for prospect?': [
    ['value', 'no: a problem that we can solve', but(no('fitsMarket', 'financialProfile')), 'prospect'],
    ['value', 'no: without the problem it is none', but(no('hasProblem')), 'lead'],
    ['three-levels', 'yes', but(no('fitsMarket')), 'lead'],
    ['communication', 'qualification finds it out', without('fitsMarket'), 'prospect'],
    ['communication', 'qualification may find that it does not', but(no('fitsMarket')), 'prospect'],
    ['target-market', 'yes', but(no('fitsMarket')), 'lead'],
    ['target-market', 'and it is enough', { facts: inMarket }, 'prospect'],
    ['profile', 'yes', but(no('fitsMarket')), 'lead'],
    ['response', 'yes, as far as it is known', but(no('fitsMarket')), 'lead'],
  ],
  'Is interest needed for prospect?': [
    ['value', 'no', but(no('showsInterest')), 'prospect'],
    ['three-levels', 'implied by two-way', but(no('showsInterest')), 'prospect'],
    [
      'three-levels',
      'implied by two-way, which is asked',
      but({ ...yes('showsInterest'), ...no('twoWay') }),
      'lead',
    ],
    ['communication', 'yes', but(no('showsInterest')), 'lead'],
    ['target-market', 'no', but(no('showsInterest')), 'prospect'],
    ['profile', 'yes', but(no('showsInterest')), 'lead'],
    ['response', 'a reaction is', but(no('showsInterest')), 'prospect'],
    ['response', 'a reaction, which is asked', but(no('twoWay', 'reacted')), 'lead'],
  ],
  'Is authority needed for prospect?': [
    ['value', 'no', but(no('decides')), 'prospect'],
    ['three-levels', 'yes, or a path to it', but(no('decides')), 'lead'],
    ['communication', 'asked: no is an answer', but(no('decides')), 'prospect'],
    ['communication', 'asked, and not waited for', without('decides'), 'prospect'],
    ['target-market', 'no', but(no('decides', 'showsInterest')), 'prospect'],
    ['profile', 'a level to find out next, and no way back', but(no('decides')), 'prospect'],
    ['response', 'no', but(no('decides')), 'prospect'],
  ],
  'Is budget needed for prospect?': [
    ['value', 'no', but(no('budget')), 'prospect'],
    ['three-levels', 'yes', but(no('budget')), 'lead'],
    ['communication', 'no (temperature)', but(no('budget')), 'prospect'],
    [
      'target-market',
      'financial profile, not a budget',
      but({ ...no('budget', 'showsInterest') }),
      'prospect',
    ],
    ['target-market', 'financial profile', but(no('financialProfile')), 'lead'],
    ['profile', 'no', but(no('budget')), 'prospect'],
    ['response', 'one who cannot buy stays a lead', but(no('openToBuy')), 'lead'],
  ],
  'What makes an opportunity?': [
    ['value', 'agreed to change, and a partner in it', change('explore', 'partner'), 'opportunity'],
    ['value', 'pain alone never does', change('pain', 'interest', 'fit'), 'prospect'],
    ['three-levels', 'pain, interest and fit', change('looking', 'pain', 'interest', 'fit'), 'opportunity'],
    ['three-levels', 'not the agreement to change', change('looking', 'explore', 'partner'), 'prospect'],
    ['communication', 'SRL', { facts: [form('Contact sales', 1)] }, 'opportunity'],
    ['communication', 'nothing but SRL', borrowed, 'prospect'],
    ['target-market', 'expressed interest', but({}), 'opportunity'],
    ['target-market', 'without it none', change('pain', 'interest', 'fit', 'explore', 'partner'), 'prospect'],
    ['profile', 'not defined: borrowed from the default', borrowed, 'opportunity'],
    ['response', 'not defined: borrowed from the default', borrowed, 'opportunity'],
  ],
  'Does a download or a click make more than a lead?': [
    ...['value', 'three-levels', 'communication', 'profile', 'response'].map(
      (id): Cell => [id, 'a download does not', downloaded, 'lead'],
    ),
    ...['value', 'three-levels', 'communication', 'profile'].map(
      (id): Cell => [id, 'a click does not', clicked, 'lead'],
    ),
    // There the market alone is enough.
    ['target-market', 'a download does not', { facts: downloaded.facts ?? [] }, 'lead'],
    ['target-market', 'a click does not', { facts: clicked.facts ?? [] }, 'lead'],
    ['response', 'a click does', clicked, 'prospect'],
  ],
};

const under = (id: string, contact: Contact) => say(contact).find((said) => said.id === id)?.verdict;

describe.each(Object.entries(table))('%s', (_, cells) => {
  it('has an answer from each article', () => {
    const asked = new Set(cells.map(([id]) => id));
    expect([...asked].sort()).toEqual(
      builtins
        .map(({ id }) => id)
        .filter((id) => id !== 'default')
        .sort(),
    );
  });

  it.each(cells)('%s: %s', (id, _says, contact, stage) => {
    expect(under(id, contact)?.stage).toBe(stage);
  });
});

describe('beside the table', () => {
  it('all agree that the one of whom all is known is a prospect at least', () => {
    for (const { verdict } of say(but({})))
      expect([verdict.playbook.id, verdict.stage]).not.toContain('lead');
  });

  it('a download is a type of lead where the article has types', () => {
    const labels = under('communication', downloaded)?.labels;
    expect(labels?.find(({ id }) => id === 'leadType')?.option).toBe('mql');
  });

  it('the temperature falls without a budget, and the stage stays', () => {
    const warm = under('communication', but({ ...no('budget', 'demand') }));
    expect([warm?.stage, warm?.scales[0]?.band?.id]).toEqual(['prospect', 'warm']);
    const hot = under('communication', but(no('demand')));
    expect([hot?.stage, hot?.scales[0]?.band?.id]).toEqual(['prospect', 'hot']);
  });

  it.each(['profile', 'response'])('%s says what it borrows, where the rep reads it', (id) => {
    const [own, standard] = [id, 'default'].map((one) => builtins.find((playbook) => playbook.id === one));
    const top = own?.stages.at(-1);
    expect(top?.rule).toEqual(standard?.stages.at(-1)?.rule);
    expect(top?.meaning).toMatch(/^Borrowed from the Stagecheck default/);
    expect(top?.cites).toEqual(['Stagecheck default']);
    expect(own?.sources.find(({ title }) => title === 'Stagecheck default')?.note).toMatch(/^Borrowed/);
    expect(own?.description).toContain('defines no opportunity');
  });
});
