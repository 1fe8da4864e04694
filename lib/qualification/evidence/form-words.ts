// What the name of a form says about whoever sent it: asked for sales, engaged with content, or took free information.

export type FormKind = 'sales' | 'content' | 'information';

/** In the order in which they count; whole words, without accents, in English, German, French, Spanish and Dutch. */
export const formWords: Readonly<Record<FormKind, readonly string[]>> = {
  sales: [
    ...['contact sales', 'talk to sales', 'talk to us', 'call me', 'call back', 'callback', 'demo', 'quote'],
    ...['pricing', 'price', 'prices', 'request a proposal', 'rfp', 'trial', 'book a meeting'],
    ...['angebot', 'preise', 'preisanfrage', 'ruckruf', 'vertrieb kontaktieren', 'beratungsgesprach'],
    ...[
      'devis',
      'tarifs',
      'rappel',
      'demonstration',
      'presupuesto',
      'precios',
      'llamame',
      'offerte',
      'prijzen',
    ],
  ],
  content: [
    ...['ebook', 'e book', 'webinar', 'video', 'blog', 'newsletter', 'podcast', 'course', 'template', 'tool'],
    ...['calculator', 'webinaire', 'infolettre', 'boletin', 'nieuwsbrief', 'vorlage', 'rechner'],
  ],
  information: [
    ...['download', 'whitepaper', 'white paper', 'report', 'guide', 'checklist', 'brochure', 'case study'],
    ...[
      'leitfaden',
      'broschure',
      'checkliste',
      'studie',
      'livre blanc',
      'etude',
      'guia',
      'informe',
      'folleto',
    ],
    ...['gids', 'brochure aanvragen', 'rapport'],
  ],
};
