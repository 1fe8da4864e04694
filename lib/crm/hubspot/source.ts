// Where a contact came from: HubSpot's sources in the words that all CRMs share.

/** The kinds of source.kind; lib/qualification says what they are called. */
export type SourceKind =
  | 'list'
  | 'boughtList'
  | 'referral'
  | 'response'
  | 'inbound'
  | 'paid'
  | 'social'
  | 'event'
  | 'subscription'
  | 'offline'
  | 'other';

/** HubSpot's "referrals" are links on other sites, not people who recommend us: they are inbound. */
const BY_SOURCE: Readonly<Record<string, SourceKind>> = {
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

/** Offline sources say more in their details, often in a list's or an event's name. First match wins. */
const BY_WORDS: readonly (readonly [RegExp, SourceKind])[] = [
  [/\b(bought|purchased|rented) |\b(zoominfo|apollo|cognism|lusha|seamless)\b/i, 'boughtList'],
  [/\b(trade ?show|fair|expo|conference|summit|event|webinar|meetup)\b/i, 'event'],
  [/\b(referral|referred|recommended)\b/i, 'referral'],
  [/\b(subscription|newsletter|subscriber)\b/i, 'subscription'],
];

const BY_DETAIL: Readonly<Record<string, SourceKind>> = {
  IMPORT: 'list',
  FORM: 'inbound',
  FORMS: 'inbound',
  CONVERSATIONS: 'inbound',
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
const pick = (table: Readonly<Record<string, SourceKind>>, key: string): SourceKind | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The kind of a source from hs_analytics_source and its two details; null where HubSpot says nothing. */
export function sourceKind(source: string, first: string, second: string): SourceKind | null {
  if (fold(source) === '') return null;
  const online = pick(BY_SOURCE, fold(source));
  if (online) return online;
  if (fold(source) !== 'OFFLINE') return 'other';
  const words = `${first} ${second}`.replaceAll('_', ' ');
  const said = BY_WORDS.find(([pattern]) => pattern.test(words));
  return said?.[1] ?? pick(BY_DETAIL, fold(first)) ?? 'offline';
}
