// The first round trip's record: the contact with its history and everything it is associated with.
import { ProblemError } from '@/lib/problem/problem';
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

/** What a contact may be associated with, and the permission that HubSpot wants for it. */
const ASSOCIATED = {
  companies: { scope: 'crm.objects.companies', words: 'The company' },
  deals: { scope: 'crm.objects.deals', words: 'Deals' },
  leads: { scope: 'crm.objects.leads', words: 'The lead record' },
  calls: { scope: 'crm.objects.contacts', words: 'Calls' },
  meetings: { scope: 'crm.objects.contacts', words: 'Meetings' },
  emails: { scope: 'crm.objects.contacts', words: 'Emails' },
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

/** Which associations to do without after this refusal; null: the contact itself is refused. */
function dropped(error: ProblemError, asked: Associated[]): Associated[] | null {
  if (!isProblem(error, 'missing-scope', 'forbidden', 'invalid')) return null;
  const scopes = error.problem.scopes ?? [];
  const named = asked.filter((one) => scopes.some((scope) => scope.startsWith(`${ASSOCIATED[one].scope}.`)));
  if (named.includes('notes') && named.every((one) => ASSOCIATED[one].scope === 'crm.objects.contacts'))
    return null;
  if (named.length > 0) return named.filter((one) => ASSOCIATED[one].scope !== 'crm.objects.contacts');
  const text = error.problem.message.toLowerCase();
  const said = asked.filter((one) => text.includes(one));
  if (said.length > 0) return said;
  const extra = asked.filter((one) => ASSOCIATED[one].scope !== 'crm.objects.contacts');
  return extra.length > 0 ? extra : null;
}

/** What this portal's key was refused before, so that the next read doesn't ask again. */
const refused = new WeakMap<Portal, Map<Associated, string>>();

/**
 * The contact by id. HubSpot may refuse the whole answer because of one association that the key may not see: then it
 * is asked for without it, and the gap is named. `custom` are properties of the team's own; HubSpot leaves out unknown
 * ones. Rejects with gone for deleted contacts.
 */
export async function readContact(portal: Portal, ref: RecordRef, custom: string[]): Promise<ContactRead> {
  const without = refused.get(portal) ?? new Map<Associated, string>();
  refused.set(portal, without);
  const properties = [
    ...new Set([...identityProperties, ...STAGE_PROPERTIES, ...contactFactProperties, ...custom]),
  ];
  const history = [...STAGE_PROPERTIES, ...custom.slice(0, 20)];
  for (;;) {
    const asked = all.filter((one) => !without.has(one));
    try {
      const contact = await portal.client.get('contacts', ref.id, properties, asked, history);
      if (contact.archived === true) throw problem('gone', 'The contact was deleted in HubSpot.');
      return { contact, gaps: [...without].map(([one, why]) => ({ what: ASSOCIATED[one].words, why })) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const drop = dropped(error, asked);
      if (drop === null || drop.length === 0) throw error;
      for (const one of drop) without.set(one, gapWhy(error, ASSOCIATED[one].scope));
    }
  }
}

/** Why a part is missing, in a few words. */
export function gapWhy(error: ProblemError, scope: string): string {
  const { kind, scopes, message } = error.problem;
  if (kind === 'missing-scope') return `the key lacks ${scopes?.join(', ') ?? `${scope}.read`}`;
  if (kind === 'forbidden') return 'the key may not read it';
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
