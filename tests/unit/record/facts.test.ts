// Every shared fact has a label and reads as evidence.
import { describe, expect, it } from 'vitest';
import { factKind, factWords, sharedFacts } from '@/lib/record/facts';
import { timeOf } from '@/lib/util/dates';
import { fact } from '../qualification/fixture';

describe('facts', () => {
  it.each([
    [fact('engagement.lastReplyAt', '2026-10-03T09:30:00Z'), 'replied 3 Oct 2026'],
    [fact('engagement.lastMeetingBookedAt', '2027-01-12T09:30:00Z'), 'meeting booked for 12 Jan 2027'],
    [fact('company.employees', 240), '240 people'],
    [fact('company.employees', '1200'), '1,200 people'],
    [fact('company.employees', 1), '1 person'],
    [fact('company.industry', 'LOGISTICS', null, 'Logistics'), 'Logistics'],
    [fact('person.title', '  VP\n Operations '), 'title: VP Operations'],
    [fact('deals.open', 0), '0 open deals'],
    [fact('person.emailOptOut', true), 'opted out of email'],
    [fact('person.emailOptOut', false), 'accepts email'],
    [fact('hubspot:contacts.renewal_day', '2026-12-01'), 'renewal day: 1 Dec 2026'],
    [fact('salesforce:Lead.My_Field__c', 'x y'), 'My Field: x y'],
    [fact('web.lastFormName', '2026-01-01'), 'form: 2026-01-01'],
  ])('%o', (one, words) => expect(factWords(one)).toBe(words));

  it('has words of its own for each name', () => {
    for (const [name, kind] of Object.entries(sharedFacts)) {
      expect(kind.label, name).not.toBe('');
      expect(kind.words('3'), name).toContain(name === 'person.emailOptOut' ? 'email' : '3');
    }
    expect(factKind('constructor').type).toBe('text');
  });
  it('keeps a hostile title on one short line', () => {
    const words = factWords(fact('person.title', `<b>VP</b>\u202E\n${'x'.repeat(10_000)}`));
    expect(words).toMatch(/^title: <b>VP<\/b> x+…$/);
    expect(words.length).toBeLessThan(100);
  });
  it('reads only real times', () => {
    expect(timeOf('2026-02-30')).toBeNull();
    expect(timeOf('12')).toBeNull();
    expect(timeOf('2026-02-28T10:00:00.000Z')).toBe(Date.UTC(2026, 1, 28, 10));
  });
});
