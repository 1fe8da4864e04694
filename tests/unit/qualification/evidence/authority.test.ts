// What a job title says of authority, in several languages; whole offices only.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityFact, authorityOf } from '@/lib/qualification/evidence/authority';
import { otherThan, titleLists } from '@/lib/qualification/evidence/titles';
import { foldWords } from '@/lib/util/fold';
import { daysAgo, fact } from '../fixture';

describe('authorityOf', () => {
  it.each([
    ['CEO', 'English'],
    ['Founder & CEO', 'English'],
    ['CFO, Northwind Group', 'English'],
    ['Managing Director at Northwind', 'English'],
    ['Geschäftsführer', 'German'],
    ['Geschaeftsfuehrerin', 'German'],
    ['Geschäftsführer:in (m/w/d)', 'German'],
    ['Inhaber und Gründer', 'German'],
    ['Vorstandsvorsitzende', 'German'],
    ['Président-Directeur Général', 'French'],
    ['Gérante', 'French'],
    ['Directora General', 'Spanish'],
    ['Consejero Delegado', 'Spanish'],
    ['Algemeen directeur', 'Dutch'],
    ['Eigenaar', 'Dutch'],
    ['Amministratore delegato', 'Italian'],
    ['Sócio-gerente', 'Portuguese'],
  ])('%s decides (%s)', (title, language) => {
    expect(authorityOf(title)).toEqual({ level: 'decides', language });
  });

  it.each([
    'VP Operations',
    'Senior Vice President, Sales',
    'Head of Dispatch',
    'Vertriebsleiterin',
    'Directeur commercial',
    'Jefa de compras',
    'Hoofd inkoop',
  ])('%s leads a part', (title) => expect(authorityOf(title)?.level).toBe('leads'));

  it.each([
    'Product Owner',
    'Assistant to the CEO',
    'Assistant to CEO & Founder',
    'Executive Assistant, Office of the President',
    'Former CEO',
    'Vice Chairman',
    'Assistenz der Geschäftsführung',
    'Assistante du directeur général',
    'Secretaria del Director General',
    'Software Engineer',
    'CEO whisperer',
    '',
    '👑',
  ])('%s says nothing', (title) => expect(authorityOf(title)).toBeNull());

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const said = authorityOf(title);
        expect(said === null || ['decides', 'leads'].includes(said.level)).toBe(true);
      }),
    );
  });

  it.each(['m ', 'm     ', 'm/', 'm / ', '(m w '])(
    'is through at once with a title of 200 letters that was made to be slow: %j',
    (part) => {
      // A pattern that tries every way to share them out would not end while anyone waits.
      expect(authorityOf(`(${part.repeat(100).slice(0, 198)}!`)).toBeNull();
    },
  );

  it.each(['(m/w/d)', '(f / m / x)', '(M W D)', '(m/ w\t/d )', '(mwd)'])(
    'takes %s for no part of the title',
    (whom) => expect(authorityOf(`Geschäftsführer ${whom}`)?.level).toBe('decides'),
  );

  it('knows every title of its lists, and each is folded as titles are', () => {
    for (const { decides, leads, language } of titleLists) {
      for (const title of decides) expect(authorityOf(title)?.level, `${language}: ${title}`).toBe('decides');
      for (const title of [...decides, ...leads]) expect(foldWords(title)).toBe(title);
    }
    for (const word of otherThan) expect(authorityOf(`ceo ${word}`), word).toBeNull();
  });
});

describe('person.authority', () => {
  it('keeps the title’s time and place, and says by which list', () => {
    expect(authorityFact([fact('person.title', 'Geschäftsführerin', daysAgo(9))])).toMatchObject({
      name: 'person.authority',
      value: 'decides',
      at: daysAgo(9),
      field: 'person.title',
      text: 'Geschäftsführerin: decides by office, German list',
    });
    expect(authorityFact([fact('person.title', 'TBD')])).toBeNull();
    expect(authorityFact([])).toBeNull();
  });
});
