// The response article, statement by statement, by its lines: what the built-in playbook makes of each.
import { describe, expect, it } from 'vitest';
import { fact } from '../../../qualification/fixture';
import { ago, inMarket, no, outside, yes } from '../../cases/case';
import { playbookOf, under, wordsOf } from './contact';

const of = (contact: Parameters<typeof under>[1]) => under('response', contact);
const stage = (contact: Parameters<typeof under>[1]) => of(contact).stage;

describe('the response article', () => {
  it('5: no definition holds for all', () => {
    expect(playbookOf('response').sources[0]?.note).toMatch(/no definition holds for all/);
  });

  it('7: every customer starts as a stranger and is taken down the funnel', () => {
    expect(wordsOf('response', 'lead')).toMatch(/Every customer begins as a stranger/);
    expect(wordsOf('response', 'prospect')).toMatch(/down the funnel/);
  });

  it.each([
    ['nothing is known', {}],
    ['the fit is not known', { facts: [fact('source.kind', 'boughtList')] }],
    ['it fits', { facts: inMarket }],
    ['it does not fit', { facts: outside }],
  ])('11, 13, 27-30: a lead where %s', (_, contact) => {
    expect(stage(contact)).toBe('lead');
  });

  it('11, 13: who is known not to match leaves the list, by a proposal', () => {
    expect(of({ facts: outside }).outcomes).toContain('disqualified');
    expect(of({}).outcomes).toEqual([]);
  });

  it.each([
    ['talked, by the CRM', { facts: [ago('engagement.lastConnectedCallAt', 2)] }],
    ['talked, as the rep says', { rep: yes('twoWay') }],
    ['replied', { facts: [ago('engagement.lastReplyAt', 2)] }],
    ['clicked', { facts: [ago('engagement.lastClickAt', 2)] }],
    ['asked on social media, as the rep says', { rep: yes('reacted') }],
    ['chatted at a fair and matches, as the rep says', { facts: inMarket, rep: yes('reacted') }],
    ['reacted, and did not know whether they could buy', { rep: { ...yes('reacted'), openToBuy: null } }],
  ])('15, 34-38: who %s is a prospect, nothing being known against it', (_, contact) => {
    expect(stage(contact)).toBe('prospect');
    expect(of(contact).presumed).toContain('openToBuy');
  });

  it.each([
    ['did not respond', { rep: no('twoWay', 'reacted') }],
    ['does not want to or cannot for now', { rep: { ...yes('twoWay', 'reacted'), ...no('openToBuy') } }],
    ['clicked, and cannot for now', { facts: [ago('engagement.lastClickAt', 2)], rep: no('openToBuy') }],
  ])('15: who %s stays a lead, and may be come back to', (_, contact) => {
    expect(stage(contact)).toBe('lead');
    expect(of(contact).outcomes).toEqual(['nurture']);
  });

  it('15: who says that nothing keeps them is one without anything presumed but the fit', () => {
    expect(of({ rep: yes('twoWay', 'openToBuy') })).toMatchObject({
      stage: 'prospect',
      presumed: ['fitsMarket'],
    });
    expect(of({ facts: inMarket, rep: yes('twoWay', 'openToBuy') }).presumed).toEqual([]);
  });

  it('15: the first question is about a reaction', () => {
    expect(['twoWay', 'reacted']).toContain(of({}).next);
  });

  it('19-23: two kinds of communication, in the guidance and in the tasks', () => {
    const { stages, steps = [] } = playbookOf('response');
    expect(stages[0]?.guidance).toMatch(/know us.*interest.*offers/);
    expect(stages[1]?.guidance).toMatch(/business relationship.*funnel/);
    const task = (id: string) =>
      steps.find(({ kind, stages = [] }) => kind === 'followUp' && stages.includes(id));
    expect(task('lead')?.body).toMatch(/brand.*interest.*offer/);
    expect(task('prospect')?.body).toMatch(/funnel/);
  });

  it('what it does not say is marked as borrowed: opportunity, disqualified, and nurture with its date', () => {
    const { outcomes, stages, sources } = playbookOf('response');
    for (const { cites } of [...outcomes, ...stages.slice(2)]) expect(cites).toEqual(['Stagecheck default']);
    expect(sources.at(-1)?.note).toMatch(/^Borrowed: .*opportunity.*disqualified.*nurture/);
  });
});
