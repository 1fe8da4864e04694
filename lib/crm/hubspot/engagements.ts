// Calls, meetings and emails: the signals that HubSpot's roll-up properties on the contact don't tell.
import type { RecordRef } from '../../qualification/record';
import type { Fact } from '../../qualification/snapshot';
import type { Page, Portal } from './portal';
import { idsOf } from './read-contact';
import type { HubSpotObject, HubSpotProperty } from './shapes';
import { isoTime } from './times';

/** Of each type only the newest are looked at. */
const MOST = 30;
/** The outcome "Connected" that every portal starts with; a portal's own are told by their label. */
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
/** An incoming email that is newer than a reply this fresh would add nothing. */
const FRESH_REPLY_MS = 14 * 24 * 60 * 60 * 1000;

/** The newest records of a type: by id where HubSpot listed all, else by search. */
export function newest(
  portal: Portal,
  contact: HubSpotObject,
  object: string,
  properties: string[],
  most = MOST,
): Promise<HubSpotObject[]> {
  const { ids, more } = idsOf(contact, object);
  if (more) return portal.client.newestOf(object, contact.id, properties, most);
  return portal.client.batchRead(object, ids.slice(0, most), properties);
}

type Told = { name: string; field: string; when: (record: HubSpotObject) => boolean };

/** For each kind of sign the newest record that shows it and has happened by now. */
function newestOf(records: HubSpotObject[], signs: Told[], time: string, url: string, now: Date): Fact[] {
  return signs.flatMap(({ name, field, when }) => {
    const times = records
      .filter(when)
      .map((one) => isoTime(one.properties[time]) ?? isoTime(one.properties.hs_timestamp))
      .filter((at) => at !== null)
      .filter((at) => at <= now.toISOString())
      .sort();
    const at = times.at(-1);
    return at === undefined ? [] : [{ name, value: at, at, url, field }];
  });
}

function isConnected(disposition: string, property: HubSpotProperty | null): boolean {
  if (disposition === CONNECTED) return true;
  const label = property?.options.find((one) => one.value === disposition)?.label ?? '';
  return /\bconnected\b/i.test(label) && !/\b(not|never|no)\b/i.test(label);
}

export async function callFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'calls').ids.length === 0) return [];
  const properties = ['hs_timestamp', 'hs_call_direction', 'hs_call_disposition'];
  const [calls, outcomes] = await Promise.all([
    newest(portal, contact, 'calls', properties),
    portal.property('calls', 'hs_call_disposition').catch(() => null),
  ]);
  const signs = [
    {
      name: 'engagement.lastConnectedCallAt',
      field: 'calls.hs_call_disposition',
      when: (one: HubSpotObject) => isConnected(one.properties.hs_call_disposition ?? '', outcomes),
    },
    {
      name: 'engagement.lastInboundCallAt',
      field: 'calls.hs_call_direction',
      when: (one: HubSpotObject) => one.properties.hs_call_direction === 'INBOUND',
    },
  ];
  return newestOf(calls, signs, 'hs_timestamp', url, portal.now());
}

/** A meeting was held only where its outcome says so: one that lies behind us may have been a no-show. */
export async function meetingFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'meetings').ids.length === 0) return [];
  const properties = ['hs_timestamp', 'hs_meeting_start_time', 'hs_meeting_outcome'];
  const meetings = await newest(portal, contact, 'meetings', properties);
  const held = {
    name: 'engagement.lastMeetingHeldAt',
    field: 'meetings.hs_meeting_outcome',
    when: (one: HubSpotObject) => one.properties.hs_meeting_outcome === 'COMPLETED',
  };
  return newestOf(meetings, [held], 'hs_meeting_start_time', url, portal.now());
}

export async function emailFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Fact[]> {
  if (idsOf(contact, 'emails').ids.length === 0 || repliedLately(contact, portal.now())) return [];
  const emails = await newest(portal, contact, 'emails', ['hs_timestamp', 'hs_email_direction']);
  const incoming = {
    name: 'engagement.lastIncomingEmailAt',
    field: 'emails.hs_email_direction',
    when: (one: HubSpotObject) => one.properties.hs_email_direction === 'INCOMING_EMAIL',
  };
  return newestOf(emails, [incoming], 'hs_timestamp', url, portal.now());
}

function repliedLately(contact: HubSpotObject, now: Date): boolean {
  const { hs_sales_email_last_replied, hs_email_last_reply_date } = contact.properties;
  return [hs_sales_email_last_replied, hs_email_last_reply_date]
    .map(isoTime)
    .some((at) => at !== null && now.getTime() - Date.parse(at) < FRESH_REPLY_MS);
}

/** The newest lead record's rating and type. */
export async function leadFacts(
  portal: Portal,
  contact: HubSpotObject,
  page: Page,
  ref: RecordRef,
): Promise<Fact[]> {
  if (idsOf(contact, 'leads').ids.length === 0) return [];
  const [lead] = await newest(portal, contact, 'leads', ['hs_lead_label', 'hs_lead_type'], 1);
  if (!lead) return [];
  const url = page(portal.ref(ref, 'leads', lead.id));
  const { hs_lead_label: rating = '', hs_lead_type: type = '' } = lead.properties;
  return [
    ...(rating === ''
      ? []
      : [{ name: 'lead.rating', value: rating.toLowerCase(), at: null, url, field: 'leads.hs_lead_label' }]),
    ...(type === '' ? [] : [{ name: 'lead.type', value: type, at: null, url, field: 'leads.hs_lead_type' }]),
  ];
}
