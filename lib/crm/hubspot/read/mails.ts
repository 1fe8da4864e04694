// Emails of a contact: theirs, those that bounced, and those that no person wrote.
import { type MachineMail, machineMail } from '@/lib/crm/shared/machine-mail';
import type { Fact } from '@/lib/record/snapshot';
import type { HubSpotObject } from '../client/shapes';
import { isoTime } from '../client/times';
import type { Portal } from '../setup/portal';
import { type Engaged, newest, newestOf, type Told } from './engagements';
import { idsOf } from './read-contact';

/**
 * hs_email_from_email is what HubSpot takes from hs_email_headers, which holds no more than addresses
 * (developers.hubspot.com, Activities, Email). No document lists hs_incoming_email_is_out_of_office; live portals have it
 * on mail of a connected inbox, and HubSpot leaves out what a portal has not.
 */
const PROPERTIES = [
  ...['hs_timestamp', 'hs_email_direction', 'hs_email_status', 'hs_email_subject', 'hs_email_from_email'],
  'hs_incoming_email_is_out_of_office',
];

const WORDS: Readonly<Partial<Record<MachineMail, string>>> = {
  calendar: 'to an invitation',
  receipt: 'a receipt',
};

const incoming = (one: HubSpotObject) => one.properties.hs_email_direction === 'INCOMING_EMAIL';

function machineOf(one: HubSpotObject): MachineMail | null {
  if (!incoming(one)) return null;
  const { hs_email_subject: subject = '', hs_email_from_email: from = '' } = one.properties;
  const automatic = one.properties.hs_incoming_email_is_out_of_office === 'true';
  return machineMail({ subject, from, automatic });
}

/** HubSpot's roll-ups of replies don't say who or what replied; an email at the same time does. */
const REPLIES = ['engagement.lastReplyAt', 'engagement.firstReplyAt'];

export async function emailFacts(portal: Portal, contact: HubSpotObject, url: string): Promise<Engaged> {
  if (idsOf(contact, 'emails').ids.length === 0) return { facts: [], denied: [] };
  const emails = await newest(portal, contact, 'emails', PROPERTIES);
  const isBounce = (one: HubSpotObject) => machineOf(one) === 'bounce';
  const isAutomatic = (one: HubSpotObject) => machineOf(one) !== null && !isBounce(one);
  const field = 'emails.hs_email_direction';
  const subject = 'emails.hs_email_subject';
  const signs: Told[] = [
    {
      name: 'engagement.lastIncomingEmailAt',
      field,
      when: (one) => incoming(one) && machineOf(one) === null,
    },
    {
      name: 'engagement.lastAutomaticReplyAt',
      field: subject,
      when: isAutomatic,
      more: (one) => WORDS[machineOf(one) ?? 'automatic'] ?? '',
    },
    {
      name: 'engagement.lastBounceAt',
      field: 'emails.hs_email_status',
      when: (one) => one.properties.hs_email_status === 'BOUNCED' || isBounce(one),
    },
  ];
  return {
    facts: newestOf(emails, signs, 'hs_timestamp', url, portal.now()),
    denied: emails.flatMap((one) => {
      const at = isoTime(one.properties.hs_timestamp);
      return at === null || machineOf(one) === null ? [] : [{ names: REPLIES, at }];
    }),
  };
}

/** A roll-up is made from the email, a little later. No document says how much; a judgment. */
const SAME_MS = 2 * 60_000;

/** The facts without those that were taken back. */
export function withoutDenied(facts: readonly Fact[], denied: Engaged['denied']): Fact[] {
  return facts.filter(
    ({ name, at }) =>
      !denied.some(
        (one) =>
          one.names.includes(name) && at !== null && Math.abs(Date.parse(one.at) - Date.parse(at)) <= SAME_MS,
      ),
  );
}
