// Calls, meetings, emails and messages: the signals that HubSpot's roll-up properties on the contact don't tell.

import { notReached, spoke } from '@/lib/crm/shared/call-words';
import { reported } from '@/lib/diagnostics/report';
import type { Fact } from '@/lib/record/snapshot';
import { dayWords } from '@/lib/util/dates';
import type { HubSpotObject, HubSpotProperty } from '../client/shapes';
import { isoTime } from '../client/times';
import type { Portal } from '../setup/portal';
import { idsOf } from './read-contact';

/** Of each type only the newest are looked at. */
const MOST = 30;
/** The outcome "Connected" that every portal starts with; a portal's own are told by their label. */
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
/** The others that every portal starts with, so that they are told where the key may not read their labels. */
const OUTCOMES: Readonly<Record<string, string>> = {
  [CONNECTED]: 'Connected',
  '73a0d17f-1163-4015-bdd5-ec830791da20': 'No answer',
  '9d9162e7-6cf3-4944-bf63-4dff82258764': 'Busy',
  'a4c4c377-d246-4b32-a13b-75a56a4cd0ff': 'Left live message',
  'b2cf5968-551e-4856-9783-52b3da59a7d0': 'Left voicemail',
  '17b47fee-58de-441e-a44c-c6300d46f273': 'Wrong number',
};
/** An incoming email that is newer than a reply this fresh would add nothing. */
const FRESH_REPLY_MS = 14 * 24 * 60 * 60 * 1000;

/** The newest records of a type: by id where HubSpot listed all, else by search, which tells no history. */
export function newest(
  portal: Portal,
  contact: HubSpotObject,
  object: string,
  properties: string[],
  most = MOST,
  history: string[] = [],
): Promise<HubSpotObject[]> {
  const { ids, more } = idsOf(contact, object);
  if (more) return portal.client.newestOf(object, contact.id, properties, most);
  return portal.client.batchRead(object, ids.slice(0, most), properties, history);
}

type Told = {
  name: string;
  field: string;
  when: (record: HubSpotObject) => boolean;
  /** What to say of it besides its day: "left voicemail". */
  more?: (record: HubSpotObject) => string;
};

/** HubSpot opens the contact's timeline at an engagement. */
export const engagementUrl = (contactUrl: string, id: string): string =>
  `${contactUrl}/?engagement=${encodeURIComponent(id)}`;

/** For each kind of sign the newest record that shows it and has happened by now. */
function newestOf(records: HubSpotObject[], signs: Told[], time: string, url: string, now: Date): Fact[] {
  return signs.flatMap(({ name, field, when, more }) => {
    const times = records
      .filter(when)
      .flatMap((one) => {
        const at = isoTime(one.properties[time]) ?? isoTime(one.properties.hs_timestamp);
        return at === null ? [] : [{ one, at }];
      })
      .filter(({ at }) => at <= now.toISOString())
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    const last = times.at(-1);
    if (last === undefined) return [];
    const words = more?.(last.one) ?? '';
    const text = words === '' ? {} : { text: `${dayWords(last.at)}, ${words}` };
    return [{ name, value: last.at, at: last.at, url: engagementUrl(url, last.one.id), field, ...text }];
  });
}

/** A call's outcome in the portal's words, else in those that HubSpot delivers, else its status. */
function outcomeOf(call: HubSpotObject, property: HubSpotProperty | null): string {
  const { hs_call_disposition: disposition = '', hs_call_status: status = '' } = call.properties;
  if (disposition === '') return status.replaceAll('_', ' ').toLowerCase();
  return property?.options.find((one) => one.value === disposition)?.label ?? OUTCOMES[disposition] ?? '';
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export async function callFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'calls').ids.length === 0) return [];
  const properties = ['hs_timestamp', 'hs_call_direction', 'hs_call_disposition', 'hs_call_status'];
  const [calls, outcomes] = await Promise.all([
    newest(portal, contact, 'calls', properties),
    portal.property('calls', 'hs_call_disposition').catch(reported('hubspot.engagements', null)),
  ]);
  const inbound = (one: HubSpotObject) => one.properties.hs_call_direction === 'INBOUND';
  const outcome = (one: HubSpotObject) => outcomeOf(one, outcomes);
  const signs: Told[] = [
    {
      name: 'engagement.lastConnectedCallAt',
      field: 'calls.hs_call_disposition',
      when: (one) => one.properties.hs_call_disposition === CONNECTED || spoke(outcome(one)),
    },
    { name: 'engagement.lastInboundCallAt', field: 'calls.hs_call_direction', when: inbound },
    {
      name: 'engagement.lastUnansweredCallAt',
      field: 'calls.hs_call_disposition',
      when: (one) => !inbound(one) && notReached(outcome(one)),
      more: (one) => lowerFirst(outcome(one)),
    },
  ];
  return newestOf(calls, signs, 'hs_timestamp', url, portal.now());
}

/** A meeting was held only where its outcome says so: one that lies behind us may have been a no-show. */
export async function meetingFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'meetings').ids.length === 0) return [];
  const properties = ['hs_timestamp', 'hs_meeting_start_time', 'hs_meeting_outcome'];
  const meetings = await newest(portal, contact, 'meetings', properties);
  const field = 'meetings.hs_meeting_outcome';
  const outcome = (one: HubSpotObject) => one.properties.hs_meeting_outcome ?? '';
  const signs: Told[] = [
    { name: 'engagement.lastMeetingHeldAt', field, when: (one) => outcome(one) === 'COMPLETED' },
    {
      name: 'engagement.lastMeetingMissedAt',
      field,
      when: (one) => /^(NO_SHOW|CANCELED)$/.test(outcome(one)),
      more: (one) => (outcome(one) === 'NO_SHOW' ? 'no show' : 'canceled'),
    },
  ];
  return newestOf(meetings, signs, 'hs_meeting_start_time', url, portal.now());
}

export async function emailFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'emails').ids.length === 0 || repliedLately(contact, portal.now())) return [];
  const properties = ['hs_timestamp', 'hs_email_direction', 'hs_email_status'];
  const emails = await newest(portal, contact, 'emails', properties);
  const signs: Told[] = [
    {
      name: 'engagement.lastIncomingEmailAt',
      field: 'emails.hs_email_direction',
      when: (one) => one.properties.hs_email_direction === 'INCOMING_EMAIL',
    },
    {
      name: 'engagement.lastBounceAt',
      field: 'emails.hs_email_status',
      when: (one) => one.properties.hs_email_status === 'BOUNCED',
    },
  ];
  return newestOf(emails, signs, 'hs_timestamp', url, portal.now());
}

const CHANNELS: Readonly<Record<string, string>> = {
  WHATS_APP: 'WhatsApp',
  LINKEDIN_MESSAGE: 'LinkedIn',
  SMS: 'SMS',
};
const channel = ({ properties }: HubSpotObject) => {
  const type = properties.hs_communication_channel_type ?? '';
  return `by ${CHANNELS[type] ?? 'message'}`;
};

/**
 * Messages by WhatsApp, LinkedIn and SMS. HubSpot documents no property for who wrote; some apps that log messages
 * keep one. Only where it says that the message came in does it count as theirs.
 */
export async function messageFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'communications').ids.length === 0) return [];
  const properties = ['hs_timestamp', 'hs_communication_channel_type', 'hs_communication_direction'];
  const messages = await newest(portal, contact, 'communications', properties);
  const direction = (one: HubSpotObject) => one.properties.hs_communication_direction ?? '';
  const theirs = (one: HubSpotObject) => /^(inbound|incoming)/i.test(direction(one));
  const signs: Told[] = [
    {
      name: 'engagement.lastIncomingMessageAt',
      field: 'communications.hs_communication_direction',
      when: theirs,
      more: channel,
    },
    {
      name: 'engagement.lastMessageAt',
      field: 'communications.hs_communication_channel_type',
      when: (one) => !theirs(one),
      more: (one) =>
        `${channel(one)}${direction(one) === '' ? ', HubSpot doesn’t say by whom' : ', from us'}`,
    },
  ];
  return newestOf(messages, signs, 'hs_timestamp', url, portal.now());
}

function repliedLately(contact: HubSpotObject, now: Date): boolean {
  const { hs_sales_email_last_replied, hs_email_last_reply_date } = contact.properties;
  return [hs_sales_email_last_replied, hs_email_last_reply_date]
    .map(isoTime)
    .some((at) => at !== null && now.getTime() - Date.parse(at) < FRESH_REPLY_MS);
}
