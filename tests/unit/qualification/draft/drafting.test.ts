// A draft keeps what the rep said, also when the playbook changes under it.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answer, carryOver, clearAnswer, emptyDraft } from '@/lib/qualification';
import { DraftSchema } from '@/lib/qualification/answers/draft';
import { ann, now, playbook, ref } from '../fixture';

const later = new Date(now.getTime() + 60_000);
const draft = emptyDraft(ref, { id: 'small', version: '1.2.3', hash: 'aa' }, now);

describe('drafts', () => {
  it('take answers, and are what the store expects', () => {
    const said = answer(draft, 'twoWay', 'yes', ann, later, '  we talk  ');
    expect(v.parse(DraftSchema, said)).toEqual(said);
    expect(said.answers.twoWay).toEqual({
      value: 'yes',
      at: later.toISOString(),
      rev: 1,
      by: ann,
      quote: 'we talk',
    });
    expect(said.updatedAt).toBe(later.toISOString());
    expect(draft.answers).toEqual({});
    expect(clearAnswer(said, 'twoWay').answers).toEqual({});
  });
  it('keep a quote while the answer stays, and bound it', () => {
    const said = answer(draft, 'twoWay', 'yes', ann, now, 'x'.repeat(900));
    expect(said.answers.twoWay?.quote).toHaveLength(280);
    expect(answer(said, 'twoWay', 'yes', ann, later).answers.twoWay?.quote).toHaveLength(280);
    expect(answer(said, 'twoWay', 'no', ann, later).answers.twoWay?.quote).toBeUndefined();
  });
  it('carry over to another version, and say what could not come along', () => {
    let said = answer(draft, 'twoWay', 'yes', ann, now);
    said = answer(said, 'team', null, ann, now);
    said = answer(said, 'old', 'yes', ann, now);
    said = answer(said, 'source', 'event', ann, now);
    said = { ...said, decision: { kind: 'stage', stage: 'gone', override: null }, noteText: 'mine' };
    expect(carryOver(said, { playbook, hash: 'aa' }).draft).toBe(said);
    const over = carryOver(said, { playbook, hash: 'bb' });
    expect(Object.keys(over.draft.answers)).toEqual(['twoWay', 'team']);
    expect(over.gone).toEqual([
      { criterion: 'old', value: 'yes', why: 'criterion' },
      { criterion: 'source', value: 'event', why: 'value' },
    ]);
    expect(over.decisionGone).toBe(true);
    expect(over.draft).toMatchObject({ decision: null, noteText: 'mine', playbook: { hash: 'bb' } });
    expect(carryOver(over.draft, { playbook, hash: 'bb' }).gone).toEqual([]);
  });
  it('keep for another playbook what it does not ask, without counting it, and have it back', () => {
    const said = answer(answer(draft, 'twoWay', 'yes', ann, now), 'old', 'no', ann, now);
    const other = { playbook: { ...playbook, id: 'other' }, hash: 'cc' };
    const over = carryOver(said, other);
    expect(over.draft).toMatchObject({ answers: said.answers, playbook: { id: 'other', hash: 'cc' } });
    expect(over.from).toEqual(draft.playbook);
    expect(over.gone).toEqual([{ criterion: 'old', value: 'no', why: 'criterion' }]);
    const asksOld = {
      ...playbook,
      criteria: playbook.criteria.map((one) => (one.id === 'decides' ? { ...one, id: 'old' } : one)),
    };
    const back = carryOver(over.draft, { playbook: asksOld, hash: 'dd' });
    expect([back.draft.answers, back.gone]).toEqual([said.answers, []]);
  });
  it('keep a decision that still exists', () => {
    const nurture = {
      kind: 'outcome',
      outcome: 'nurture',
      reason: 'timing',
      comment: '',
      returnOn: null,
    } as const;
    const over = carryOver({ ...draft, decision: nurture }, { playbook, hash: 'bb' });
    expect(over.draft.decision).toEqual(nurture);
  });
});
