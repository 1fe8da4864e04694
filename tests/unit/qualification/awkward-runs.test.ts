// Whoever writes a note or fills a field can repeat any sign 64,000 times: what reads it takes no more than its length.
import { describe, expect, it } from 'vitest';
import { sourceKind } from '@/lib/crm/hubspot/read/source';
import { notReached, spoke } from '@/lib/crm/shared/call-words';
import { kindInWords } from '@/lib/crm/shared/source-kinds';
import { errorRow } from '@/lib/diagnostics/error-row';
import { unreadable } from '@/lib/playbook/json-text';
import { toNumber } from '@/lib/qualification/answers/values';
import { authorityOf } from '@/lib/qualification/evidence/authority';
import { isDoubtfulFirm, isPlaceholder } from '@/lib/qualification/evidence/placeholder';
import { countryOf } from '@/lib/qualification/evidence/places';
import { spanOf } from '@/lib/qualification/evidence/spans';
import { noteBody } from '@/lib/qualification/note/note';
import { claimed, nameInWords, quoted } from '@/lib/qualification/record-line/claimed';
import { formatRecordLine, wholeLine } from '@/lib/qualification/record-line/record-line';
import { findRecord, parseNote } from '@/lib/qualification/record-line/record-parse';
import { heard } from '@/lib/qualification/record-line/vouched';
import { timeOf } from '@/lib/util/dates';
import { htmlToText, textToHtml } from '@/lib/util/html';
import { cleanLine, cleanLines, shortText } from '@/lib/util/text';
import { now } from './fixture';
import { old } from './note-arbitrary';

const LONG = 64_000;
const PARTS = 16;

const blanks = [' ', '\t', '\u00a0', '\u2003', '\u3000'];
const ends = ['\n', '\r', '\r\n', '\u0085', '\u2028', '\u2029', '\u2028 ', '\n\t'];
const digits = ['0', '9', '1 ', '1.', '٣'];
const marks = [
  '-',
  '=',
  '_',
  '.',
  ':',
  ';',
  ',',
  '/',
  '@',
  '#',
  '%',
  '%41',
  '&',
  '&#0',
  '<',
  '>',
  '<a ',
  '<!--',
];
const brackets = ['(', '[', '{', '(m', '(m ', '</', '<script>', '\\'];
const quotes = ['"', "'", '“', '”', '«'];
const hidden = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u2068', '\u2069', '\u202e', '\ud800', '\u0301'];
const words = [
  'a',
  'x',
  'ж',
  'é',
  'a ',
  ' at ',
  ' - ',
  'not ',
  'test',
  'database',
  'stagecheck/1',
  'Evidence ',
];
const units = [...blanks, ...ends, ...digits, ...marks, ...brackets, ...quotes, ...hidden, ...words];

const line = formatRecordLine(old);
/** Where a run can stand: alone, between words that no pattern expects, and around what a note of ours has. */
const around: ((run: string) => string)[] = [
  (run) => `${run}!`,
  (run) => `a${run}b`,
  (run) => `a${run}${line}`,
  (run) => `\nEvidence (Stagecheck)${run}${line}`,
  (run) => `${run}Evidence (Stagecheck)\n${line}`,
  (run) => `Evidence (Stagecheck)\nstagecheck/1${run}; end=00000000;`,
];

const told = (text: string) => [
  {
    text,
    url: null,
    origin: { notOurs: null, at: now.toISOString(), via: () => '' },
    place: 'here' as const,
  },
];
const failed = (text: string) => {
  const error = new Error(text);
  error.stack = text;
  return error;
};
const readers: Record<string, (text: string) => unknown> = {
  findRecord,
  parseNote,
  wholeLine,
  heard: (text) => heard(told(text), { crm: 'HubSpot', thing: 'note' }),
  htmlToText,
  textToHtml,
  cleanLine,
  cleanLines,
  shortText,
  noteBody: (text) => noteBody({ text, record: line }),
  claimed: (text) => claimed(text, 60),
  nameInWords: (text) => nameInWords(text),
  quoted: (text) => quoted(text, 280),
  isPlaceholder: (text) => isPlaceholder(text),
  authorityOf,
  countryOf,
  toNumber,
  spanOf,
  isDoubtfulFirm,
  timeOf,
  spoke,
  notReached,
  kindInWords,
  sourceKind: (text) => sourceKind('OFFLINE', text, text),
  unreadable,
  errorRow: (text) => errorRow(failed(text), 'test.runs', now),
};

const took = (read: (text: string) => unknown, texts: readonly string[]): number => {
  const from = performance.now();
  for (const text of texts) read(text);
  return performance.now() - from;
};

/**
 * As many signs once in one piece and once in sixteen: what grows with the square takes sixteen times as long over the
 * one. Both stand side by side, so that a busy machine slows both, and one good round of five is enough.
 */
function growsWithItsLength(read: (text: string) => unknown, text: (length: number) => string): boolean {
  const [whole, parts] = [text(LONG), Array.from({ length: PARTS }, () => text(LONG / PARTS))];
  for (let round = 0; round < 5; round += 1)
    if (took(read, [whole]) <= 8 * took(read, parts) + 1) return true;
  return false;
}

describe('a run of one sign, 64,000 long', () => {
  it.each(Object.keys(readers))(
    '%s: takes no more than its length',
    (name) => {
      const read = readers[name];
      if (!read) throw new Error('No such reader.');
      const slow: string[] = [];
      for (const unit of units)
        for (const [at, put] of around.entries()) {
          const text = (length: number) => put(unit.repeat(Math.ceil(length / unit.length)));
          if (!growsWithItsLength(read, text)) slow.push(`${JSON.stringify(unit)} in place ${at}`);
          // One is enough to know, and more would take minutes.
          if (slow.length > 0) break;
        }
      expect(slow).toEqual([]);
      // Over a thousand texts, on a machine that may be busy with others.
    },
    300_000,
  );
});
