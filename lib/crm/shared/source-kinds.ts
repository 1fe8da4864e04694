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

const list = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

/**
 * Whole words, whatever their case and accents; the first row that has one wins. A text without any has no kind: it is
 * shown as it is. "Subscription" alone is in no row: it may be our newsletter or a service that sells leads. Nor is what
 * says only by which means: a phone rings in both directions.
 */
export const sourceWords: readonly WordRow[] = [
  {
    kind: 'subscription',
    words: list(
      'lead subscription, lead service, lead provider, leads service, lead generation service, lead vendor, lead seller, lead broker, pay per lead, leadanbieter, fournisseur de leads, proveedor de leads, fornecedor de leads',
    ),
  },
  {
    kind: 'boughtList',
    words: list(
      'bought, purchased, purchased list, rented, list broker, zoominfo, apollo, cognism, lusha, seamless, data.com, dun bradstreet, hoovers, rocketreach, leadiq, kaspr, dealfront, ellisphere, corporama, sparklane',
      'gekaufte liste, gekauft, liste achetée, fichier acheté, lista comprada, lista adquirida',
    ),
  },
  {
    kind: 'event',
    words: list(
      'trade show, trade shows, trade fair, fair, expo, exhibition, conference, convention, congress, summit, symposium, event, events, customer event, webinar, webinars, seminar, seminars, meetup, roadshow, workshop',
      'messe, fachmesse, konferenz, kongress, veranstaltung, salon, salons, conférence, congrès, séminaire, événement, webinaire',
      'feria, exposición, conferencia, congreso, evento, eventos, seminario, seminarios, feira, feiras, convenção, exposição, congresso, conferência, seminário, seminários, simpósio, palestra, fiera, beurs',
    ),
  },
  {
    // Links on other sites, not people who recommend us.
    kind: 'inbound',
    words: list(
      'web referral, web referrals, website referral, website referrals, site referral, internet referral, referral site, referral sites, referral website, referral traffic, referral link, referring site, referring sites, referring website, referring domain, ai referral, ai referrals, verweisende website, site référent, sites référents',
    ),
  },
  {
    kind: 'referral',
    words: list(
      'referral, referrals, referred, recommended, recommendation, word of mouth, partner, partners, introducer',
      'empfehlung, weiterempfehlung, mundpropaganda, recommandation, bouche à oreille, apporteur, apporteurs, partenaire, partenaires',
      'recomendación, recomendado, boca a boca, indicação, recomendação, parceiro, parceiros, passaparola, aanbeveling',
    ),
  },
  {
    kind: 'paid',
    words: list(
      'ad, ads, adwords, advertisement, advertisements, advertising, paid, sponsored, ppc, cpc, banner, retargeting, content syndication',
      'werbung, anzeige, anzeigen, publicité, publicidad, publicidade, anuncio, anuncios, anúncio, anúncios, pubblicità',
    ),
  },
  {
    kind: 'social',
    words: list(
      'social, social media, linkedin, xing, twitter, facebook, instagram, youtube, tiktok, soziale medien, réseaux sociaux, redes sociales, redes sociais',
    ),
  },
  {
    // They came, by whatever means.
    kind: 'inbound',
    words: list(
      'inbound, incoming, phone inquiry, call-in, inquiry, enquiry, request, contact form, kontaktformular, anfrage, eingehend, eingehender, demande de contact, appel entrant, entrant, entrante, formulario, formulaire',
    ),
  },
  { kind: 'list', words: list('email list, mailing list, fichier de, csv, database import') },
  {
    kind: 'response',
    words: list(
      'email, e-mail, mailing, emailing, email campaign, direct mail, outbound, outreach, outbound response, cold call, cold calls, cold calling, cold email, cold call response, telemarketing, prospecting',
      'kaltakquise, prospection, prospección, prospecção, correo electrónico, correio eletrônico, courriel',
    ),
  },
  {
    kind: 'inbound',
    words: list(
      'web, website, webform, weblead, organic, form, chat, chatbot, bot, search, seo, google, bing, internet, online, direct traffic, newsletter, public relations, content, content piece, landing page',
      'webseite, site web, site internet, sitio web, página web, página de, relações públicas, relaciones públicas, relations publiques',
    ),
  },
  { kind: 'list', words: list('imported, import, import list, imported list, list, database, own list') },
  {
    kind: 'other',
    words: list('other, others, sonstige, sonstiges, autre, autres, otro, otros, outro, outros, altro'),
  },
];

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ');

/** Made when first asked for: the browser takes long over patterns of this kind, and a worker's start must not. */
let patterns: { kind: SourceKind; pattern: RegExp }[] | null = null;

const made = () =>
  sourceWords.map(({ kind, words }) => {
    const parts = words.map((word) => fold(word).replaceAll('.', '\\.').replace(/[- ]/g, '[\\s_-]?'));
    return { kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'iu') };
  });

function kindOf(text: string): SourceKind | null {
  patterns ??= made();
  return patterns.find(({ pattern }) => pattern.test(text))?.kind ?? null;
}

/** The most that a source is read of; names are short. */
const MOST = 300;

/**
 * The kind that a source's own words tell, or null where they tell none, or two: "Public relations / Referral". "Inbound"
 * beside something else says only that they came.
 */
export function kindInWords(text: string): SourceKind | null {
  const plain = fold(text.slice(0, MOST));
  const parts = plain.split('/').map((part) => part.trim());
  const kinds = parts.filter((part) => !/^(in|out)bound$/i.test(part)).map(kindOf);
  if (new Set(kinds.filter((kind) => kind !== null)).size > 1) return null;
  return kindOf(plain);
}
