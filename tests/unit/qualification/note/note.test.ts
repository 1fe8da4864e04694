// A note reads well for people, and what a program reads back is what was written, whatever happened on the way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answer, buildNote, emptyDraft, heard, noteBody, parseNote, plan } from '@/lib/qualification';
import { NOTE_MOST, stampRecord } from '@/lib/qualification/note/note';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { ann, daysAgo, fact, now, qualify, ref, snapshot } from '../fixture';
import { harsh, id, old, recorded, sound, text, ways } from '../note-arbitrary';

describe('the record line', () => {
  it.each(Object.entries(ways))('comes back whole: %s', (_, way) => {
    fc.assert(
      fc.property(recorded, sound, (note, before) => {
        const line = formatRecordLine(note);
        expect(line).toMatch(/^[A-Za-z0-9 ;=%@#:._/-]+$/);
        expect(parseNote(way(`${before}\n${line}`))).toEqual(note);
      }),
      { numRuns: 60 },
    );
  });
  it('is not read when it was cut or changed', () => {
    fc.assert(
      fc.property(recorded, fc.nat(), (note, n) => {
        const line = formatRecordLine(note);
        expect(parseNote(line.slice(0, n % line.length))).toBeNull();
      }),
    );
    const line = formatRecordLine(old);
    expect(parseNote(line.replace('stage.lead', 'stage.prospect'))).toBeNull();
  });
  it('is found nowhere else, and reading never throws', () => {
    fc.assert(fc.property(text, (t) => parseNote(`stagecheck/1 ${t}; end=00000000;`) === null));
    expect(parseNote('stagecheck/1 '.repeat(20_000))).toBeNull();
    expect(parseNote('')).toBeNull();
  });
  it('takes soundness from lone surrogates, not the note from the rep', () => {
    const note = parseNote(formatRecordLine({ ...old, by: 'a\ud800b' }));
    expect(note?.by).toBe('a\ufffdb');
  });
});

const facts = [
  fact('engagement.lastReplyAt', '2026-11-03T09:30:00.000Z', '2026-11-03T09:30:00.000Z'),
  fact('company.industry', 'Logistics'),
  fact('company.country', 'Germany'),
  fact('company.employees', 240),
  fact('person.title', 'VP Operations'),
];
const empty = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);
const base = { decision: null, deal: null, noteText: null, extra: {} };
const written = (noteText: string | null, draft = empty, more: Partial<Parameters<typeof plan>[0]> = {}) => {
  const made = plan({ ...qualify(snapshot(facts.slice(0, 4)), draft), ...base, noteText, ...more });
  return noteBody({ text: made.note.text, record: stampRecord(made.note.record, id) });
};

describe('a note', () => {
  it('reads well', () => {
    let draft = answer(empty, 'decides', 'no', ann, now, 'I only collect offers');
    draft = answer(draft, 'source', null, ann, now);
    const lines = written(null, draft).split('\n');
    expect(lines.slice(0, -1)).toMatchInlineSnapshot(`
      [
        "Prospect: yes to Two-way contact, Target-market fit.",
        "Speaks against Opportunity: Way to the decision.",
        "Next: ask "How did you find us?"",
        "Qualified by Ann Lee on 21 Nov 2026 with the playbook Small 1.2.3.",
        "",
        "Evidence (Stagecheck)",
        "Decision: Prospect, as the answers support.",
        "Engagement",
        "- Two-way contact: yes, replied 3 Nov 2026 (HubSpot).",
        "- Source: not known (Ann Lee, on the call).",
        "Organization",
        "- Target-market fit: yes, in the target market: Logistics, Germany, 240 people (HubSpot).",
        "- Way to the decision: no (Ann Lee, on the call). Their words: "I only collect offers"",
        "- Team size: 240 people (HubSpot).",
      ]
    `);
    expect(lines.at(-1)).toMatch(
      /^stagecheck\/1 id=0f8fad5b-[^ ]+; at=2026-11-21T10%3A00%3A00.000Z; by=Ann%20Lee;/,
    );
  });
  it('tells an override, an outcome and its date', () => {
    const decision = { kind: 'stage', stage: 'opportunity', override: { reason: 'Signed an LOI' } } as const;
    const over = written(null, empty, { decision });
    expect(over).toContain('Opportunity, decided by the rep: Signed an LOI. The answers support Prospect.');
    expect(parseNote(over)).toMatchObject({ id, supported: 'prospect', decision });
    const nurture = {
      kind: 'outcome',
      outcome: 'nurture',
      reason: 'timing',
      comment: 'Busy.',
      returnOn: '2027-01-03',
    } as const;
    const later = written(null, empty, { decision: nurture });
    expect(later).toContain('Nurture: Not the right time. Busy.\n');
    expect(later).toContain('Next: come back on 3 Jan 2027.');
    expect(parseNote(later)?.decision).toEqual(nurture);
  });
  it('records once what two fields of the CRM say of one event, and both where they are two', () => {
    const reply = (at: string) => fact('engagement.lastReplyAt', at, at);
    const against = (...replies: ReturnType<typeof reply>[]) => {
      const draft = answer(empty, 'twoWay', 'no', ann, now);
      const made = plan({ ...qualify(snapshot(replies), draft), ...base });
      return parseNote(noteBody({ text: '', record: stampRecord(made.note.record, id) }))?.answers.twoWay
        ?.against;
    };
    const yes = (at: string) => ({ value: 'yes', source: 'HubSpot', at });
    expect(against(reply(daysAgo(3)), reply(daysAgo(3)))).toEqual([yes(daysAgo(3))]);
    expect(against(reply(daysAgo(3)), reply(daysAgo(4)))).toEqual([yes(daysAgo(3)), yes(daysAgo(4))]);
  });
  it('gives back the answers of people with their own times, and leaves facts to speak for themselves', () => {
    const draft = answer(empty, 'decides', 'yes', { ...ann, name: 'Bo' }, new Date(daysAgo(2)), 'I sign');
    const note = parseNote(written(null, draft));
    expect(note?.answers.twoWay).toEqual({
      value: 'yes',
      from: 'crm',
      at: '2026-11-03T09:30:00.000Z',
      by: null,
    });
    const origin = { notOurs: null, at: now.toISOString(), via: () => '' };
    const told = { text: written(null, draft), url: 'https://x.example/1', origin, place: 'here' as const };
    const again = heard([told], { crm: 'HubSpot', thing: 'note' }).earlier;
    expect(again).toEqual([
      {
        criterion: 'decides',
        value: 'yes',
        at: daysAgo(2),
        by: 'Bo',
        url: 'https://x.example/1',
        quote: 'I sign',
        via: 'the note says “as noted by Ann Lee”',
      },
    ]);
    // Noted again later, it is as old as it was.
    const next = qualify(snapshot(facts.slice(0, 4), { earlier: again }), null);
    const record = buildNote({ ...next, decision: old.decision, noteText: null }).record;
    expect(record).toContain('(Bo, 19 Nov 2026, earlier note, the note says “as noted by Ann Lee”)');
    expect(parseNote(record)?.answers.decides).toEqual({
      value: 'yes',
      from: 'earlier',
      at: daysAgo(2),
      by: 'Bo',
      quote: 'I sign',
      via: 'the note says “as noted by Ann Lee”',
    });
  });
  it('cannot be forged by what the rep, the customer or the CRM says', () => {
    const forged = formatRecordLine({ ...old, supported: 'opportunity' });
    const draft = answer(empty, 'decides', 'no', ann, now, forged.slice(0, 490));
    for (const body of [
      written(forged),
      written(`x ${harsh(forged)}`),
      written(forged.replace('s', 's\u00ad')),
      written(null, draft),
    ]) {
      expect(body.split('stagecheck/1')).toHaveLength(2);
      expect(parseNote(body)?.id).toBe(id);
      // Also where the true line was deleted afterwards.
      expect(parseNote(body.slice(0, body.lastIndexOf('stagecheck/1')))).toBeNull();
    }
    const titled = snapshot([fact('person.title', `VP ${forged}`)]);
    const record = buildNote({ ...qualify(titled, empty), decision: old.decision, noteText: null }).record;
    expect(record.split('stagecheck/1')).toHaveLength(2);
  });
  it('survives any text of the rep, on any way', () => {
    const expected = parseNote(written(null));
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.values(ways)), (noteText, way) => {
        expect(parseNote(way(written(noteText)))).toEqual(expected);
      }),
    );
  });
  it('stays in bounds with the longest of everything, and keeps every answer', () => {
    const book = {
      ...defaultPlaybook,
      criteria: defaultPlaybook.criteria.map((one) => ({ ...one, label: '試'.repeat(80) })),
    };
    const name = '試'.repeat(300);
    const draft = book.criteria.reduce((d, one) => {
      const said = one.kind === 'yesno' ? 'yes' : one.kind === 'choice' ? (one.options?.[0]?.id ?? '') : 5;
      return answer(
        d,
        one.id,
        said,
        { ...ann, name: `${one.id}${name}` },
        new Date(daysAgo(1)),
        '試'.repeat(500),
      );
    }, empty);
    const input = qualify(snapshot(facts), draft, book);
    const decision = {
      kind: 'outcome',
      outcome: 'nurture',
      reason: 'timing',
      comment: name.repeat(9),
      returnOn: '2027-01-01',
    } as const;
    const made = plan({
      ...input,
      person: { ...ann, name },
      ...base,
      decision,
      noteText: 'long '.repeat(9000),
    });
    const body = noteBody({ text: made.note.text, record: stampRecord(made.note.record, id) });
    expect(body.length).toBeLessThanOrEqual(NOTE_MOST);
    expect(body).toContain('long long');
    const back = parseNote(body);
    expect(Object.keys(back?.answers ?? {})).toEqual(book.criteria.map((one) => one.id));
    for (const one of book.criteria) expect(back?.answers[one.id]?.value).toBe(input.answered[one.id]?.value);
  });
  it('is written for the default playbook too', () => {
    const input = qualify(snapshot(facts), answer(empty, 'hasProblem', 'yes', ann, now), defaultPlaybook);
    const made = plan({ ...input, ...base });
    expect(made.note.text).toMatch(/^Lead: yes to Two-way contact, Problem we can create value for\./);
    expect(made.note.text).toContain('Missing for Prospect: ');
    expect(parseNote(made.note.record)?.answers.hasProblem).toMatchObject({ value: 'yes', from: 'rep' });
  });
});
