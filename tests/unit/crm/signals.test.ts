// Each signal of HubSpot's as a fact, from concrete answers: two-way, one-way, and what tells neither.
import { beforeEach, describe, expect, it } from 'vitest';
import { withoutDenied } from '@/lib/crm/hubspot/read/mails';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answered } from '@/lib/qualification';
import type { Snapshot } from '@/lib/record/snapshot';
import { sandboxPortal } from './portal';

const portal = sandboxPortal();
const start = Date.now();
const at = (daysAgo: number) => new Date(start - daysAgo * 86_400_000).toISOString();
const NO_ANSWER = '73a0d17f-1163-4015-bdd5-ec830791da20';
const VOICEMAIL = 'b2cf5968-551e-4856-9783-52b3da59a7d0';
const CALLBACK = '3f1d2a64-7c85-4d0e-8b39-6f0c1a5e2d77';
const WRONG_NUMBER = '17b47fee-58de-441e-a44c-c6300d46f273';

let id = '';
beforeEach(() => {
  id = portal.hubspot.create('contacts', { firstname: 'Sig', lastname: 'Nal' }).id;
});
type Made = 'calls' | 'meetings' | 'emails' | 'communications';
const has = (type: Made, daysAgo: number, values: Record<string, string>) =>
  portal.hubspot.create(type, { hs_timestamp: at(daysAgo), ...values }, [{ type: 'contacts', id }]).id;
const read = () => portal.open().read(portal.ref(id), () => undefined);
const fact = (snapshot: Snapshot, name: string) => snapshot.facts.find((one) => one.name === name);
const twoWay = (snapshot: Snapshot) =>
  answered(defaultPlaybook, snapshot, null, portal.hubspot.now()).twoWay?.value ?? null;

describe('a call', () => {
  const outbound = (outcome: string) => ({ hs_call_direction: 'OUTBOUND', hs_call_disposition: outcome });
  it.each([
    [NO_ANSWER, 'no answer'],
    [VOICEMAIL, 'left voicemail'],
    [WRONG_NUMBER, 'wrong number'],
  ])('that reached nobody is one-way: %s', async (outcome, words) => {
    const call = has('calls', 4, outbound(outcome));
    const snapshot = await read();
    const missed = fact(snapshot, 'engagement.lastUnansweredCallAt');
    expect(missed?.value).toBe(at(4));
    expect(missed?.text).toContain(words);
    expect(missed?.url).toContain(`engagement=${call}`);
    expect(twoWay(snapshot)).toBeNull();
  });
  it('without an outcome is told by its status, and by nothing else', async () => {
    has('calls', 4, { hs_call_direction: 'OUTBOUND', hs_call_status: 'BUSY' });
    expect(fact(await read(), 'engagement.lastUnansweredCallAt')?.text).toContain('busy');
  });
  it('with an outcome that we don’t know tells neither', async () => {
    has('calls', 4, outbound(CALLBACK));
    const snapshot = await read();
    expect(snapshot.facts.filter((one) => one.name.includes('Call'))).toEqual([]);
  });
  it('of theirs that we missed is two-way still: they called', async () => {
    has('calls', 4, { hs_call_direction: 'INBOUND', hs_call_disposition: NO_ANSWER });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastUnansweredCallAt')).toBeUndefined();
    expect(twoWay(snapshot)).toBe('yes');
    expect(fact(snapshot, 'engagement.lastInboundCallAt')?.value).toBe(at(4));
    expect(fact(snapshot, 'engagement.lastInboundTalkAt')).toBeUndefined();
  });
  it('of somebody else is none of theirs', async () => {
    has('calls', 4, { hs_call_direction: 'INBOUND', hs_call_disposition: WRONG_NUMBER });
    const snapshot = await read();
    expect(snapshot.facts.filter((one) => one.name.includes('Call'))).toEqual([]);
    expect(twoWay(snapshot)).toBeNull();
  });
});

describe('a mail', () => {
  const mail = (daysAgo: number, subject: string, more: Record<string, string> = {}) =>
    has('emails', daysAgo, { hs_email_direction: 'INCOMING_EMAIL', hs_email_subject: subject, ...more });
  it('that a person wrote is two-way', async () => {
    mail(3, 'Re: Offer');
    expect(twoWay(await read())).toBe('yes');
  });
  it.each([
    ['Automatic reply: Offer', {}],
    ['AW: Abwesenheitsnotiz', {}],
    ['Gone fishing', { hs_incoming_email_is_out_of_office: 'true' }],
    ['Your offer', { hs_email_from_email: 'no-reply@acme.example' }],
  ])('that a program wrote answers nothing, and is shown: %s', async (subject, more) => {
    mail(3, subject, more);
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastIncomingEmailAt')).toBeUndefined();
    expect(fact(snapshot, 'engagement.lastAutomaticReplyAt')?.value).toBe(at(3));
    expect(twoWay(snapshot)).toBeNull();
  });
  it('of a calendar says so', async () => {
    mail(3, 'Accepted: Demo');
    const told = fact(await read(), 'engagement.lastAutomaticReplyAt');
    expect(told?.text).toMatch(/, to an invitation$/);
  });
  it('that says that ours did not arrive is a bounce', async () => {
    mail(3, 'Undeliverable: Offer', { hs_email_from_email: 'postmaster@acme.example' });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastBounceAt')?.value).toBe(at(3));
    expect(fact(snapshot, 'engagement.lastAutomaticReplyAt')).toBeUndefined();
    expect(twoWay(snapshot)).toBeNull();
  });
  it('that was automatic is no reply, also where HubSpot counts it as one', async () => {
    mail(2, 'Out of office: Offer');
    mail(40, 'Re: Offer');
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastIncomingEmailAt')?.value).toBe(at(40));
  });
  it('is looked for beside HubSpot’s own count of replies', async () => {
    const { people, portals } = portal.hubspot;
    const ref = { crm: 'hubspot', account: portals.main, object: 'contacts', id: people.ann.id };
    const before = await portal.open().read(ref, () => undefined);
    const counted = fact(before, 'engagement.lastReplyAt');
    expect(counted).toBeDefined();
    const same = { hs_timestamp: String(counted?.value), hs_email_direction: 'INCOMING_EMAIL' };
    portal.hubspot.create('emails', { ...same, hs_email_subject: 'Automatic reply: Offer' }, [
      { type: 'contacts', id: people.ann.id },
    ]);
    const after = await portal.open().read(ref, () => undefined);
    expect(fact(after, 'engagement.lastReplyAt')).toBeUndefined();
    expect(fact(after, 'engagement.lastAutomaticReplyAt')?.value).toBe(counted?.value);
  });
});

describe('a message', () => {
  it('that came in is two-way', async () => {
    has('communications', 2, {
      hs_communication_channel_type: 'WHATS_APP',
      hs_communication_direction: 'INBOUND',
    });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastIncomingMessageAt')?.text).toMatch(/, by WhatsApp$/);
    expect(twoWay(snapshot)).toBe('yes');
  });
  it('of which HubSpot doesn’t say who wrote answers nothing', async () => {
    has('communications', 2, { hs_communication_channel_type: 'SMS' });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastMessageAt')?.text).toMatch(/by SMS, HubSpot doesn’t say by whom$/);
    expect(twoWay(snapshot)).toBeNull();
  });
});

it('a meeting that was missed is no meeting, and a bounce no contact', async () => {
  has('meetings', 3, { hs_meeting_outcome: 'NO_SHOW', hs_meeting_start_time: at(3) });
  has('emails', 5, { hs_email_direction: 'EMAIL', hs_email_status: 'BOUNCED' });
  const snapshot = await read();
  expect(fact(snapshot, 'engagement.lastMeetingMissedAt')?.text).toMatch(/, no show$/);
  expect(fact(snapshot, 'engagement.lastMeetingHeldAt')).toBeUndefined();
  expect(fact(snapshot, 'engagement.lastBounceAt')?.value).toBe(at(5));
  expect(twoWay(snapshot)).toBeNull();
});

it('what was called off is taken back, and nothing else', () => {
  const booked = { name: 'engagement.lastMeetingBookedAt', url: null, field: 'contacts.x' };
  const off = { ...booked, value: at(-9), at: at(-9) };
  const still = { ...booked, value: at(-7), at: at(-7) };
  expect(withoutDenied([off, still], [{ names: [booked.name], at: at(-9) }])).toEqual([still]);
  expect(withoutDenied([off], [{ names: ['engagement.lastReplyAt'], at: at(-9) }])).toEqual([off]);
});

it('the seeded people show what they are seeded for', async () => {
  const { people, portals } = portal.hubspot;
  const of = async (name: 'soughtSales' | 'subscribedLead' | 'oddSource' | 'oneWay') => {
    const ref = { crm: 'hubspot', account: portals.main, object: 'contacts', id: people[name].id };
    const snapshot = await portal.open().read(ref, () => undefined);
    return { snapshot, all: answered(defaultPlaybook, snapshot, null, portal.hubspot.now()) };
  };
  const sought = await of('soughtSales');
  expect(sought.all.leadType).toMatchObject({ value: 'srl', from: 'crm' });
  expect(sought.all.leadType?.evidence[0]?.text).toBe('SRL: form: Book a demo: web form');
  expect(sought.all.decides?.value).toBe('yes');
  expect(sought.all.position?.value).toBe('comparing');
  const subscribed = await of('subscribedLead');
  expect([subscribed.all.leadType?.value, subscribed.all.source?.value]).toEqual(['msrl', 'boughtList']);
  const odd = await of('oddSource');
  expect(odd.all.source).toMatchObject({ value: null, from: 'none' });
  expect(fact(odd.snapshot, 'source.detail')?.value).toBe('Offline: INTEGRATION, 25200');
  const oneWay = await of('oneWay');
  expect(oneWay.all.twoWay?.value).toBeNull();
  expect(oneWay.all.twoWay?.evidence.map((one) => one.fact)).toContain('engagement.lastUnansweredCallAt');
});
