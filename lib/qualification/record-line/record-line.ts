// The last line of a note: the qualification as a program reads it back, whatever editors did to the text around it.
import type { AnswerValue } from '@/lib/playbook/answer';
import { cutText } from '@/lib/util/text';
import { madeWhole } from '@/lib/util/whole-text';
import type { Decision, Draft } from '../answers/draft';

/** at/by: when and by whom it was said; for 'crm' the fact's own time (null where unknown) and by null. */
export type RecordedAnswer = {
  value: AnswerValue | null;
  from: 'rep' | 'crm' | 'earlier';
  at: string | null;
  by: string | null;
  quote?: string;
  /** How it first came into the CRM, where that was not plainly `by` in person: vouched.ts. Goes along for good. */
  via?: string;
  /** What was live and said otherwise when it was recorded, most telling first. */
  against?: { value: AnswerValue; source: string; at: string | null }[];
};
/** A record as a line names it: the CRM, its own name for the type, the id in it. */
export type NotedOf = { crm: string; object: string; id: string };

export type RecordedNote = {
  /** The submission's id; null before there is one. */
  id: string | null;
  /**
   * What it is noted of: the record, and the person where that is no person itself (an opportunity's contact). Left out
   * or empty where a line names none that can be read; then it counts for nothing.
   */
  of?: NotedOf[];
  at: string;
  by: string;
  /** The person's id in the CRM. */
  owner: string;
  playbook: Draft['playbook'];
  /** The stage that the answers support. */
  supported: string | null;
  decision: Decision;
  answers: Record<string, RecordedAnswer>;
};

/** A quote is bounded before it comes here (note.ts); this holds for whatever else makes a line. */
const QUOTE_ENCODED_MOST = 3000;

/** Words of ours and a name or two. */
const VIA_ENCODED_MOST = 400;

const head = 'stagecheck/1';
const bare = (text: string) => text.replace(/[\s\p{Z}\u200B\uFEFF]+/gu, '');

/**
 * Percent-encoding down to letters, digits, - _ . so that no HTML escaper, sanitiser, quote or dash improver finds
 * anything to change. `most` bounds the encoded length; text is cut by whole characters.
 */
export function encode(text: string, most = 600): string {
  const sound = madeWhole(text);
  const whole = encodeAll(sound);
  if (whole.length <= most) return whole;
  let length = Math.min(sound.length, most);
  let out = whole;
  while (length > 0 && out.length > most) {
    out = encodeAll(cutText(sound, length));
    length = Math.floor(length * 0.8);
  }
  return out.length > most ? '' : out;
}
const encodeAll = (text: string) =>
  encodeURIComponent(text)
    .replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/([-._])(?=\1)/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** FNV-1a: tells a line that arrived whole from one that was cut or edited. It is no signature. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of bare(text)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

function encodeAnswer(id: string, one: RecordedAnswer, note: RecordedNote): string {
  const own = one.from === 'rep';
  const parts = [
    one.value === null ? '' : encode(String(one.value)),
    one.from,
    own && one.at === note.at ? '' : encode(one.at ?? ''),
    one.from === 'crm' || (own && one.by === note.by) ? '' : encode(one.by ?? '', 160),
    encode(one.quote ?? '', QUOTE_ENCODED_MOST),
    (one.against ?? [])
      .map(({ value, source, at }) =>
        [encode(String(value)), encode(source, 160), encode(at ?? '')].join('@'),
      )
      .join('#'),
    encode(one.via ?? '', VIA_ENCODED_MOST),
  ];
  return `${encode(id)}=${parts.join(':').replace(/:+$/, '')}`;
}

function encodeDecision(decision: Decision): string[] {
  if (decision.kind === 'stage') {
    const override = decision.override === null ? [] : [`override=${encode(decision.override.reason)}`];
    const keep = decision.keep === undefined ? [] : [`keep=${encode(decision.keep)}`];
    return [`decision=stage.${encode(decision.stage)}`, ...override, ...keep];
  }
  const { outcome, reason, comment, returnOn } = decision;
  return [
    `decision=outcome.${encode(outcome)}`,
    `reason=${encode(reason)}`,
    ...(comment === '' ? [] : [`comment=${encode(comment)}`]),
    ...(returnOn === null ? [] : [`return=${encode(returnOn)}`]),
  ];
}

/** A record and its person are all that is ever named. */
export const OF_MOST = 2;

const encodeOf = (of: readonly NotedOf[]) =>
  of.map(({ crm, object, id }) => [crm, object, id].map((part) => encode(part)).join('@')).join('#');

/** One line. Answers are told from the other parts by their colon, so a criterion may have any name. */
export function formatRecordLine(note: RecordedNote): string {
  const { id, version, hash } = note.playbook;
  const line = [
    note.id === null ? `${head}` : `${head} id=${encode(note.id)}`,
    `at=${encode(note.at)}`,
    `by=${encode(note.by, 160)}`,
    `owner=${encode(note.owner)}`,
    ...(note.of === undefined ? [] : [`of=${encodeOf(note.of)}`]),
    `playbook=${encode(id)}@${encode(version)}#${encode(hash)}`,
    `stage=${encode(note.supported ?? '')}`,
    ...encodeDecision(note.decision),
    ...Object.entries(note.answers).map(([criterion, one]) => encodeAnswer(criterion, one, note)),
  ].join('; ');
  return `${line}; end=${checksum(line)};`;
}

/** The same line with the submission's id in it. */
export function stampRecordLine(line: string, id: string): string {
  const body = line
    .replace(/; end=[0-9a-f]{8};$/, '')
    .replace(/^stagecheck\/1( id=[^;]*)?/, `${head} id=${encode(id)}`);
  return `${body}; end=${checksum(body)};`;
}

/** A line that arrived whole, without blanks, and the seal behind it; '' where it has none. */
export type SealedLine = { line: string; seal: string };

const END = /;end=([0-9a-f]{8});/;

/** null where it did not arrive whole. Spaces, line ends and entities in it don't matter. */
export function wholeLine(text: string): SealedLine | null {
  const body = bare(text);
  const end = END.exec(body);
  if (end === null || checksum(body.slice(0, end.index)) !== end[1]) return null;
  const after = end.index + end[0].length;
  return { line: body.slice(0, after), seal: /^seal=([0-9a-f]{16});/.exec(body.slice(after))?.[1] ?? '' };
}

/** The same text with a seal at its very end, where its line is. lib/crm makes it, for a CRM whose lines have one. */
export const withSeal = (text: string, seal: string): string => `${text} seal=${seal};`;

/** The parts of a whole line. */
export const partsOf = (line: string): string[] =>
  line
    .slice(head.length)
    .replace(END, '')
    .split(';')
    .filter((part) => part !== '');
