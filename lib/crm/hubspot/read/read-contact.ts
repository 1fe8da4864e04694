// The first round trip's record: the contact with its history and everything it is associated with.
import type { ProblemError } from '@/lib/problem/problem';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { isProblem, problem } from '../client/problems';
import type { HubSpotObject } from '../client/shapes';
import type { Portal } from '../setup/portal';
import { STAGE_PROPERTIES } from '../setup/stage-fields';
import { contactFactProperties } from './facts';

export const identityProperties = [
  'firstname',
  'lastname',
  'email',
  'jobtitle',
  'company',
  'associatedcompanyid',
  'num_associated_deals',
  'hubspot_owner_id',
];

const CONTACTS = 'crm.objects.contacts';

/** What a contact may be associated with, and the permission that HubSpot wants for it. */
const ASSOCIATED = {
  companies: { scope: 'crm.objects.companies', words: 'The company' },
  deals: { scope: 'crm.objects.deals', words: 'Deals' },
  leads: { scope: 'crm.objects.leads', words: 'The lead record' },
  calls: { scope: 'crm.objects.contacts', words: 'Calls' },
  meetings: { scope: 'crm.objects.contacts', words: 'Meetings' },
  // Two scopes by emails.json: that for contacts, which the contact itself has shown, and its own.
  emails: { scope: 'sales-email-read', words: 'Emails' },
  communications: { scope: 'crm.objects.contacts', words: 'Messages' },
  notes: { scope: 'crm.objects.contacts', words: 'Notes' },
} as const;
export type Associated = keyof typeof ASSOCIATED;
export const scopeOf = (one: Associated): string => ASSOCIATED[one].scope;
export const associatedWords = (one: Associated): string => ASSOCIATED[one].words;

const all: Associated[] = [
  ...(['companies', 'deals', 'leads', 'calls', 'meetings', 'emails', 'communications', 'notes'] as const),
];

export type ContactRead = { contact: HubSpotObject; gaps: Snapshot['gaps'] };

/**
 * What to try without, one after the other, before each association is asked for by itself. Emails first: they alone want a
 * scope of their own, and sources disagree whether HubSpot refuses their ids too. Then what the refusal names, whose names
 * are sometimes wrong: so nothing is left out but what the answer comes without.
 */
function guesses(error: ProblemError, asked: readonly Associated[]): Associated[][] {
  const { scopes = [], message } = error.problem;
  const byScope = asked.filter((one) => scopes.some((scope) => scope.startsWith(ASSOCIATED[one].scope)));
  const named = byScope.filter((one) => ASSOCIATED[one].scope !== CONTACTS);
  const said = asked.filter((one) => message.toLowerCase().includes(one));
  // Of a kind of record that the portal has not, HubSpot tells the name.
  const order = isProblem(error, 'invalid')
    ? [said, ['emails' as const]]
    : [['emails' as const], named, said];
  return order.filter((guess) => guess.length === 1 && guess.every((one) => asked.includes(one)));
}

/** What this portal's key was refused before, so that the next read doesn't ask again. */
const refused = new WeakMap<Portal, Map<Associated, string>>();

const isClosed = (error: unknown): error is ProblemError =>
  isProblem(error, 'missing-scope', 'forbidden', 'invalid');

/**
 * The contact by id. HubSpot may refuse the whole answer because of one association that the key may not see: then it
 * is asked for without that one, and the gap is named. `custom` are properties of the team's own; HubSpot leaves out unknown
 * ones. Rejects with gone for deleted contacts.
 */
export async function readContact(portal: Portal, ref: RecordRef, custom: string[]): Promise<ContactRead> {
  const without = refused.get(portal) ?? new Map<Associated, string>();
  refused.set(portal, without);
  const properties = [
    ...new Set([...identityProperties, ...STAGE_PROPERTIES, ...contactFactProperties, ...custom]),
  ];
  const history = [...STAGE_PROPERTIES, ...custom.slice(0, 20)];
  const get = (asked: readonly Associated[]) =>
    portal.client.get('contacts', ref.id, properties, [...asked], history);
  const told = (contact: HubSpotObject): ContactRead => {
    if (contact.archived === true) throw problem('gone', 'The contact was deleted in HubSpot.');
    return { contact, gaps: [...without].map(([one, why]) => ({ what: ASSOCIATED[one].words, why })) };
  };

  const asked = all.filter((one) => !without.has(one));
  try {
    return told(await get(asked));
  } catch (error) {
    if (!isClosed(error) || asked.length === 0) throw error;
    for (const guess of guesses(error, asked)) {
      const contact = await get(asked.filter((one) => !guess.includes(one))).catch(unlessClosed);
      if (contact === null) continue;
      for (const one of guess) without.set(one, gapWhy(error, ASSOCIATED[one].scope));
      return told(contact);
    }
    // Alone it is refused for its own sake: then nothing of it may be seen.
    await portal.client.get('contacts', ref.id, ['email']);
    await Promise.all(
      asked.map(async (one) => {
        const why = await portal.client.get('contacts', ref.id, ['email'], [one]).then(
          () => null,
          (refusal: unknown) => {
            if (isClosed(refusal)) return gapWhy(refusal, ASSOCIATED[one].scope);
            throw refusal;
          },
        );
        if (why !== null) without.set(one, why);
      }),
    );
    return told(await get(all.filter((one) => !without.has(one))));
  }
}

function unlessClosed(error: unknown): null {
  if (isClosed(error)) return null;
  throw error;
}

/** Why a part is missing, and who can change it. The scope is the documents': HubSpot's own names are sometimes wrong. */
export function gapWhy(error: ProblemError, scope: string): string {
  const { kind, message } = error.problem;
  const own = /\.(read|write)$/.test(scope) || !scope.includes('.') ? scope : `${scope}.read`;
  if (kind === 'missing-scope') return `the key lacks ${own}; an admin can add it in HubSpot`;
  if (kind === 'forbidden') return 'the key may not read it; an admin can change that in HubSpot';
  return message;
}

/** The ids under one association, newest (highest) first, each once; whether HubSpot has more than it sent. */
export function idsOf(record: HubSpotObject, object: string): { ids: string[]; more: boolean } {
  const list = record.associations?.[object];
  const ids = [...new Set((list?.results ?? []).map((one) => one.id))].sort(newestFirst);
  return { ids, more: Boolean(list?.paging?.next?.after) };
}

/** HubSpot's ids rise with time: of two numbers the longer, then the greater, is the newer. */
export const newestFirst = (a: string, b: string): number =>
  b.length - a.length || (a < b ? 1 : a > b ? -1 : 0);

/**
 * The contact's own company: the one HubSpot calls primary, else the first. The contact names it itself too, also where
 * HubSpot leaves out associations that the key may not see; then the company's own read tells that it is closed.
 */
export function primaryCompany(contact: HubSpotObject): string | null {
  const results = contact.associations?.companies?.results ?? [];
  const named = contact.properties.associatedcompanyid ?? '';
  if (/^[1-9]\d*$/.test(named) && (results.length === 0 || results.some((one) => one.id === named)))
    return named;
  const primary = results.find((one) => one.type === 'contact_to_company') ?? results[0];
  return primary?.id ?? null;
}
