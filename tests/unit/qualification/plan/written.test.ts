// The sentence about what is written says all of it, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSubmission, type Plan, partsOf, plan, writesOf, writtenWords } from '@/lib/qualification';
import type { FieldChange } from '@/lib/qualification/plan/submission';
import { ann, now, qualify, snapshot } from '../fixture';

const record = qualify(snapshot(), null);
const bare = plan({ ...record, decision: null, deal: null, noteText: null, extra: {} });
const change = (label: string, demanded: boolean): FieldChange => ({
  ...{ field: label, label, from: '', fromText: '', to: 'x', toText: 'X', backward: false },
  ...(demanded ? { demanded: true as const } : {}),
});
const labels = ['Lifecycle stage', 'Lead status', 'Region', 'Budget'];
const someFields = fc.subarray(labels);

const plans: fc.Arbitrary<Plan> = fc
  .record({
    changed: someFields,
    demanded: someFields,
    unseen: someFields,
    deal: fc.boolean(),
    task: fc.boolean(),
    form: fc.constantFrom('none', 'besides', 'instead'),
  })
  .map(({ changed, demanded, unseen, deal, task, form }) => ({
    ...bare,
    changes: form === 'instead' ? [] : changed.map((label) => change(label, false)),
    demanded: demanded.filter((one) => !changed.includes(one)).map((label) => change(label, true)),
    extra: Object.fromEntries(unseen.map((label) => [label, 'x'])),
    deal: deal
      ? { create: true, name: 'D', pipeline: 'p', stage: 's', amount: null, closeDate: '2027-01-31' }
      : null,
    next: task ? { kind: 'followUp', label: 'Follow up', subject: 'S', body: '', dueOn: '2027-01-18' } : null,
    form:
      form === 'none'
        ? null
        : {
            ...{ id: 'convert', title: 'Convert the lead', instead: form === 'instead', warning: null },
            ...{ fields: [], values: {}, shown: [], gaps: [], pending: false },
          },
  }));

describe('what is written, in words', () => {
  it('names each thing exactly when it is in the plan, and says “only” exactly when it is one', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom('deal', 'opportunity'), (planned, dealWord) => {
        const parts = writesOf(planned, '', { stages: [] });
        const words = writtenWords(parts, dealWord);
        expect(words.includes('the note')).toBe(true);
        expect(/\ba task\b/.test(words)).toBe(planned.next !== null);
        expect(/\ba deal\b|\ban opportunity\b/.test(words)).toBe(planned.deal !== null);
        expect(words.includes('Convert the lead')).toBe(planned.form !== null);
        const fields = [
          ...[...planned.changes, ...planned.demanded].map(({ label }) => label),
          ...Object.keys(planned.extra),
        ];
        if (fields.length > 2) expect(words).toContain(`${fields.length} fields`);
        else for (const label of labels) expect(words.includes(label)).toBe(fields.includes(label));
        const others = [planned.next, planned.deal, planned.form].filter((one) => one !== null);
        expect(words.includes('only')).toBe(fields.length + others.length === 0);
      }),
    );
  });

  it('is the same of the plan and of the submission that is made of it', () => {
    fc.assert(
      fc.property(plans, fc.boolean(), (planned, together) => {
        const made = createSubmission(planned, {
          ...{ id: '7d444840-9dc0-4d1b-9a2b-6f0a1c1f2b3c', snapshot: record.snapshot, person: ann, now },
          ...{ verdict: record.verdict, answered: record.answered, together },
        });
        const parts = made.steps.flatMap(({ write }) => partsOf(write));
        expect(writtenWords(parts)).toBe(writtenWords(writesOf(planned, '', { stages: [] })));
      }),
    );
  });

  it('no other sentence of a plan says what is written', () => {
    for (const { text } of bare.notices) expect(text).not.toMatch(/only/);
    expect(bare.notices.map(({ kind }) => kind)).toEqual(['same']);
  });

  it('is nothing without any part, and counts many fields alone without “only”', () => {
    expect(writtenWords([])).toBe('nothing');
    const changes = ['A', 'B', 'C'].map((label) => change(label, false));
    expect(writtenWords([{ kind: 'fields', changes, extra: {} }])).toBe('3 fields');
    expect(writtenWords([{ kind: 'fields', changes: changes.slice(0, 1), extra: {} }])).toBe('only A');
  });
});
