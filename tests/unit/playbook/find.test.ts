// The search over criteria: every word counts, accents and case don't, names come first.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { findCriteria } from '@/lib/playbook/find';
import { playbookOf, yesno } from './small';

const order = defaultPlaybook.criteria.map(({ id }) => id);
const find = (text: string) => findCriteria(defaultPlaybook, order, text);

describe('finding criteria', () => {
  it('finds every criterion by its own label, and puts it first', () => {
    for (const { id, label } of defaultPlaybook.criteria) {
      const { ids, best } = find(label.toUpperCase());
      expect(ids[best]).toBe(id);
    }
  });

  it('finds by the question, by what counts, by an option and by the level', () => {
    const playbook = playbookOf(
      { all: [] },
      {
        levels: [{ id: 'only', name: 'Stakeholder' }],
        criteria: [
          { ...yesno('a'), ask: 'Who signs?' },
          { ...yesno('b'), yes: 'A résumé was sent.', no: 'Nothing came.' },
          { ...yesno('c'), kind: 'choice', options: [{ id: 'x', label: 'Trade show' }] },
        ],
      },
    );
    const found = (text: string) => findCriteria(playbook, ['a', 'b', 'c'], text).ids;
    expect(found('SIGNS')).toEqual(['a']);
    expect(found('resume')).toEqual(['b']);
    expect(found('nothing  came')).toEqual(['b']);
    expect(found('show trade')).toEqual(['c']);
    expect(found('stakeholder')).toEqual(['a', 'b', 'c']);
    expect(found('signs came')).toEqual([]);
  });

  it('keeps the order, gives all for no words, and fewer for more', () => {
    const text = fc.array(fc.constantFrom('a', 'de', 'who', 'Market', 'ÿ', ' '), { maxLength: 4 });
    fc.assert(
      fc.property(text, text, (some, more) => {
        const [first, both] = [find(some.join(' ')), find([...some, ...more].join(' '))];
        expect(order.filter((id) => first.ids.includes(id))).toEqual(first.ids);
        expect(both.ids.filter((id) => !first.ids.includes(id))).toEqual([]);
        expect(first.best).toBeLessThan(Math.max(1, first.ids.length));
      }),
    );
    expect(find('').ids).toEqual(order);
  });
});
