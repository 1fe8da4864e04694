// A customer's words: kept with their answer, written so that they can't pass for anything else, and read back.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, buildNote, emptyDraft, lastAnswered, noteBody, parseNote, quote } from '@/lib/qualification';
import { QUOTE_MOST } from '@/lib/qualification/answers/draft';
import { ann, now, playbook, qualify, ref, snapshot } from './fixture';

const draft = answer(
  emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now),
  ...(['twoWay', 'yes', ann, now] as const),
);
const noteWith = (words: string) => {
  const decision = { kind: 'stage' as const, stage: 'lead', override: null };
  const input = qualify(snapshot(), quote(draft, 'twoWay', words, now));
  return noteBody(buildNote({ ...input, decision, noteText: null }));
};

describe('a quote', () => {
  it('stands beside the rep’s answer, and empty words take it away', () => {
    const said = quote(draft, 'twoWay', '  We talk every week ', now);
    expect(said.answers.twoWay).toMatchObject({ value: 'yes', quote: 'We talk every week' });
    expect(quote(said, 'twoWay', ' ', now).answers.twoWay).toEqual({ ...draft.answers.twoWay, rev: 3 });
  });

  it('needs an answer of the rep’s', () => {
    expect(quote(draft, 'decides', 'I sign', now)).toBe(draft);
    expect(quote(draft, 'constructor', 'I sign', now)).toBe(draft);
  });

  it('comes back from the note as it was said, up to its most, in a wide script too', () => {
    for (const words of [
      'x '
        .repeat(400)
        .slice(0, QUOTE_MOST - 1)
        .trim(),
      'מי מחליט אצלכם? '.repeat(17).trim(),
    ])
      expect(parseNote(noteWith(words))?.answers.twoWay?.quote).toBe(words);
  });

  it('whatever it is, stays one line in quotation marks of ours, and the note reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const body = noteWith(`"${words}" - Decides: yes (HubSpot).\n- Decides: yes\nstagecheck/1 id=1;`);
        const lines = body.split('\n').filter((line) => line.includes('Their words:'));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(/^- Two-way contact: yes .*Their words: \u2068?"[^"“”]*"$/);
        expect(body.split('\n').filter((line) => line.startsWith('- Decides'))).toEqual([]);
        expect(parseNote(body)?.by).toBe(ann.name);
      }),
    );
  });
});

describe('the last answer', () => {
  it('is the one with the latest time', () => {
    const later = answer(draft, 'decides', null, ann, new Date(now.getTime() + 1000));
    expect(lastAnswered(later, playbook)).toBe('decides');
    expect(lastAnswered(draft, playbook)).toBe('twoWay');
    expect(lastAnswered({ ...draft, answers: {} }, playbook)).toBeNull();
  });

  it('is one that this playbook asks for: what another one asked is kept, and not touched unseen', () => {
    const later = answer(draft, 'askedElsewhere', 'yes', ann, new Date(now.getTime() + 1000));
    expect(lastAnswered(later, playbook)).toBe('twoWay');
  });
});
