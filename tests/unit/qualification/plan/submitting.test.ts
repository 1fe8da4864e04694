// A confirmed plan becomes a submission whose steps are complete, in order, and findable by its id.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  allChanges,
  createSubmission,
  type DemandedField,
  marker,
  parseNote,
  partsOf,
  plan,
} from '@/lib/qualification';
import { type Submission, SubmissionSchema } from '@/lib/qualification/plan/submission';
import { ann, daysAgo, fact, now, qualify, snapshot } from '../fixture';
import { besides, turning } from '../forms';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const facts = [
  fact('engagement.lastReplyAt', daysAgo(3), daysAgo(3)),
  fact('company.industry', 'Logistics'),
  fact('company.country', 'Germany'),
  fact('company.employees', 240),
  fact('person.title', 'VP Operations'),
];
const input = { ...qualify(snapshot(facts), null), decision: null, deal: null, noteText: null, extra: {} };
const demanded: DemandedField = { field: 'region', label: 'Region', kind: 'text', options: [] };
const deal = {
  create: true,
  name: 'Berg',
  pipeline: 'default',
  stage: 'new',
  amount: 10,
  closeDate: '2027-01-31',
};
const submit = (
  more:
    | Partial<typeof input>
    | { deal: typeof deal }
    | { extra: Record<string, string>; demanded: DemandedField[] } = {},
) => createSubmission(plan({ ...input, ...more }), { ...input, id });
const kinds = (submission: Submission) => submission.steps.map((step) => step.write.kind);

describe('createSubmission', () => {
  it('orders fields, deal, note, all waiting, as the outbox expects it', () => {
    const submission = submit({ deal });
    expect(v.parse(SubmissionSchema, submission)).toEqual(submission);
    expect(kinds(submission)).toEqual(['fields', 'deal', 'note']);
    expect(submission.steps.every((step) => step.state === 'waiting' && step.result === null)).toBe(true);
    expect(new Set(submission.steps.map((step) => step.id)).size).toBe(3);
    expect(submission).toMatchObject({
      id,
      by: ann,
      at: now.toISOString(),
      recordName: 'Mia Berg',
      supported: 'opportunity',
      decision: { stage: 'opportunity' },
      answers: { twoWay: 'yes', team: 240, source: null },
      state: 'waiting',
      finishedAt: null,
    });
  });
  it('leaves out what there is nothing to do for', () => {
    expect(kinds(submit())).toEqual(['fields', 'note']);
    expect(kinds(submit({ mapping: {} }))).toEqual(['note']);
    const filled = (region: string) => submit({ mapping: {}, extra: { region }, demanded: [demanded] });
    expect(kinds(filled('EMEA'))).toEqual(['fields', 'note']);
    expect(kinds(filled(' '))).toEqual(['note']);
  });
  it('writes a demanded field as a change of what the record held, after the stage', () => {
    const extra = { region: 'EMEA' };
    const known = submit({ extra, demanded: [{ ...demanded, value: 'APAC' }] }).steps[0]?.write;
    expect(known?.kind === 'fields' && known.changes.at(-1)).toMatchObject({
      ...{ field: 'region', from: 'APAC', to: 'EMEA', demanded: true },
    });
    expect(known).toMatchObject({ extra: {} });
    const unknown = submit({ extra, demanded: [demanded] });
    expect(unknown.steps[0]?.write).toMatchObject({ extra });
    expect(allChanges(unknown).at(-1)).toMatchObject({ field: 'region', from: '', to: 'EMEA' });
  });
  it('puts its marker into the note, where a program finds the same decision and answers', () => {
    const submission = submit({ deal });
    const note = submission.steps.at(-1)?.write;
    const body = note?.kind === 'note' ? note.body : '';
    expect(body).toContain(marker(id));
    const back = parseNote(body);
    expect(back).toMatchObject({ id, supported: submission.supported, decision: submission.decision });
    expect(back?.playbook).toEqual(submission.playbook);
    for (const [criterion, value] of Object.entries(submission.answers))
      expect(back?.answers[criterion]?.value ?? null, criterion).toBe(value);
  });
  it('carries a form between the fields and the deal, with its values and its words', () => {
    const forms = [{ ...besides, fields: besides.fields.map((one) => ({ ...one, value: 'North' })) }];
    const submission = createSubmission(plan({ ...input, deal, forms }), { ...input, id });
    expect(v.parse(SubmissionSchema, submission)).toEqual(submission);
    expect(kinds(submission)).toEqual(['fields', 'form', 'deal', 'note']);
    expect(submission.steps[1]?.write).toEqual({
      kind: 'form',
      form: 'besides',
      values: { team: 'North' },
      title: besides.title,
      shown: [{ label: 'The team', text: 'North' }],
    });
    const turned = createSubmission(plan({ ...input, forms: [turning] }), { ...input, id });
    expect(kinds(turned)).toEqual(['form', 'note']);
  });
  it('carries with a form that makes the stage what the rep saw of it, but what the submission sets itself', () => {
    const { stages } = input.snapshot;
    const seen = stages.map(({ field, label, value, text }) => ({ field, label, value, text }));
    expect(seen.length).toBeGreaterThan(0);
    const written = (more: Pick<Parameters<typeof plan>[0], 'demanded' | 'extra'>) =>
      createSubmission(plan({ ...input, forms: [turning], ...more }), { ...input, id }).steps.find(
        ({ write }) => write.kind === 'form',
      )?.write;
    expect(written({ extra: {} })).toMatchObject({ seen });
    const field = seen[0]?.field ?? '';
    const asked = [{ ...demanded, field }];
    expect(written({ extra: { [field]: 'x' }, demanded: asked })).toMatchObject({ seen: seen.slice(1) });
  });
  it('puts the same writes, in the same order, into one step where they go together', () => {
    const whole = plan({ ...input, deal });
    const apart = createSubmission(whole, { ...input, id });
    const together = createSubmission(whole, { ...input, id, together: true });
    expect(v.parse(SubmissionSchema, together)).toEqual(together);
    expect(together.steps).toMatchObject([{ id: 'together', state: 'waiting', result: null }]);
    expect(together.steps.flatMap((one) => partsOf(one.write))).toEqual(apart.steps.map((one) => one.write));
    expect(allChanges(together)).toEqual(allChanges(apart));
  });
  it('keeps a form that turns the record into another apart: after what it still takes, before the rest', () => {
    const turned = plan({ ...input, forms: [turning], extra: { region: 'EMEA' }, demanded: [demanded] });
    const { steps } = createSubmission(turned, { ...input, id, together: true });
    expect(steps.map((one) => [one.id, ...partsOf(one.write).map((part) => part.kind)])).toEqual([
      ['fields', 'fields'],
      ['form', 'form'],
      ['together', 'note'],
    ]);
  });
  it('takes what older submissions and drafts held', () => {
    const { allow, ...old } = { ...submit(), allow: ['duplicates'] };
    expect(v.is(SubmissionSchema, old)).toBe(true);
    expect(v.is(SubmissionSchema, { ...old, allow })).toBe(true);
    expect(
      v.is(SubmissionSchema, {
        ...old,
        steps: [{ ...old.steps[0], write: { kind: 'together', writes: [] } }],
      }),
    ).toBe(false);
  });
  it('is never made of a plan that is blocked', () => {
    const decision = {
      kind: 'outcome',
      outcome: 'nurture',
      reason: '',
      comment: '',
      returnOn: null,
    } as const;
    const blocked = plan({ ...input, decision });
    expect(() => createSubmission(blocked, { ...input, id })).toThrow(RangeError);
  });
});
