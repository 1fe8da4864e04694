// Where a contact came from: HubSpot's sources in the words that all CRMs share.

import { kindInWords, type SourceKind } from '@/lib/crm/shared/source-kinds';
import { own } from '@/lib/util/object';

/** hs_analytics_source. HubSpot's "referrals" are links on other sites, not people who recommend us: they are inbound. */
export const bySource: Readonly<Record<string, SourceKind>> = {
  ORGANIC_SEARCH: 'inbound',
  DIRECT_TRAFFIC: 'inbound',
  REFERRALS: 'inbound',
  AI_REFERRALS: 'inbound',
  PAID_SEARCH: 'paid',
  PAID_SOCIAL: 'paid',
  SOCIAL_MEDIA: 'social',
  EMAIL_MARKETING: 'response',
  OTHER_CAMPAIGNS: 'other',
};

/**
 * The first detail of OFFLINE, where the details' own words tell nothing. CRM_UI, API and INTEGRATION say only how. What
 * each means: knowledge.hubspot.com, "Contacts added to HubSpot from an offline source" and "record source properties".
 */
export const byDetail: Readonly<Record<string, SourceKind>> = {
  IMPORT: 'list',
  FORM: 'inbound',
  FORMS: 'inbound',
  CONVERSATIONS: 'inbound',
  BOTS: 'inbound',
  ANALYTICS: 'inbound',
  ADS: 'paid',
  LIVE_CHAT: 'inbound',
  MEETINGS: 'inbound',
  EMAIL: 'response',
  EMAIL_INTEGRATION: 'response',
};

const fold = (text: string) =>
  text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
const pick = (table: Readonly<Record<string, SourceKind>>, key: string): SourceKind | null =>
  own(table, key) ?? null;

/** Names of lists say these for sure; "Email list May" is still a list. */
const sure: readonly SourceKind[] = ['subscription', 'boughtList', 'event', 'referral'];
function surely(text: string): SourceKind | null {
  const kind = kindInWords(text);
  return kind !== null && sure.includes(kind) ? kind : null;
}

/**
 * The kind of a source from hs_analytics_source and its two details. Of OFFLINE the second detail (a list's or an
 * event's name) is read first. null where HubSpot says nothing, or nothing that we know: then its text is shown.
 */
export function sourceKind(source: string, first: string, second: string): SourceKind | null {
  if (fold(source) !== 'OFFLINE') return pick(bySource, fold(source));
  return surely(second) ?? surely(first) ?? pick(byDetail, fold(first));
}
