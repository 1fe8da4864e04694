// Finds and reads the record line in the text of a note that came back from a CRM.
import * as v from 'valibot';
import { own } from '@/lib/util/object';
import { type Decision, DecisionSchema } from '../answers/draft';
import {
  type NotedOf,
  OF_MOST,
  partsOf,
  type RecordedAnswer,
  type RecordedNote,
  type SealedLine,
  wholeLine,
} from './record-line';

const start = /stagecheck(?:\/|&#0*47;|&#[xX]0*2[fF];|&sol;)1(?![0-9])/g;
const entities: Record<string, string> = {
  nbsp: ' ', amp: '&', sol: '/', equals: '=', semi: ';', colon: ':', percnt: '%', num: '#', commat: '@',
  period: '.', lowbar: '_', hyphen: '-', dash: '-', NewLine: '\n', Tab: ' ', shy: '',
}; // biome-ignore format: a table

/** Character references as escapers write them; the line itself holds no ampersand. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g,
    (whole, dec, hex, name) => {
      if (name !== undefined) return own(entities, name) ?? whole;
      const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function decode(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    // Only a line that someone wrote by hand, checksum and all, gets here.
    return '';
  }
}

function readValue(text: string): RecordedAnswer['value'] {
  if (text === '') return null;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : text;
}

function readAgainst(text: string): RecordedAnswer['against'] & object {
  return text.split('#').flatMap((part) => {
    const [value = '', source = '', at = ''] = part.split('@').map(decode);
    const read = readValue(value);
    return read === null ? [] : [{ value: read, source, at: at || null }];
  });
}

function readAnswer(text: string, note: { at: string; by: string }): RecordedAnswer | null {
  const [value, from, at = '', by = '', quote = '', others = '', via = ''] = text
    .split(':')
    .map((part, index) => (index === 5 ? part : decode(part)));
  if (value === undefined || (from !== 'rep' && from !== 'crm' && from !== 'earlier')) return null;
  const own = from === 'rep';
  const against = readAgainst(others);
  return {
    value: readValue(value),
    from,
    at: at !== '' ? at : own ? note.at : null,
    by: by !== '' ? by : own ? note.by : null,
    ...(quote === '' ? {} : { quote }),
    ...(via === '' ? {} : { via }),
    ...(against.length === 0 ? {} : { against }),
  };
}

function readDecision(parts: Map<string, string>): Decision | null {
  const [kind, ...rest] = (parts.get('decision') ?? '').split('.');
  const id = decode(rest.join('.'));
  const text = (name: string) => decode(parts.get(name));
  const returnOn = text('return');
  const override = parts.has('override') ? { reason: text('override') } : null;
  const keep = parts.has('keep') ? { keep: text('keep') } : {};
  const parsed = v.safeParse(
    DecisionSchema,
    kind === 'stage'
      ? { kind, stage: id, override, ...keep }
      : { kind, outcome: id, reason: text('reason'), comment: text('comment'), returnOn: returnOn || null },
  );
  return parsed.success && id !== '' ? parsed.output : null;
}

function readOf(text: string): NotedOf[] {
  return text
    .split('#')
    .slice(0, OF_MOST)
    .flatMap((part) => {
      const [crm = '', object = '', id = ''] = part.split('@').map(decode);
      return crm === '' || object === '' || id === '' ? [] : [{ crm, object, id }];
    });
}

function readLine(parts: string[]): RecordedNote | null {
  const pairs = parts.map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)];
  });
  const fields = new Map(pairs.filter(([, value]) => !value.includes(':')));
  const [id = '', version = '', hash = ''] = (fields.get('playbook') ?? '').split(/[@#]/).map(decode);
  const decision = readDecision(fields);
  const at = decode(fields.get('at'));
  const by = decode(fields.get('by'));
  const of = fields.get('of');
  if (decision === null || at === '' || id === '') return null;
  const answers = pairs.flatMap(([criterion, value]) => {
    const one = value.includes(':') ? readAnswer(value, { at, by }) : null;
    return one === null ? [] : [[decode(criterion), one] as const];
  });
  return {
    id: decode(fields.get('id')) || null,
    at,
    by,
    owner: decode(fields.get('owner')),
    ...(of === undefined ? {} : { of: readOf(of) }),
    playbook: { id, version, hash },
    supported: decode(fields.get('stage')) || null,
    decision,
    answers: Object.fromEntries(answers),
  };
}

/** Line ends as editors and CRMs write them. */
const END = /[\n\r\u0085\u2028\u2029]/;
/** What every note of ours has right before its line, on a line of its own; spaces may have become others on the way. */
const HEADING = /^[\t\p{Z}]*Evidence\p{Z}\(Stagecheck\)[\t\p{Z}]*$/u;
const BLANK = /^[\t\p{Z}]*$/u;

/**
 * Whether what stands before a line of ours has the heading, and leaves the line to itself. Cut into lines first: line
 * ends that are blanks too (U+2028) would have one pattern over all of it try each of them from each other one.
 */
function leadsToLine(before: string): boolean {
  const lines = before.split(END);
  const own = lines.pop() ?? '';
  return lines.length > 0 && BLANK.test(own) && lines.some((one) => HEADING.test(one));
}

/** astray: there is a whole line, but not where a note of ours has it, or there are several that could be it. */
export type Found = { kind: 'none' } | { kind: 'astray' } | { kind: 'record'; note: RecordedNote };

/**
 * The qualification of a text that has the form of a note of ours: the evidence list with its heading, and under it, at
 * the beginning of its own line, the one record line. Whoever edits the words around it does no harm; a second line, one
 * in a quotation or a reply, or one that stands alone in somebody's message is never taken for it. Never throws.
 */
export function findRecord(text: string): Found {
  const note = parseNote(text);
  if (note === null) return { kind: 'none' };
  const starts = [...text.matchAll(start)].map((match) => match.index);
  const before = text.slice(0, starts[0]);
  const placed = starts.length === 1 && leadsToLine(before);
  return placed ? { kind: 'record', note } : { kind: 'astray' };
}

/** The last line of ours in a text that arrived whole and says what one says; null where there is none. */
function lastLine(text: string): { note: RecordedNote; whole: SealedLine } | null {
  const starts = [...text.matchAll(start)].map((match) => match.index);
  for (let i = starts.length - 1; i >= 0; i -= 1) {
    // A line of ours never holds its own beginning, so each piece of the text is looked at once.
    const whole = wholeLine(decodeEntities(text.slice(starts[i], starts[i + 1])));
    const note = whole === null ? null : readLine(partsOf(whole.line));
    if (whole !== null && note !== null) return { note, whole };
  }
  return null;
}

/** The line of the qualification that a note records, with its seal: what parseNote reads. Never throws. */
export const sealedLineIn = (text: string): SealedLine | null => lastLine(text)?.whole ?? null;

/**
 * The qualification that a note records, or null where there is none that arrived whole. `text` is the note's plain
 * text (made from HTML by lib/crm), with whatever else stands in it; the last valid line wins. Never throws.
 */
export const parseNote = (text: string): RecordedNote | null => lastLine(text)?.note ?? null;
