// The one-line texts of the rows.
import { describe, expect, it } from 'vitest';
import { age, answered, answerText, initials, sourceMark, sourceWords } from '@/lib/qualification';
import { daysAgo, fact, now, playbook, snapshot } from '../fixture';

describe('summary', () => {
  it('words answers and marks sources', () => {
    const facts = [fact('company.employees', 1200), fact('source.kind', 'boughtList')];
    const all = answered(playbook, snapshot(facts), null, now);
    const texts = playbook.criteria.map((one) => {
      const given = all[one.id];
      return given === undefined
        ? ''
        : `${answerText(one, given)}|${sourceMark(given)}|${sourceWords(given)}`;
    });
    expect(texts).toContain('1,200 people|HS|HubSpot');
    expect(texts).toContain('Bought list|HS|HubSpot');
    expect(texts[0]).toBe('||nobody yet');
  });
  it('finds initials', () => {
    expect([initials('HubSpot'), initials('Salesforce'), initials('')]).toEqual(['HS', 'SA', '']);
  });
  it.each([
    [0, 'today'],
    [0.9, 'today'],
    [1, '1 day ago'],
    [13, '13 days ago'],
    [14, '2 weeks ago'],
    [61, '2 months ago'],
    [729, '23 months ago'],
    [731, '2 years ago'],
    [-2, 'in 2 days'],
  ])('%s days are "%s"', (days, words) => expect(age(daysAgo(days), now)).toBe(words));
  it('has no age without a time', () => expect(age(null, now) + age('odd', now)).toBe(''));
});
