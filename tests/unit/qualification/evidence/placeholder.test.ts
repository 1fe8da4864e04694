// Placeholders are told from real values, in every way they get typed, and real names are never lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholder, isPlaceholderNumber } from '@/lib/qualification/evidence/placeholder';

const fillers = [
  ...[
    'TBD',
    'T.B.D.',
    'tbd tbd',
    'N/A',
    'n / a',
    'n.a.',
    'N.A',
    '#N/A',
    '(n/a)',
    'NA',
    '-',
    '--',
    '—',
    '?',
    '???',
  ],
  ...['...', '…', '.', '/', '*', '_', 'x', 'xx', 'XXX', 'xxxxxxxx', 'test', 'Test Test', 'TEST123', 'test 1'],
  ...[
    'asdf',
    'ASDFASDF',
    'qwerty',
    'none',
    'None.',
    '<none>',
    '[unknown]',
    'Unknown',
    'unknown?',
    'UNKNOWN UNKNOWN',
  ],
  ...[
    'to be determined',
    'To-be-determined',
    'not known',
    'not_known',
    'Not Applicable',
    'not available',
    'null',
  ],
  ...['undefined', "don't know", 'don’t know', 'no info', 'dummy', '', ' ', '\u00a0', '\u200b', '\u202e'],
  ...[
    'k.A.',
    'k. A.',
    'keine Angabe',
    'KEINE ANGABEN',
    'unbekannt',
    'nicht bekannt',
    'nicht verfügbar',
    'entfällt',
  ],
  ...[
    'weiß nicht',
    'noch offen',
    'inconnu',
    'Inconnue',
    'non renseigné',
    'à définir',
    'A DEFINIR',
    'néant',
    'aucun',
  ],
  ...[
    'sans objet',
    'desconocido',
    'por definir',
    'sin datos',
    'no aplica',
    'n/d',
    's/d',
    'ninguno',
    'vacío',
    'ｔｂｄ',
  ],
];
const real = [
  ...[
    'None Such GmbH',
    'Test Engineer',
    'Tester',
    'Unknown Worlds Entertainment',
    'VP Operations',
    'CEO',
    'X Ltd',
  ],
  ...[
    'Nana Mouskouri',
    'TBD Consulting',
    'N/A Films GmbH',
    'No Name Studios',
    '3M',
    '7',
    'Ü',
    '東京',
    'مدير',
    '🦊',
  ],
  ...[
    'Testament',
    'Keine Sorgen Versicherung AG',
    'Nada Surf',
    'Xerox',
    'xXx-Media',
    'Head of Unknowns',
    'QA',
    'C++',
  ],
];

describe('isPlaceholder', () => {
  it.each(fillers)('%j says nothing', (text) => expect(isPlaceholder(text)).toBe(true));
  it.each(real)('%j says something', (text) => expect(isPlaceholder(text)).toBe(false));
  it.each(real)('%j is a name', (text) => expect(isPlaceholder(text, { name: true })).toBe(false));

  it.each(['NA', 'Na', 'None', 'Test', 'ABC', 'XXX', 'Foo Foo', 'Nada', 'Test 1'])(
    'a firm may be called %j',
    (text) => expect(isPlaceholder(text, { name: true })).toBe(false),
  );
  it.each([
    'N/A',
    'n.a.',
    'T.B.D.',
    'to be determined',
    '<unknown>',
    '-',
    '?',
    'keine Angabe',
    '(none)',
    'xxxx',
  ])('nothing is called %j', (text) => expect(isPlaceholder(text, { name: true })).toBe(true));

  const around = fc.stringMatching(/^[ \t\n.,;:!?()[\]"'_-]{0,6}$/);
  const words = fc.constantFrom(...fillers.filter((text) => /[a-z]{2}/i.test(text)));
  it('knows them in any case, with any marks and spaces around', () => {
    fc.assert(
      fc.property(words, around, around, fc.boolean(), (text, before, after, upper) => {
        expect(isPlaceholder(`${before} ${upper ? text.toUpperCase() : text.toLowerCase()} ${after}`)).toBe(
          true,
        );
      }),
    );
  });
  it('never takes a value for one because it begins with one', () => {
    const name = fc.constantFrom('Berg', 'GmbH', 'Engineer', 'Solutions', '東京');
    fc.assert(fc.property(words, name, (text, more) => !isPlaceholder(`${text} ${more}`)));
  });
  it('is total', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (t) => typeof isPlaceholder(t) === 'boolean',
      ),
    );
  });
});

describe('isPlaceholderNumber', () => {
  it('finds that no company has no people, or a row of nines of them', () => {
    for (const value of [0, -1, 99999, 999999, Number.NaN])
      expect(isPlaceholderNumber('company.employees', value)).toBe(true);
    for (const value of [1, 9, 99, 999, 9999, 100_000])
      expect(isPlaceholderNumber('company.employees', value)).toBe(false);
  });
  it('lets nought be a number where it is one', () => {
    expect(isPlaceholderNumber('deals.open', 0)).toBe(false);
    expect(isPlaceholderNumber('engagement.outreachCount', 0)).toBe(false);
  });
});
