// The kinds of lead source that all CRMs share, and the words in a source's own text that tell them.

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
  | 'other';

type WordRow = { kind: SourceKind; words: readonly string[] };

/**
 * Whole words, whatever their case; the first row that has one wins. A text without any has no kind: it is shown as it
 * is. "Subscription" alone is in no row: it may be our newsletter or a service that sells leads.
 */
export const sourceWords: readonly WordRow[] = [
  {
    kind: 'subscription',
    words: ['lead subscription', 'lead service', 'lead provider', 'leads service', 'lead generation service'],
  },
  {
    kind: 'boughtList',
    words: [
      ...['bought', 'purchased', 'purchased list', 'rented', 'list broker', 'zoominfo', 'apollo', 'cognism'],
      ...['lusha', 'seamless', 'gekaufte liste', 'gekauft', 'liste achetée', 'lista comprada'],
    ],
  },
  {
    kind: 'event',
    words: [
      ...['trade show', 'tradeshow', 'trade fair', 'expo', 'exhibition', 'conference', 'summit', 'event'],
      ...[
        'events',
        'customer event',
        'webinar',
        'seminar',
        'meetup',
        'roadshow',
        'messe',
        'salon',
        'feria',
        'beurs',
      ],
    ],
  },
  {
    kind: 'referral',
    words: [
      ...['referral', 'referrals', 'referred', 'recommended', 'recommendation', 'word of mouth', 'partner'],
      ...['empfehlung', 'recommandation', 'recomendación', 'aanbeveling'],
    ],
  },
  {
    kind: 'social',
    words: ['social', 'social media', 'linkedin', 'xing', 'twitter', 'facebook', 'instagram'],
  },
  {
    kind: 'paid',
    words: [
      'ad',
      'ads',
      'adwords',
      'advertisement',
      'advertisements',
      'advertising',
      'paid',
      'sponsored',
      'ppc',
      'banner',
    ],
  },
  {
    kind: 'response',
    words: ['email', 'e-mail', 'mailing', 'email campaign', 'outbound response', 'cold call response'],
  },
  {
    kind: 'inbound',
    words: [
      ...['web', 'website', 'organic', 'inbound', 'phone inquiry', 'call-in', 'contact form', 'form', 'chat'],
      ...['search', 'online', 'direct traffic', 'newsletter', 'public relations'],
    ],
  },
  {
    kind: 'list',
    words: ['imported', 'import', 'import list', 'imported list', 'list', 'database', 'own list'],
  },
  { kind: 'other', words: ['other'] },
];

/** Made when first asked for: the browser takes long over patterns of this kind, and a worker's start must not. */
let patterns: { kind: SourceKind; pattern: RegExp }[] | null = null;

const made = () =>
  sourceWords.map(({ kind, words }) => {
    const parts = words.map((word) => word.replace(/[- ]/g, '[\\s_-]?'));
    return { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'iu') };
  });

/** The kind that a source's own words tell, or null where they tell none. */
export function kindInWords(text: string): SourceKind | null {
  const plain = text.replaceAll('_', ' ');
  patterns ??= made();
  return patterns.find(({ pattern }) => pattern.test(plain))?.kind ?? null;
}
