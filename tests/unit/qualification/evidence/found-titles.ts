// What was judged by hand of the titles as people typed them: who decides, who may, and what stays unknown, by kind.

/** Offices of the list of titles as found that decide, and those where it is a matter of the firm (unclear). */
export const foundDeciding: Readonly<Record<'decides' | 'unclear', readonly string[]>> = {
  decides: [
    ...[
      'associé, fondateur',
      'avocat - fondatrice',
      'ceo',
      'ceo & co-founder',
      'ceo & founder',
      'ceo - fondateur',
    ],
    ...[
      'chief executive officer (ceo)',
      'chief operating officer',
      'chief revenue officer (cro)',
      'cto',
      'cmo',
    ],
    ...[
      'chief revenue officer (cro) - comex',
      'cmo @ aleph studios',
      'co-fondateur',
      'co-founder',
      'cofondatrice',
    ],
    ...['co-founder and coo', 'co-founder and chairman', 'co-founder, director', 'co-fondatrice de power 21'],
    ...[
      'co-founder & legal manager',
      'co-founder - chief commercial officer',
      'co-founder, ceo',
      'co founder',
    ],
    ...[
      'co-founder, chief executive',
      'design & founder',
      'directeur général',
      'fondateur',
      'fondateur & président',
    ],
    ...['founder', 'founder & captain', 'founder & creative director', 'founding partner', 'president'],
    ...['managing partner & founder - executive search and interim management for ai & data functions'],
    ...[
      'ceo, professor',
      'co founder and chairman of the board',
      'co-founder and chief data visualization officer',
    ],
    ...['cofounder & coo', 'creative director, founder of bass designs, inc.', 'data analyst | ceo'],
    ...[
      'founder / ceo',
      'founder and principal',
      'founder, data scientist',
      'managing director',
      'md & founder',
    ],
    ...['owner - data science consultant', 'owner/principal (of my own consulting company)'],
  ],
  unclear: [
    // Partners of a firm own a part of it; how much one of them decides alone is the firm's matter.
    ...[
      'associé',
      'avocat associé / partner (ip/it)',
      'avocate associée',
      'partner',
      'partner and creative director',
    ],
    ...['avocate associée - partner; partnerships and projects financing', 'partner, operations practice'],
    ...['senior partner, cultural & creative industries', 'president and improvement catalyst'],
    'chief digital officer',
  ],
};

/** Left unknown though the person may well decide, by kind: the title alone doesn't say so. */
export const foundUnknown: Readonly<Record<string, readonly string[]>> = {
  'misspelled, or a number before it': ['cofunder', '10but ceo'],
  'a name behind it that could be a task': [
    'founder namsor',
    'directrice conseil en communication et relations presse - fondatrice insideout',
  ],
  'for part of the time': ['part-time cmo'],
  'a chief of something that firms rarely buy by': [
    ...['chief data & ai officer', 'chief privacy, compliance & tech law officer', 'chief creative officer'],
    ...['chief product and r&d officer', 'chief research & planning officer', 'chief visualization officer'],
  ],
  'works for themselves, and may have no firm': [
    ...[
      'freelancer',
      'individual entrepreneur',
      'independent consultant',
      'one-man show',
      'indie',
      'freelance',
    ],
  ],
  'sits on a board, or in a partnership of another kind': [
    ...[
      'member board of directors',
      'administrateur',
      'digitalement associé',
      'practice partner',
      'principal',
    ],
    'partner legal & tax executive search',
  ],
};
