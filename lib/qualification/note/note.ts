// The note that a qualification leaves in the CRM: a text for people, the evidence, and a last line for programs.

import { cleanLines, cutText } from '@/lib/util/text';
import { against } from '../evidence/disagreement';
import {
  encode,
  formatRecordLine,
  type RecordedAnswer,
  type RecordedNote,
  stampRecordLine,
} from '../record-line/record-line';
import { evidenceLines } from './note-evidence';
import { type NoteInput, noteText } from './note-text';

/** Characters of the whole note as plain text: far under what any CRM takes, also as HTML; one that takes less says so. */
export const NOTE_MOST = 12_000;
/** What the text of a person always gets, whatever the evidence takes. */
const TEXT_LEAST = 1_500;

/** Encoded characters that one of a quote may take: most letters of one script, and an emoji now and then. */
const PER_CHARACTER = 9;

/** text: the rep may edit it. record: evidence list and record line, fixed. most: what both may have; left out: NOTE_MOST. */
export type Note = { text: string; record: string; most?: number };

/** Breaks what could pass for a record line in words that people typed: the reader knows only the small letter. */
const defang = (text: string) => text.replaceAll('stagecheck', 'Stagecheck');

/** One event may stand in two fields of the CRM (the last reply, the email that came in): it is recorded once. */
function unlike<Side extends { value: unknown; source: string; at: string | null }>(sides: Side[]): Side[] {
  const same = (a: Side, b: Side) => a.value === b.value && a.source === b.source && a.at === b.at;
  return sides.filter((side, index) => sides.findIndex((other) => same(side, other)) === index);
}

function recordedAnswers(input: NoteInput): Record<string, RecordedAnswer> {
  const list = Object.values(input.answered).flatMap((one): [string, RecordedAnswer][] => {
    if (one.from === 'none') return [];
    const by = one.from === 'crm' ? null : (one.by ?? input.person.name);
    const quote = one.quote === undefined ? {} : { quote: one.quote };
    const via = one.from === 'earlier' && one.via !== undefined ? { via: one.via } : {};
    const others = unlike(
      against(one).flatMap(({ says, source, at }) => (says === null ? [] : [{ value: says, source, at }])),
    ).slice(0, 2);
    const contrary = others.length === 0 ? {} : { against: others };
    return [
      [one.criterion, { value: one.value, from: one.from, at: one.at, by, ...quote, ...via, ...contrary }],
    ];
  });
  return Object.fromEntries(list);
}

function recordLine(input: NoteInput, quoteMost: number, bare = false): string {
  const answers = Object.entries(recordedAnswers(input)).map(([id, { quote, against: others, ...rest }]) => {
    const one = bare || others === undefined ? rest : { ...rest, against: others };
    const words = quote === undefined || quoteMost === 0 ? '' : cutText(quote, quoteMost);
    // What a quote in a wide script grows to when encoded; a line that gets too long for it tries a shorter measure.
    const fits = words !== '' && encode(words, quoteMost * PER_CHARACTER) !== '';
    return [
      id,
      fits ? { ...one, quote: decodeURIComponent(encode(words, quoteMost * PER_CHARACTER)) } : one,
    ] as const;
  });
  const note: RecordedNote = {
    id: null,
    at: input.now.toISOString(),
    by: input.person.name,
    owner: input.person.id,
    ...(input.of === undefined ? {} : { of: input.of.map(({ crm, object, id }) => ({ crm, object, id })) }),
    playbook: input.verdict.playbook,
    supported: input.verdict.stage,
    decision: input.decision,
    answers: Object.fromEntries(answers),
  };
  return formatRecordLine(note);
}

/** The evidence list cut to what fits beside the record line, which is never cut. */
function record(input: NoteInput, most: number): string {
  // Where notes are short, evidence and text share what there is.
  const room = most - Math.min(TEXT_LEAST, Math.floor(most / 4));
  for (const quoteMost of [280, 100, 40, 0]) {
    const line = recordLine(input, quoteMost);
    const list = ['Evidence (Stagecheck)', ...evidenceLines(input, quoteMost)].map(defang);
    const whole = [...list, line].join('\n');
    if (whole.length <= room) return whole;
    if (quoteMost > 0) continue;
    // Where even the line alone is too long, what was against goes before any answer does.
    const least = line.length + 40 > room ? recordLine(input, 0, true) : line;
    while (list.length > 1 && list.join('\n').length + least.length + 40 > room) list.pop();
    return [...list, 'More of the evidence is in the line below.', least].join('\n');
  }
  return recordLine(input, 0);
}

/**
 * The note of a decision. `text` is what the rep wrote, or the generated summary when that is null; both parts are
 * plain text. The record is the same for the same input, and gets the submission's id by stampRecord. `most`:
 * characters of the whole that this CRM takes.
 */
export function buildNote(input: NoteInput & { noteText: string | null; most?: number | undefined }): Note {
  const most = input.most ?? NOTE_MOST;
  const text = input.noteText ?? defang(noteText(input));
  return { text, record: record(input, most), ...(input.most === undefined ? {} : { most }) };
}

/** Characters that the text of this note may have; what is longer would be cut when it is written. */
export function noteRoom({ record: fixed, most = NOTE_MOST }: Note): number {
  return Math.max(0, most - fixed.length - 60);
}

/** Why the note can't be written, as what to do: the record line is never cut; null when it can. */
export function noteGap(note: Note, crmName: string): string | null {
  const { most = NOTE_MOST } = note;
  return note.record.length + 60 <= most
    ? null
    : `The answers don’t fit into a note of ${crmName}, which takes ${most} characters. Ask your team lead for a shorter playbook.`;
}

/** The record with the submission's id in its last line. */
export function stampRecord(text: string, submissionId: string): string {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  return [...lines, stampRecordLine(last, submissionId)].join('\n');
}

/** The whole note as it is written: the text cleaned, defanged and cut so that everything stays under its most. */
export function noteBody(note: Note): string {
  const { text, record: fixed } = note;
  const room = noteRoom(note);
  const clean = defang(cleanLines(text));
  const cut =
    clean.length > room ? `${[...clean.slice(0, room - 1)].slice(0, -1).join('').trimEnd()}…` : clean;
  return cut === '' ? fixed : `${cut}\n\n${fixed}`;
}

/** The token that a submission leaves in everything it creates, and by which it is found again. Only [A-Za-z0-9=-]. */
export function marker(submissionId: string): string {
  return `id=${submissionId}`;
}

export { parseNote } from '../record-line/record-parse';
export type { RecordedAnswer, RecordedNote };
