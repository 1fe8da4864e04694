// Text from a CRM is safe and short in a line, whatever was in it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine, cleanLines, cutText, shortText } from '@/lib/util/text';

const any = fc.string({ unit: 'binary', maxLength: 300 });
const count = (text: string) => [...new Intl.Segmenter('en').segment(text)].length;

describe('text', () => {
  it('folds whitespace and drops controls', () => {
    expect(cleanLine(' a\t\r\n b\u0000\u0007c\u00a0d \u200b')).toBe('a b c d');
    expect(cleanLine('safe\u202Egpj.exe')).toBe('safegpj.exe');
  });
  it('never leaves a control, a line end or a lone surrogate', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(cleanLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
    );
  });
  it('counts characters as a person does', () => {
    expect(cutText('👩‍👩‍👧‍👦'.repeat(5), 10)).toBe('👩‍👩‍👧‍👦'.repeat(5));
    expect(cutText('👩‍👩‍👧‍👦'.repeat(12), 10)).toBe(`${'👩‍👩‍👧‍👦'.repeat(9)}…`);
    expect(cutText('abcdefghij', 10)).toBe('abcdefghij');
    expect(cutText('abcdefghijk', 10)).toBe('abcdefghi…');
  });
  it('is short for 10 kB, and for one letter under a pile of marks', () => {
    expect(count(shortText('VP '.repeat(3400)))).toBeLessThanOrEqual(80);
    expect(shortText(`a${'\u0301'.repeat(9000)}`).length).toBeLessThanOrEqual(1000);
    fc.assert(
      fc.property(any, fc.integer({ min: 2, max: 90 }), (t, most) => count(cutText(t, most)) <= most),
    );
  });
  it('isolates text that runs right to left', () => {
    expect(shortText('مدير العمليات')).toBe('\u2068مدير العمليات\u2069');
    expect(shortText('VP Operations')).toBe('VP Operations');
  });
  it('keeps lines, and isolates only in pairs', () => {
    expect(cleanLines('a\r\nb\n\n\n\nc  d\t')).toBe('a\nb\n\nc d');
    expect(cleanLines('\u2068x\n\u2069y')).toBe('\u2068x\u2069\ny');
    fc.assert(fc.property(any, (text) => cleanLines(cleanLines(text)) === cleanLines(text)));
  });
});
