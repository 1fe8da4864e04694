// Fillers in the languages and systems that fill CRMs, and the real names that look like them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillers, noSuch, things } from '@/lib/qualification/evidence/fillers';
import { isDoubtfulFirm, isPlaceholder } from '@/lib/qualification/evidence/placeholder';
import { everywhere, names, titles } from './judged-fillers';

describe('fillers', () => {
  it.each(everywhere)('%j says nothing in any field', (text) => {
    expect(isPlaceholder(text, { name: true })).toBe(true);
    // A class of firm or of person may be told so; a firm is not called so.
    if (!['个人', '個人'].includes(text)) expect(isPlaceholder(text)).toBe(true);
  });
  it.each(names)('%j is a name', (text) => expect(isPlaceholder(text, { name: true })).toBe(false));
  it.each(titles)('%j is a title', (text) => expect(isPlaceholder(text)).toBe(false));
  it.each(['Private', 'privat', 'Individual', 'company', 'Organisation', '0', 'NAME', 'Privé', 'Privato'])(
    'no firm is called %j, though a field may say it',
    (text) => {
      expect(isPlaceholder(text, { name: true })).toBe(true);
      expect(isPlaceholder(text)).toBe(false);
    },
  );
});

describe('around fillers', () => {
  const seeded = { seed: 14, numRuns: 500 };
  const filler = fc.constantFrom(...fillers);
  it('each is known in any case, and in any marks', () => {
    const mark = fc.constantFrom('', ' ', '.', '-', '--', '?', '"', '…');
    fc.assert(
      fc.property(filler, mark, mark, fc.boolean(), (text, before, after, upper) =>
        isPlaceholder(`${before}${upper ? text.toUpperCase() : text}${after}`),
      ),
      seeded,
    );
    fc.assert(
      fc.property(filler, (text) => isPlaceholder(`[${text}]`, { name: true })),
      seeded,
    );
  });
  it('none of them condemns a name that it only begins or ends', () => {
    const more = fc.constantFrom('Berg', 'GmbH', 'Engineer', 'Solutions', 'Ltd', '東京', 'Werke 4', 'S.A.');
    fc.assert(
      fc.property(filler, more, fc.boolean(), (text, other, first) => {
        const whole = first ? `${other} ${text}` : `${text} ${other}`;
        // The usual made-up firm is listed as a whole.
        if (fillers.includes(whole.toLowerCase())) return true;
        return !isPlaceholder(whole) && !isPlaceholder(whole, { name: true });
      }),
      seeded,
    );
  });
  it('a thing that is told to be none is none', () => {
    fc.assert(
      fc.property(fc.constantFrom(...noSuch), fc.constantFrom(...things), fc.boolean(), (no, thing, first) =>
        isPlaceholder(first ? `${no} ${thing}` : `${thing} (${no})`, { name: true }),
      ),
      seeded,
    );
  });
  it('a run of keys of any length is one, and a name of one or two letters never', () => {
    const row = fc.constantFrom(
      'qwertyuiop',
      'qwertzuiop',
      'azertyuiop',
      'asdfghjkl',
      'zxcvbnm',
      '1234567890',
    );
    fc.assert(
      fc.property(row, fc.integer({ min: 5, max: 10 }), fc.boolean(), (keys, length, back) => {
        const run = keys.slice(0, length);
        return isPlaceholder(back ? [...run].reverse().join('') : run, { name: true });
      }),
      seeded,
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{1,2}$/), (text) => !isPlaceholder(text, { name: true })),
      seeded,
    );
  });
  it('any word in the double marks of a merge tag is one', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z._ ]{0,20}$/);
    const marks = fc.constantFrom(
      ['{{', '}}'],
      ['{!', '}'],
      ['[[', ']]'],
      ['*|', '|*'],
      ['<<', '>>'],
      ['${', '}'],
      ['{$', '}'],
    );
    fc.assert(
      fc.property(word, marks, (text, [open = '', close = '']) =>
        isPlaceholder(`${open}${text}${close}`, { name: true }),
      ),
      seeded,
    );
  });
});

describe('the name of a new firm', () => {
  it.each([
    'None',
    'Test',
    'Unknown',
    'n/a',
    'XXX',
    'Nothing',
    '{{company}}',
    '[not provided]',
    'abc',
    'Company',
  ])('%j is asked for', (text) => expect(isDoubtfulFirm(text)).toBe(true));
  it.each(['X', 'HP', 'EY', 'Na', 'N26', 'AAA', 'None Such Ltd', 'Unknown Worlds', 'Acme'])(
    '%j is taken',
    (text) => expect(isDoubtfulFirm(text)).toBe(false),
  );
});
