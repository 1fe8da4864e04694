// Phrases in a fact's text against the plain way, a pattern made of the phrase: the same answer, with the text read once.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, mentionsAny, onceFor } from '@/lib/qualification/answers/folded';
import type { Fact } from '@/lib/record/snapshot';

const factOf = (value: string, text?: string): Fact => ({
  name: 'person.title',
  value,
  at: null,
  url: null,
  field: 'f',
  ...(text === undefined ? {} : { text }),
});

/** As phrases are compared: no accents, and a space for what joins two words. */
const loosely = (text: string) =>
  fold(text)
    .replaceAll('é', 'e')
    .replace(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ');

/** The meaning of `mentions`, said with a regular expression. */
function plainly(fact: Fact, phrase: string): boolean {
  const escaped = loosely(phrase)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
  return pattern.test(loosely(`${String(fact.value)}\n${fact.text ?? ''}`));
}

describe('mentions', () => {
  it('finds what a pattern of the phrase finds, and nothing else', () => {
    const bit = fc.constantFrom(
      'a',
      'b',
      'AB',
      'é',
      'ß',
      '𝒳',
      '1',
      ' ',
      '\n',
      '  ',
      '.',
      '+',
      '-',
      '(',
      '\\',
      'a b',
    );
    const some = (maxLength: number) => fc.array(bit, { maxLength }).map((bits) => bits.join(''));
    const phrases = fc.array(
      some(4).filter((text) => text.trim() !== ''),
      { minLength: 1, maxLength: 4 },
    );
    let found = 0;
    fc.assert(
      fc.property(some(12), fc.option(some(6), { nil: undefined }), phrases, (value, text, list) => {
        const fact = factOf(value, text);
        const wanted = list.some((phrase) => plainly(fact, phrase));
        if (wanted) found++;
        expect(mentionsAny(fact, list)).toBe(wanted);
      }),
      { numRuns: 2_000 },
    );
    expect(found).toBeGreaterThan(200);
  });

  it('makes something of an object once, and of another one anew', () => {
    let made = 0;
    const size = onceFor((list: readonly number[]) => {
      made++;
      return list.length;
    });
    const list = [1, 2];
    expect([size(list), size(list), size([1, 2])]).toEqual([2, 2, 2]);
    expect(made).toBe(2);
  });
});
