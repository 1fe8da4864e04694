// A day is the one that the CRM shows the rep: in their time zone, and as it is where it has no time.
import { describe, expect, it } from 'vitest';
import { withDays } from '@/lib/crm/shared/days';
import type { Criterion } from '@/lib/playbook/schema';
import { toAnswer } from '@/lib/qualification/answers/values';
import { evidenceFor } from '@/lib/qualification/evidence/evidence';
import { factWords } from '@/lib/record/facts';
import { dayIn } from '@/lib/util/dates';
import { fact, snapshot } from '../qualification/fixture';
import { sandboxPortal } from './portal';

const portal = sandboxPortal();

const late = '2026-10-03T23:30:00.000Z';
const [BERLIN, NEW_YORK] = ['Europe/Berlin', 'America/New_York'];

describe('dayIn', () => {
  it.each([
    [late, BERLIN, '2026-10-04'],
    [late, NEW_YORK, '2026-10-03'],
    ['2026-10-03T02:00:00.000Z', NEW_YORK, '2026-10-02'],
    ['2026-10-03T02:00:00.000Z', 'US/Eastern', '2026-10-02'],
    [late, undefined, '2026-10-03'],
    [late, 'Nowhere/At All', '2026-10-03'],
    ['2026-10-03', NEW_YORK, '2026-10-03'],
    ['soon', BERLIN, 'soon'],
    // The hour that summer time leaves out.
    ['2026-03-29T00:59:59.999Z', BERLIN, '2026-03-29'],
    ['2026-12-31T23:00:00.000Z', BERLIN, '2027-01-01'],
  ])('%s in %s is %s', (iso, zone, day) => expect(dayIn(iso, zone)).toBe(day));
});

describe('withDays', () => {
  const reply = fact('engagement.lastReplyAt', late, late);
  const call = fact('engagement.lastConnectedCallAt', late, late, '3 Oct 2026, left voicemail');
  const told = (zone: string | undefined) => withDays([reply, call], zone).map(factWords);
  it('tells the day of the zone, also in words that begin with it', () => {
    expect(told(BERLIN)).toEqual(['replied 4 Oct 2026', 'spoke on the phone 4 Oct 2026, left voicemail']);
    expect(told(NEW_YORK)).toEqual(['replied 3 Oct 2026', 'spoke on the phone 3 Oct 2026, left voicemail']);
    expect(told(undefined)).toEqual(told(NEW_YORK));
  });
  it('leaves a day without a time as it is, and the time itself to what is counted', () => {
    const day = fact('campaign.lastResponseAt', '2026-10-03', '2026-10-03');
    expect(withDays([day], NEW_YORK)).toEqual([day]);
    expect(withDays([reply], BERLIN)[0]).toMatchObject({ value: late, at: late, day: '2026-10-04' });
  });
  it('is the answer to a question for a date', () => {
    const criterion: Criterion = {
      id: 'when',
      level: 'engagement',
      label: 'When',
      ask: 'When?',
      yes: '',
      no: '',
      kind: 'date',
      evidence: [{ fact: reply.name, gives: 'value' }],
    };
    const [there] = withDays([reply], BERLIN);
    expect(there && toAnswer(criterion, there)).toBe('2026-10-04');
    const [shown] = evidenceFor(criterion, withDays([reply], BERLIN), snapshot(), new Date(late));
    expect(shown).toMatchObject({ says: '2026-10-04', day: '2026-10-04', at: late });
  });
});

it("HubSpot's are those of the portal's time zone", async () => {
  // An hour before midnight in UTC, as the year's last day: another day, month and year in Berlin.
  const call = {
    hs_timestamp: '2025-12-31T23:00:00.000Z',
    hs_call_direction: 'INBOUND',
    hs_call_disposition: '',
  };
  const { id } = portal.hubspot.create('contacts', { email: `${crypto.randomUUID()}@mail.example` });
  portal.hubspot.create('calls', call, [{ type: 'contacts', id }]);
  const whole = await portal.open().read(portal.ref(id), () => undefined);
  expect(whole.zone).toBe('Europe/Berlin');
  expect(whole.facts.find(({ name }) => name === 'engagement.lastInboundCallAt')).toMatchObject({
    value: '2025-12-31T23:00:00.000Z',
    day: '2026-01-01',
  });
});
