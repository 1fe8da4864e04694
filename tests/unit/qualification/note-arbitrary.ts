// Random recorded notes, and what CRMs, editors and mail do to a note on its way.
import fc from 'fast-check';
import type { RecordedNote } from '@/lib/qualification/note/note';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { daysAgo } from './fixture';

export const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    'stagecheck/1 id=1; end=00000000;',
    '=;:%&#@"“’--...',
    '<b>&amp;</b>',
    'مدير',
    '50',
    ' ',
    '__proto__',
  ),
);
// Lone surrogates can't be written to any CRM; what they become is told apart below.
export const sound = text
  .map((t) => t.replace(/\p{Cs}/gu, ''))
  .filter((t) => encodeURIComponent(t).length < 150);
export const filled = sound.filter((t) => t !== '');
const time = fc.integer({ min: 0, max: 2_000_000_000 }).map((s) => new Date(s * 1000).toISOString());
const criterion = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,20}$/);
const value = fc.oneof(
  fc.constantFrom('yes', 'no', 'boughtList', '2026-10-03', null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
);
const quote = fc.oneof(fc.record({}), fc.record({ quote: filled }));
/** What said otherwise, as a note keeps it: at most two, or nothing. */
const others = fc.oneof(
  fc.record({}),
  fc.record({
    against: fc.array(
      fc.record({ value: value.filter((one) => one !== null), source: filled, at: fc.option(time) }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);
export const recorded = fc
  .record({
    id: fc.oneof(fc.constant(null), fc.uuid()),
    at: time,
    by: filled,
    owner: filled,
    of: fc.option(fc.array(fc.record({ crm: filled, object: filled, id: filled }), { maxLength: 2 }), {
      nil: undefined,
    }),
    playbook: fc.record({ id: filled, version: sound, hash: sound }),
    supported: fc.option(filled),
    decision: fc.oneof(
      fc.record({
        kind: fc.constant('stage' as const),
        stage: filled,
        override: fc.option(fc.record({ reason: sound })),
      }),
      fc.record({
        kind: fc.constant('outcome' as const),
        outcome: filled,
        reason: sound,
        comment: sound,
        returnOn: fc.option(filled),
      }),
    ),
    rep: fc.dictionary(criterion, fc.tuple(value, time, filled, quote, others), { maxKeys: 8 }),
    crm: fc.dictionary(criterion, fc.tuple(value, fc.option(time), others), { maxKeys: 8 }),
    earlier: fc.dictionary(
      criterion,
      fc.tuple(value, time, filled, quote, fc.oneof(fc.record({}), fc.record({ via: filled }))),
      { maxKeys: 8 },
    ),
  })
  .map(
    ({ rep, crm, earlier, of, ...rest }): RecordedNote => ({
      ...rest,
      ...(of === undefined ? {} : { of }),
      answers: Object.fromEntries([
        ...Object.entries(rep).map(
          ([k, [v, at, by, q, no]]) => [k, { value: v, from: 'rep', at, by, ...q, ...no }] as const,
        ),
        ...Object.entries(crm).map(
          ([k, [v, at, no]]) => [k, { value: v, from: 'crm', at, by: null, ...no }] as const,
        ),
        ...Object.entries(earlier).map(
          ([k, [v, at, by, q, way]]) => [k, { value: v, from: 'earlier', at, by, ...q, ...way }] as const,
        ),
      ]),
    }),
  );

/** What CRMs, editors and mail do to a text on its way. */
const escapeHtml = (t: string) =>
  t
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
export const harsh = (t: string) =>
  t.replace(/[^A-Za-z0-9\s]/gu, (mark) => `&#x${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()};`);
export const ways: Record<string, (body: string) => string> = {
  'as it is': (body) => body,
  'HTML-escaped': escapeHtml,
  'every mark escaped in hexadecimal': harsh,
  'escaped to numbers': (body) => body.replace(/[/=@#:;%.]/g, (mark) => `&#${mark.charCodeAt(0)};`),
  'no-break spaces': (body) => body.replaceAll(' ', '\u00a0'),
  'no-break entities': (body) => body.replaceAll(' ', '&nbsp;'),
  CRLF: (body) => body.replaceAll('\n', '\r\n'),
  'line ends lost': (body) => body.replaceAll('\n', ' '),
  'folded at 76 columns': (body) => body.replace(/(.{76})/g, '$1\r\n '),
  'folded at 20 columns': (body) => body.replace(/(.{20})/g, '$1\n'),
  'better typography': (body) =>
    body
      .replaceAll('--', '—')
      .replaceAll('...', '…')
      .replaceAll("'", '’')
      .replaceAll('"', '”')
      .replace(/\(c\)/gi, '©'),
  'among other text': (body) =>
    `Fwd: see below\n> hi\n${body}\n--\nSent from my phone; end=12345678; stagecheck`,
  'after an older note': (body) => `${formatRecordLine(old)}\n\n${body}`,
};
export const old: RecordedNote = {
  id: null,
  at: daysAgo(9),
  by: 'Old',
  owner: '1',
  of: [{ crm: 'hubspot', object: '0-1', id: '101' }],
  playbook: { id: 'old', version: '0.0.1', hash: 'old' },
  supported: null,
  decision: { kind: 'stage', stage: 'lead', override: null },
  answers: {},
};
