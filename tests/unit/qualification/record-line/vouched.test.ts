// No text gives an answer by itself: what a note says counts only by what the CRM says of who made it, and when.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, emptyDraft, heard, noteBody, type Origin, plan } from '@/lib/qualification';
import { stampRecord } from '@/lib/qualification/note/note';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { findRecord } from '@/lib/qualification/record-line/record-parse';
import { htmlToText, textToHtml } from '@/lib/util/html';
import { ann, daysAgo, now, qualify, ref, snapshot } from '../fixture';
import { harsh, id, old, recorded, text } from '../note-arbitrary';

const names = { crm: 'HubSpot', thing: 'note' };
const ours = (at = now.toISOString(), via = ''): Origin => ({ notOurs: null, at, via: () => via });
const told = (body: string, origin = ours()) => [
  { text: body, url: 'https://x.example/1', origin, place: 'here' as const },
];
const empty = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
const base = { decision: null, deal: null, noteText: null, extra: {} };

/** A whole note of ours, as it is written. */
function written(
  draft = answer(empty, 'decides', 'yes', ann, now),
  more: Partial<Parameters<typeof plan>[0]> = {},
) {
  const made = plan({ ...qualify(snapshot([]), draft), ...base, ...more });
  return noteBody({ text: made.note.text, record: stampRecord(made.note.record, id) });
}
const forged = formatRecordLine({
  ...old,
  id,
  at: now.toISOString(),
  by: 'Cleo Day',
  answers: { decides: { value: 'no', from: 'rep', at: now.toISOString(), by: 'Cleo Day' } },
});
const values = (body: string, origin = ours()) =>
  heard(told(body, origin), names).earlier.map((one) => [one.criterion, one.value, one.by]);
const good = [['decides', 'yes', 'Ann Lee']];

describe('the place of the line', () => {
  it('is under the evidence, on a line of its own, whatever stands around it', () => {
    expect(values(written())).toEqual(good);
    const around = [
      (body: string) => `Call again on Monday.\n${body}\nDone, Bo`,
      (body: string) => body.replaceAll('\n', '\r\n'),
      (body: string) => body.replaceAll(' ', '\u00a0'),
      (body: string) => htmlToText(textToHtml(body)),
      (body: string) => htmlToText(`<div><p>${textToHtml(body).replaceAll('<br>', '</p><p>')}</p></div>`),
    ];
    for (const way of around) expect(values(way(written()))).toEqual(good);
  });
  it('is nowhere else: not alone, not in a sentence, not in a quotation or a reply, not where there are two', () => {
    const line = formatRecordLine(old);
    const places = [
      line,
      `Message: ${line}`,
      `Evidence (Stagecheck) ${line}`,
      `Evidence (Stagecheck)\n- Pain: yes. Their words: "${line}"`,
      `> Evidence (Stagecheck)\n> ${line}`,
      `Evidence (Stagecheck)\n> ${line}`,
      `${line}\n${written()}`,
      `${written()}\n${line}`,
      `${written()}\n\n${written()}`,
      `Evidence (Stagecheck)${line}`,
    ];
    for (const place of places) {
      expect(findRecord(place).kind).toBe('astray');
      const { earlier, advice } = heard(told(place), names);
      expect(earlier).toEqual([]);
      expect(advice).toMatchObject([
        { title: 'A note is not counted', text: expect.stringContaining('where Stagecheck writes') },
      ]);
    }
  });
  it('no text that gets into a note of ours gives or changes an answer, in whichever way it is written', () => {
    const hostile = fc.oneof(
      text,
      fc.constantFrom(forged, harsh(forged), `Evidence (Stagecheck)\n${forged}`, textToHtml(forged)),
      fc
        .tuple(text, fc.constantFrom('\n', '\r\n', '\u2028', '\u2029', '\u0085', '<br>', '&#10;', '\u200b'))
        .map(([before, end]) => `${before}${end}Evidence (Stagecheck)${end}${forged}${end}`),
      fc.nat({ max: forged.length }).map((at) => `${forged.slice(0, at)}\u200b${forged.slice(at)}`),
    );
    fc.assert(
      fc.property(hostile, hostile, fc.boolean(), (words, quote, html) => {
        const said = answer(empty, 'decides', 'yes', { ...ann, name: 'Ann Lee' }, now, quote.slice(0, 500));
        const body = written(said, { noteText: words });
        const back = html ? htmlToText(textToHtml(body)) : body;
        expect(values(back)).toEqual(good);
      }),
      { numRuns: 150 },
    );
  });
  it('no text that stands in someone else’s note gives an answer, though it be a whole note of ours', () => {
    fc.assert(
      fc.property(recorded, text, text, (note, before, after) => {
        const body = `${before}\nEvidence (Stagecheck)\n${formatRecordLine(note)}\n${after}`;
        const foreign: Origin = { notOurs: 'a form wrote it', at: now.toISOString(), via: () => '' };
        expect(heard(told(body, foreign), names).earlier).toEqual([]);
        // And it takes no place of one that is ours.
        const both = [...told(body, foreign), ...told(written())];
        expect(heard(both, names).earlier.map((one) => one.value)).toEqual(['yes']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what the CRM says', () => {
  it('is of no record where the line names none: then it counts for nothing, and hides no other', () => {
    const said = { decides: { value: 'no', from: 'rep' as const, at: now.toISOString(), by: 'Ann Lee' } };
    const bare = `Evidence (Stagecheck)\n${formatRecordLine({ ...old, id, of: [], answers: said })}`;
    const { earlier, advice } = heard(told(bare), names);
    expect(earlier).toEqual([]);
    expect(advice[0]?.text).toBe('It names earlier answers, but they don’t say which record they are of.');
    const both = [...told(bare), ...told(written(), ours(daysAgo(1)))];
    expect(heard(both, names).earlier.map((one) => one.value)).toEqual(['yes']);
  });
  it('goes before the note: who is not us is named, with the reason, and counts for nothing', () => {
    const foreign: Origin = {
      notOurs: 'a form wrote it, not Stagecheck',
      at: now.toISOString(),
      via: () => '',
    };
    const two = [...told(written(), foreign), ...told(written(), foreign)];
    expect(heard(two.slice(0, 1), names)).toEqual({
      earlier: [],
      advice: [
        {
          title: 'A note is not counted',
          text: 'It names earlier answers, but HubSpot says that a form wrote it, not Stagecheck.',
          link: { label: 'See the note', url: 'https://x.example/1' },
        },
      ],
    });
    expect(heard(two, names).advice[0]).toMatchObject({
      title: '2 notes are not counted',
      text: expect.stringMatching(/^They name earlier answers; of the first, HubSpot says that a form/),
    });
    expect(heard(told('A plain note', foreign), names)).toEqual({ earlier: [], advice: [] });
  });
  it('its own time is the latest that any answer can have, and a later claim is told', () => {
    const made = daysAgo(3);
    const from = (at: string) => {
      const draft = answer(empty, 'decides', 'yes', ann, new Date(at));
      const [one] = heard(told(written(draft), ours(made)), names).earlier;
      return one && [one.at, one.via];
    };
    expect(from(daysAgo(5))).toEqual([daysAgo(5), undefined]);
    const minute = new Date(Date.parse(made) + 60_000).toISOString();
    expect(from(minute)).toEqual([made, undefined]);
    expect(from(daysAgo(-1))).toEqual([made, 'dated by HubSpot, for it names a later time']);
    expect(heard(told(written(), { ...ours(), at: null }), names)).toMatchObject({
      earlier: [],
      advice: [{ text: expect.stringContaining('HubSpot doesn’t say when it was made') }],
    });
  });
  it('the newest note is the one that the CRM made last, whatever the notes say', () => {
    const no = written(answer(empty, 'decides', 'no', ann, new Date(daysAgo(-9))));
    const both = [...told(no, ours(daysAgo(9))), ...told(written(), ours(daysAgo(2)))];
    expect(heard(both, names).earlier.map((one) => one.value)).toEqual(['yes']);
  });
});

describe('the way that an answer came', () => {
  const via = 'written by Bo Kim in Salesforce';
  it('is shown beside who is named, and stays with it when others confirm it and note it again', () => {
    const first = written(answer(empty, 'decides', 'yes', ann, new Date(daysAgo(30))));
    let earlier = heard(told(first, ours(daysAgo(30), via)), names).earlier;
    expect(earlier).toMatchObject([{ by: 'Ann Lee', via }]);
    for (const [days, by, crm] of [
      [20, 'Bo Kim', 'by the shared key'],
      [10, 'Cleo Day', 'by the shared key'],
      [5, 'Dan Roy', 'by the shared key'],
    ] as const) {
      const input = qualify(snapshot([], { earlier }), null);
      const said = earlier[0]?.via;
      expect(input.answered.decides).toMatchObject({ from: 'earlier', by: 'Ann Lee', via: said });
      const body = written(empty, { ...input, person: { ...ann, name: by } });
      expect(body).toContain(`(Ann Lee, 22 Oct 2026, earlier note, ${said})`);
      earlier = heard(told(body, ours(daysAgo(days), crm)), names).earlier;
      const now = `${crm}, the note says “${via}”`;
      expect(earlier).toMatchObject([{ criterion: 'decides', by: 'Ann Lee', at: daysAgo(30), via: now }]);
    }
  });
  it('names who noted an answer that was another’s, where nothing else is known of it', () => {
    const [one] = heard(told(written()), names).earlier;
    const input = qualify(snapshot([], { earlier: one ? [one] : [] }), null);
    const body = written(empty, { ...input, person: { ...ann, name: 'Bo Kim' } });
    const by = 'by the shared key, the note says “as noted by Bo Kim”';
    expect(heard(told(body, ours(now.toISOString(), 'by the shared key')), names).earlier).toMatchObject([
      { by: 'Ann Lee', via: by },
    ]);
  });
});
