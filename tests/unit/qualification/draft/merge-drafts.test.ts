// Two windows on one record: nothing that either answered or typed is lost, and both come to the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, clearAnswer, emptyDraft, mergeDrafts } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import { ref } from '../fixture';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 26, 10, minute));
const base = emptyDraft(ref, { id: 'default', version: '1.0.0', hash: 'h' }, at(0));
const said = (draft: Draft, id: string, value: string | null, minute: number) =>
  answer(draft, id, value, null, at(minute));

describe('mergeDrafts', () => {
  it('keeps what each window answered', () => {
    const theirs = said(base, 'a', 'yes', 1);
    const mine = said(base, 'b', 'no', 2);
    expect(mergeDrafts(base, theirs, mine).answers).toMatchObject({
      a: { value: 'yes' },
      b: { value: 'no' },
    });
  });

  it('of one question takes the newer answer, whichever window gave it', () => {
    const early = said(base, 'a', 'yes', 1);
    const late = said(base, 'a', 'no', 2);
    expect(mergeDrafts(base, early, late).answers.a?.value).toBe('no');
    expect(mergeDrafts(base, late, early).answers.a?.value).toBe('no');
  });

  it('of one question takes the answer that was given last, also where the clock was put back by days', () => {
    const shared = said(base, 'a', 'yes', 50);
    const late = said(said(shared, 'b', 'yes', 2), 'a', 'no', 1);
    const early = said(shared, 'a', 'maybe', 55);
    expect(mergeDrafts(shared, early, late).answers.a?.value).toBe('no');
    expect(mergeDrafts(shared, late, early).answers.a?.value).toBe('no');
    expect(mergeDrafts(shared, shared, late).answers).toMatchObject({
      a: { value: 'no' },
      b: { value: 'yes' },
    });
  });

  it('is a revision of its own, or the other window’s where nothing of this one’s is left in it', () => {
    const theirs = said(base, 'a', 'yes', 1);
    expect(mergeDrafts(base, theirs, base)).toEqual(theirs);
    const both = mergeDrafts(base, theirs, said(said(base, 'b', 'no', 2), 'b', 'yes', 3));
    expect(both.revision).toBeGreaterThan(Math.max(theirs.revision, base.revision + 2));
  });

  it('what one window took back is gone, unless the other answered it anew', () => {
    const both = said(base, 'a', 'yes', 1);
    expect(mergeDrafts(both, clearAnswer(both, 'a'), both).answers).toEqual({});
    expect(mergeDrafts(both, both, clearAnswer(both, 'a')).answers).toEqual({});
    expect(mergeDrafts(both, clearAnswer(both, 'a'), said(both, 'a', 'no', 3)).answers.a?.value).toBe('no');
    expect(mergeDrafts(both, said(both, 'a', 'no', 3), clearAnswer(both, 'a')).answers.a?.value).toBe('no');
  });

  it('keeps a note and its decision together, and what was typed into a form field by field', () => {
    const stage = { kind: 'stage' as const, stage: 'prospect', override: null };
    const theirs = { ...base, noteText: 'theirs', form: { convert: { account: 'Northwind' } } };
    const mine = { ...base, decision: stage, form: { convert: { name: 'Deal' } }, extra: { region: 'EU' } };
    expect(mergeDrafts(base, theirs, mine)).toMatchObject({
      decision: stage,
      noteText: null,
      form: { convert: { account: 'Northwind', name: 'Deal' } },
      extra: { region: 'EU' },
    });
    expect(mergeDrafts(base, theirs, said(base, 'a', 'yes', 1)).noteText).toBe('theirs');
  });

  it('over any answers given and taken back in both: none that stands is lost, and the order of windows does not count', () => {
    const act = fc.record({
      id: fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'),
      value: fc.constantFrom('yes', 'no', null),
      back: fc.boolean(),
    });
    const run = (acts: { id: string; value: string | null; back: boolean }[], from: Draft, odd: number) =>
      acts.reduce(
        (draft, { id, value, back }, index) =>
          back ? clearAnswer(draft, id) : said(draft, id, value, 1 + index * 2 + odd),
        from,
      );
    fc.assert(
      fc.property(fc.array(act), fc.array(act), fc.array(act), (first, left, right) => {
        const shared = run(first, base, 0);
        const one = run(left, shared, 20);
        const two = run(right, shared, 21);
        const merged = mergeDrafts(shared, one, two);
        expect(merged.answers).toEqual(mergeDrafts(shared, two, one).answers);
        expect(mergeDrafts(shared, one, shared).answers).toEqual(one.answers);
        for (const draft of [one, two])
          for (const [id, mine] of Object.entries(draft.answers))
            if (JSON.stringify(mine) !== JSON.stringify(shared.answers[id]))
              expect(merged.answers[id]?.rev ?? 0).toBeGreaterThanOrEqual(mine.rev ?? 0);
      }),
    );
  });
});
