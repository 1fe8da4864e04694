// Calls, meetings and messages: the signals that HubSpot's roll-up properties on the contact don't tell.

import { notReached, somebodyElse, spoke } from '@/lib/crm/shared/call-words';
import { came, missed } from '@/lib/crm/shared/meeting-words';
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

export type Told = {
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
export function newestOf(
  records: HubSpotObject[],
  signs: Told[],
  time: string,
  url: string,
  now: Date,
): Fact[] {
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
  const outcome = (one: HubSpotObject) => outcomeOf(one, outcomes);
  const inbound = (one: HubSpotObject) => one.properties.hs_call_direction === 'INBOUND';
  const disposition = (one: HubSpotObject) => one.properties.hs_call_disposition ?? '';
  // The id stands for what HubSpot delivers whatever a portal calls it, except where its name says otherwise.
  const talked = (one: HubSpotObject) =>
    spoke(outcome(one)) || (disposition(one) === CONNECTED && !notReached(outcome(one)));
  const alone = (one: HubSpotObject) =>
    !talked(one) && (notReached(outcome(one)) || Object.hasOwn(OUTCOMES, disposition(one)));
  const field = 'calls.hs_call_disposition';
  const signs: Told[] = [
    { name: 'engagement.lastConnectedCallAt', field, when: talked },
    {
      name: 'engagement.lastInboundCallAt',
      field: 'calls.hs_call_direction',
      when: (one) => inbound(one) && !somebodyElse(outcome(one)),
      more: (one) => lowerFirst(outcome(one)),
    },
    {
      name: 'engagement.lastInboundTalkAt',
      field: 'calls.hs_call_direction',
      when: (one) => inbound(one) && !alone(one),
    },
    {
      name: 'engagement.lastUnansweredCallAt',
      field,
      when: (one) => !inbound(one) && alone(one),
      more: (one) => lowerFirst(outcome(one)),
    },
  ];
  return newestOf(calls, signs, 'hs_timestamp', url, portal.now());
}

/** hs_meeting_outcome's own values in words; portals add outcomes of their own, which are read by their words. */
const MEETING: Readonly<Record<string, string>> = {
  COMPLETED: 'completed',
  NO_SHOW: 'no show',
  CANCELED: 'canceled',
  RESCHEDULED: 'rescheduled',
};

/** A part of what was read, and what it takes back: facts at a time at which HubSpot's roll-ups say too much. */
export type Engaged = { facts: Fact[]; denied: { names: readonly string[]; at: string }[] };

/** A meeting was held only where its outcome says so: one that lies behind us may have been a no-show. */
export async function meetingFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Engaged> {
  if (idsOf(contact, 'meetings').ids.length === 0) return { facts: [], denied: [] };
  const properties = ['hs_timestamp', 'hs_meeting_start_time', 'hs_meeting_outcome'];
  const meetings = await newest(portal, contact, 'meetings', properties);
  const field = 'meetings.hs_meeting_outcome';
  const outcome = ({ properties: { hs_meeting_outcome: said = '' } }: HubSpotObject) => MEETING[said] ?? said;
  const off = (one: HubSpotObject) => missed(outcome(one));
  const signs: Told[] = [
    { name: 'engagement.lastMeetingHeldAt', field, when: (one) => came(outcome(one)) },
    {
      name: 'engagement.lastMeetingMissedAt',
      field,
      when: off,
      more: (one) => lowerFirst(outcome(one)),
    },
  ];
  const names = ['engagement.lastMeetingBookedAt'];
  const still = meetings.filter((one) => !off(one)).map(startOf);
  return {
    facts: newestOf(meetings, signs, 'hs_meeting_start_time', url, portal.now()),
    // The roll-up of booked meetings keeps those that were called off.
    denied: meetings
      .filter(off)
      .map(startOf)
      .flatMap((at) => (at === null || still.includes(at) ? [] : [{ names, at }])),
  };
}

const startOf = ({ properties }: HubSpotObject): string | null =>
  isoTime(properties.hs_meeting_start_time) ?? isoTime(properties.hs_timestamp);

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
