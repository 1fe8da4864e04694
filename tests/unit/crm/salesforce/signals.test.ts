// Each signal of Salesforce's as a fact, from concrete answers: two-way, one-way, and what tells neither.
import { beforeEach, describe, expect, it } from 'vitest';
import { taskFacts } from '@/lib/crm/salesforce/read/activities';
import { campaignFacts } from '@/lib/crm/salesforce/read/campaigns';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answered } from '@/lib/qualification';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { sandboxOrg } from './sandbox';

const org = sandboxOrg();
// Read once, so that the same day is the same time however long a test takes.
const start = Math.floor(Date.now() / 1000) * 1000;
const at = (daysAgo: number) => new Date(start - daysAgo * 86_400_000).toISOString();

let id = '';
beforeEach(() => {
  id = org.salesforce.create('Lead', { LastName: 'Nal', Company: 'Signals' }).id;
});
const read = () => org.open().read(org.ref('Lead', id), () => undefined);
const fact = (snapshot: Pick<Snapshot, 'facts'>, name: string) =>
  snapshot.facts.find((one) => one.name === name);
const twoWay = (snapshot: Snapshot) =>
  answered(defaultPlaybook, snapshot, null, org.salesforce.now()).twoWay?.value ?? null;
const call = (CallDisposition: string, CallType = 'Outbound') =>
  org.salesforce.create('Task', {
    WhoId: id,
    Subject: 'Call',
    Status: 'Completed',
    TaskSubtype: 'Call',
    CallType,
    CallDisposition,
  }).id;
const member = (Type: string, Status: string, Name = `${Type} 2026`) => {
  const campaign = org.salesforce.create('Campaign', { Name, Type });
  org.salesforce.create('CampaignMember', { CampaignId: campaign.id, LeadId: id, Status });
  return campaign.id;
};

describe('a call', () => {
  it.each(['No answer', 'Left voicemail', 'Busy', 'Wrong number', 'Nicht erreicht'])(
    'that reached nobody is one-way: %s',
    async (outcome) => {
      const task = call(outcome);
      const snapshot = await read();
      const missed = fact(snapshot, 'engagement.lastUnansweredCallAt');
      expect(missed?.text).toContain(outcome.slice(1));
      expect(missed?.url).toContain(`/Task/${task}/`);
      expect(twoWay(snapshot)).toBeNull();
    },
  );
  it('with an outcome that we don’t know tells neither, and one of theirs is two-way', async () => {
    call('Follow up');
    expect((await read()).facts.filter((one) => /Call/.test(one.name))).toEqual([]);
    call('', 'Inbound');
    expect(twoWay(await read())).toBe('yes');
  });
});

describe('a call of theirs', () => {
  it('that we missed is no talk, and two-way still; one of somebody else is nothing', async () => {
    call('Left voicemail', 'Inbound');
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastInboundTalkAt')).toBeUndefined();
    expect(fact(snapshot, 'engagement.lastInboundCallAt')).toBeDefined();
    expect(twoWay(snapshot)).toBe('yes');
  });
  it.each(['Wrong number', 'Spoke to the assistant'])('%s', async (outcome) => {
    call(outcome, 'Inbound');
    const snapshot = await read();
    expect(snapshot.facts.filter((one) => /Call/.test(one.name))).toEqual([]);
    expect(twoWay(snapshot)).toBeNull();
  });
});

describe('a mail', () => {
  const mail = (daysAgo: number, values: Record<string, string | boolean>) => {
    const message = org.salesforce.create('EmailMessage', {
      MessageDate: at(daysAgo),
      Incoming: true,
      Status: '0',
      ...values,
    });
    const { id: EmailMessageId } = message;
    org.salesforce.create('EmailMessageRelation', {
      EmailMessageId,
      RelationId: id,
      RelationType: values.Incoming === false ? 'ToAddress' : 'FromAddress',
    });
  };
  it('that a person wrote is two-way', async () => {
    mail(2, { Subject: 'Re: Offer', FromAddress: 'ada@acme.example' });
    expect(twoWay(await read())).toBe('yes');
  });
  it.each([
    { Subject: 'Automatic reply: Offer' },
    { Subject: 'RE: Réponse automatique : Offre' },
    { Subject: 'Your ticket', FromAddress: 'no-reply@acme.example' },
    { Subject: 'Zugesagt: Demo' },
  ])('that a program wrote answers nothing, and is shown: %o', async (values) => {
    mail(2, values);
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastIncomingEmailAt')).toBeUndefined();
    expect(fact(snapshot, 'engagement.lastAutomaticReplyAt')?.value).toBe(at(2));
    expect(twoWay(snapshot)).toBeNull();
  });
  it('that says that ours did not arrive is a bounce, and so is ours that came back', async () => {
    mail(2, { Subject: 'Undeliverable: Offer', FromAddress: 'postmaster@acme.example' });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastBounceAt')?.value).toBe(at(2));
    expect(fact(snapshot, 'engagement.lastIncomingEmailAt')).toBeUndefined();
    expect(twoWay(snapshot)).toBeNull();
    const back = { Subject: 'Offer', Incoming: false, IsBounced: true, Status: '3', MessageDate: at(1) };
    const told = taskFacts([], [back], 'https://acme.example', new Date(start), (object) => object);
    expect(told.find((one) => one.name === 'engagement.lastBounceAt')?.value).toBe(at(1));
  });
  it('whose subject is hidden from this sign-in is read without it', async () => {
    org.salesforce.settings.hidden.push({ object: 'EmailMessage', field: 'Subject' });
    mail(2, { Status: '0' });
    const snapshot = await read();
    expect(snapshot.gaps.map(({ what }) => what)).toEqual(['Emails (subject)']);
    expect(fact(snapshot, 'engagement.lastIncomingEmailAt')?.value).toBe(at(2));
  });
});

describe('a message', () => {
  it('to a bot alone is no contact with us', async () => {
    org.salesforce.create('MessagingSession', {
      LeadId: id,
      ChannelType: 'EmbeddedMessaging',
      Origin: 'InboundInitiated',
      AgentType: 'Bot',
    });
    const snapshot = await read();
    expect(fact(snapshot, 'engagement.lastMessageAt')?.text).toMatch(/by chat, with a bot only$/);
    expect(twoWay(snapshot)).toBeNull();
  });
  it('is read without saying to whom, where that is hidden', async () => {
    org.salesforce.settings.hidden.push({ object: 'MessagingSession', field: 'AgentType' });
    org.salesforce.create('MessagingSession', {
      LeadId: id,
      ChannelType: 'Text',
      Origin: 'InboundInitiated',
    });
    const snapshot = await read();
    expect(snapshot.gaps.map(({ what }) => what)).toEqual(['Messages (agent type)']);
    expect(twoWay(snapshot)).toBe('yes');
  });
  const session = (Origin: string) =>
    org.salesforce.create('MessagingSession', { LeadId: id, ChannelType: 'WhatsApp', Origin });
  it('that they began is two-way, one that we began isn’t', async () => {
    session('AgentInitiated');
    const ours = await read();
    expect(fact(ours, 'engagement.lastMessageAt')?.text).toMatch(/by WhatsApp, begun by us$/);
    expect(twoWay(ours)).toBeNull();
    session('InboundInitiated');
    const theirs = await read();
    expect(fact(theirs, 'engagement.lastIncomingMessageAt')?.text).toMatch(/by WhatsApp$/);
    expect(twoWay(theirs)).toBe('yes');
  });
  it('is not asked for where the org has no such object', async () => {
    org.salesforce.settings.noAccess.push({ object: 'MessagingSession' });
    const snapshot = await read();
    expect(snapshot.gaps).toEqual([]);
    expect(JSON.stringify(org.salesforce.requests)).not.toContain('MessagingSessions');
  });
});

describe('a campaign', () => {
  /** What is told of a member with this status, which the org counts as a response. */
  const of = (Type: string, Status: string, Name = `${Type} 2026`): { facts: Fact[] } => ({
    facts: campaignFacts(
      [{ CampaignId: '701', CreatedDate: at(3), HasResponded: true, Status, Campaign: { Name, Type } }],
      'https://acme.example',
      new Date(start),
      (object, record) => `${object}/${record}`,
    ),
  });
  it('attended is an event, registered for is less, a badge is no form', async () => {
    const fair = member('Trade Show', 'Attended');
    const snapshot = await read();
    expect(fact(snapshot, 'event.lastAttendedAt')?.text).toMatch(/, Trade Show 2026$/);
    expect(fact(snapshot, 'event.lastAttendedAt')?.url).toContain(fair);
    expect(fact(snapshot, 'campaign.lastResponseAt')).toBeDefined();
    expect(fact(snapshot, 'web.lastFormAt')).toBeUndefined();
    expect(twoWay(snapshot)).toBeNull();
  });
  it('registered for, clicked or answered on social media is what it says', async () => {
    member('Webinar', 'Registered');
    member('Email', 'Clicked');
    member('Social Media', 'Responded');
    const snapshot = await read();
    expect(fact(snapshot, 'event.lastRegisteredAt')?.text).toMatch(/, Webinar 2026$/);
    expect(fact(snapshot, 'event.lastAttendedAt')).toBeUndefined();
    expect(fact(snapshot, 'engagement.lastClickAt')?.text).toMatch(/, Email 2026$/);
    expect(fact(snapshot, 'social.lastEngagementAt')?.text).toMatch(/, Social Media 2026$/);
    expect(twoWay(snapshot)).toBeNull();
  });
  it.each([
    'Did not attend',
    'Not attended',
    'No show',
    'Registered (didn’t attend)',
    'Nicht teilgenommen',
    'N’a pas participé',
    'No asistió',
    'Não compareceu',
  ])('of which the status says that they stayed away is no event attended: %s', (status) => {
    const snapshot = of('Webinar', status);
    expect(fact(snapshot, 'event.lastAttendedAt')).toBeUndefined();
    expect(fact(snapshot, 'event.lastRegisteredAt')).toBeDefined();
  });
  it.each(['Declined', 'Opted out', 'Unsubscribed', 'Abgesagt', 'Désinscrit', 'Rechazado', 'Recusou'])(
    'that they declined is no reaction: %s',
    (status) => {
      const snapshot = of('Webinar', status);
      expect(snapshot.facts.filter((one) => /^(campaign|event|web)\./.test(one.name))).toEqual([]);
    },
  );
  it('whose name only holds the letters of a form is none', () => {
    const snapshot = of('Event', 'Attended', 'Performance and information day');
    expect(fact(snapshot, 'web.lastFormName')).toBeUndefined();
  });
  it('by mail is no form, whatever it is about', () => {
    const snapshot = of('Email', 'Responded', 'Pricing webinar follow-up: book a demo');
    expect(fact(snapshot, 'campaign.lastResponseAt')).toBeDefined();
    expect(fact(snapshot, 'web.lastFormName')).toBeUndefined();
  });
  it('in which they did not click is no click', () => {
    expect(fact(of('Email', 'Not clicked'), 'engagement.lastClickAt')).toBeUndefined();
  });
  it('that was only sent says nothing', async () => {
    member('Email', 'Sent');
    expect((await read()).facts.filter((one) => /^(campaign|event|web)\./.test(one.name))).toEqual([]);
  });
});

it('a meeting that was missed is no meeting, and a bounce no contact', async () => {
  org.salesforce.create('Event', {
    WhoId: id,
    Subject: 'Meeting',
    StartDateTime: at(3),
    DurationInMinutes: 30,
    Meeting_Outcome__c: 'No show',
  });
  org.salesforce.patch('Lead', id, { EmailBouncedDate: at(5) });
  const snapshot = await read();
  expect(fact(snapshot, 'engagement.lastMeetingMissedAt')?.text).toMatch(/, no show$/);
  expect(fact(snapshot, 'engagement.lastMeetingHeldAt')).toBeUndefined();
  expect(fact(snapshot, 'engagement.lastBounceAt')?.value).toBe(at(5));
  expect(twoWay(snapshot)).toBeNull();
});

it('a meeting ahead that was moved is not booked any more', async () => {
  org.salesforce.create('Event', {
    WhoId: id,
    Subject: 'Meeting',
    StartDateTime: at(-5),
    DurationInMinutes: 30,
    Meeting_Outcome__c: 'Rescheduled',
  });
  const snapshot = await read();
  expect(fact(snapshot, 'engagement.lastMeetingBookedAt')).toBeUndefined();
});

it('a contact role has its day and the opportunity that it is from', async () => {
  const { buyer } = org.salesforce.people;
  const snapshot = await org.open().read(org.ref('Contact', buyer.id), () => undefined);
  const roles = snapshot.facts.filter((one) => one.name === 'person.buyingRole');
  expect(roles.length).toBeGreaterThan(0);
  for (const role of roles) {
    expect(role.at).toEqual(expect.stringMatching(/Z$/));
    expect(role.url).toContain('/Opportunity/');
  }
});

it('a source in no table is shown in the org’s words', async () => {
  org.salesforce.patch('Lead', id, { LeadSource: 'Astrology' });
  const snapshot = await read();
  expect(fact(snapshot, 'source.kind')).toBeUndefined();
  expect(fact(snapshot, 'source.detail')?.value).toBe('Astrology');
});
