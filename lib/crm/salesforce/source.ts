// Where a person came from: Salesforce's lead sources in the words that all CRMs share.

/** The kinds of source.kind; lib/qualification says what they are called. First match wins. */
const BY_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(bought|purchased?|rented) |\b(zoominfo|apollo|cognism|lusha|seamless)\b/i, 'boughtList'],
  [/\b(trade ?show|fair|expo|conference|summit|event|webinar|seminar|meetup)s?\b/i, 'event'],
  [/\b(referrals?|referred|recommended|word of mouth|partner)\b/i, 'referral'],
  [/\b(subscriptions?|newsletter|subscriber)\b/i, 'subscription'],
  [/\b(social|linkedin|twitter|facebook|instagram)\b/i, 'social'],
  [/\b(ads?|advertisements?|advertising|paid|sponsored|ppc|sem|banner)\b/i, 'paid'],
  [/\b(e-?mail|mailing|campaign|outbound response)\b/i, 'response'],
  [/\b(imported?|import list|list|database)\b/i, 'list'],
  [
    /\b(web(site)?|organic|inbound|phone inquiry|call-?in|contact form|form|chat|search|online|direct traffic)\b/i,
    'inbound',
  ],
  [/\b(offline|cold call|prospecting|outbound|external)\b/i, 'offline'],
];

/** The kind of a LeadSource; null where it is empty. What fits nothing is "other". */
export function sourceKind(source: string): string | null {
  if (source.trim() === '') return null;
  return BY_WORDS.find(([pattern]) => pattern.test(source))?.[1] ?? 'other';
}
