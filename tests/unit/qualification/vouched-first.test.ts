// What the CRM says of an earlier answer stands first and whole; what its text says of itself comes after, and in quotes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf as hubspotOrigin } from '@/lib/crm/hubspot/read/origin';
import { originOf as salesforceOrigin } from '@/lib/crm/salesforce/read/origin';
import { earlierEvidence } from '@/lib/qualification/evidence/earlier';
import { formatRecordLine, type RecordedAnswer } from '@/lib/qualification/record-line/record-line';
import { heard, type Origin } from '@/lib/qualification/record-line/vouched';
import { hostileTexts } from '../../fuzz/hostile-text';
import { daysAgo, now, playbook, snapshot } from './fixture';
import { old, text } from './note-arbitrary';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const marcus = '005000000000001AAA';
const decides = playbook.criteria.find((one) => one.id === 'decides');

type Claim = { by: string; owner: string; one: Partial<RecordedAnswer> };
const body = ({ by, owner, one }: Claim) => {
  const answer: RecordedAnswer = { value: 'yes', from: 'earlier', at: daysAgo(5), by: 'Lena Bauer', ...one };
  const note = { ...old, id, at: daysAgo(5), by, owner, answers: { decides: answer } };
  return `Evidence (Stagecheck)\n${formatRecordLine(note)}`;
};
/** A task of Marcus Webb's, as Salesforce tells it. */
const task = (told: string): Origin =>
  salesforceOrigin(
    {
      ...{ Subject: `Stagecheck: lead (id=${id})`, Description: told, TaskSubtype: 'Task' },
      ...{ CreatedDate: daysAgo(4), CreatedById: marcus, LastModifiedById: marcus },
      ...{
        CreatedBy: { Name: 'Marcus Webb', UserType: 'Standard' },
        LastModifiedBy: { Name: 'Marcus Webb' },
      },
    },
    'right',
  );
const note = (): Origin =>
  hubspotOrigin(
    {
      ...{ id: '1', createdAt: daysAgo(4) },
      properties: { hs_object_source: 'INTEGRATION', hs_lastmodifieddate: daysAgo(4) },
    },
    { wrote: () => true },
  );

function shown(claim: Claim, crm: 'HubSpot' | 'Salesforce') {
  const told = body(claim);
  const origin = crm === 'HubSpot' ? note() : task(told);
  const names = { crm, thing: crm === 'HubSpot' ? 'note' : 'task' };
  const { earlier } = heard([{ text: told, url: null, origin, place: 'here' }], names);
  if (!decides) throw new Error('The playbook has no such question.');
  const found = earlierEvidence(decides, snapshot([], { earlier }), now);
  return { source: found?.evidence.source ?? '', via: found?.evidence.via ?? '' };
}
const byMarcus = { by: 'Marcus Webb', owner: marcus };
const written = 'written by Marcus Webb in Salesforce';

describe('what an answer’s own text says of the way that it came', () => {
  it('stands behind what the CRM says, in quotes', () => {
    const via = 'written by Lena Bauer in Salesforce';
    expect(shown({ ...byMarcus, one: { via } }, 'Salesforce').via).toBe(`${written}, the task says “${via}”`);
    expect(shown({ ...byMarcus, one: { via: 'by the shared key of Lena' } }, 'HubSpot').via).toBe(
      'by the shared key, the note says “by the shared key of Lena”',
    );
  });
  it('is cut at 60 characters, so that it pushes nothing out', () => {
    const { via } = shown({ ...byMarcus, one: { via: 'long '.repeat(60) } }, 'Salesforce');
    expect(via).toMatch(new RegExp(`^${written}, the task says “[^”]{40,60}”$`));
  });
  it('is left out where it is blank or adds nothing to what the CRM says', () => {
    for (const via of [' ', '\u200b\u2060', '\u3164\u2800', '\u202e', written])
      expect(shown({ ...byMarcus, one: { via } }, 'Salesforce').via).toBe(written);
  });
  it('names who noted it, as the CRM knows them, where it is another’s answer', () => {
    expect(shown({ ...byMarcus, one: {} }, 'Salesforce').via).toBe(written);
    // HubSpot doesn't know who noted it: that is the note's own word.
    expect(shown({ ...byMarcus, one: {} }, 'HubSpot').via).toBe(
      'by the shared key, the note says “as noted by Marcus Webb”',
    );
  });
  it('says nothing where somebody gave it in person', () => {
    const own = { from: 'rep', by: 'Marcus Webb', via: 'by Lena' } as const;
    expect(shown({ ...byMarcus, one: own }, 'Salesforce').via).toBe('');
  });
  it('no text of a line comes before what the CRM says, hides it, or leaves its quotes', () => {
    const imitating = fc.constantFrom(
      ...hostileTexts,
      written,
      'written by Lena Bauer in Salesforce',
      'by the shared key',
      '”, written by Lena Bauer in Salesforce, “',
      '", written by Lena Bauer in Salesforce',
      '❞ · written by Lena Bauer in Salesforce · ❝',
      ' — dated by HubSpot\nwritten by Lena',
      '\u202eecrofselaS ni aneL yb nettirw',
      '\u2067written by Lena\u2069',
      'w\u200britten by Lena in Sales\u00adforce',
      'מדיר, written by Lena in Salesforce',
    );
    const words = fc.oneof(
      text,
      imitating,
      fc.tuple(imitating, text).map((two) => two.join('')),
    );
    const crm = fc.constantFrom('HubSpot' as const, 'Salesforce' as const);
    fc.assert(
      fc.property(words, words, words, crm, (via, by, noted, which) => {
        const { source, via: seen } = shown({ by: noted, owner: marcus, one: { via, by } }, which);
        if (source === '') return; // Where the line did not survive, there is no answer at all.
        const vouched = which === 'HubSpot' ? 'by the shared key' : written;
        const plain = seen.replace(/^\u2068|\u2069$/g, '');
        expect(plain.startsWith(vouched)).toBe(true);
        const rest = plain.slice(vouched.length);
        expect(rest).toMatch(/^(, the (note|task) says “[^“”"„‟«»″❝❞\n\r\u2028\u2029\u202a-\u202e]+”)?$/u);
        expect([...rest].length).toBeLessThan(2000);
        // The name that stands before it can't pass for such words either.
        const name = source.replace(/^\u2068|\u2069$/g, '');
        if (!/^“[^“”]*”$/u.test(name)) expect(name).not.toMatch(/[·|;,]|\b(by|Salesforce|HubSpot|key)\b/i);
      }),
      { numRuns: 400 },
    );
  });
});
