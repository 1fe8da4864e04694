// Submissions to CRMs that write all or nothing, and mappings that name fields of other kinds of record.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createSubmission, plan } from '@/lib/qualification';
import { fieldChanges } from '@/lib/qualification/changes';
import { SubmissionSchema } from '@/lib/qualification/submission';
import { daysAgo, fact, qualify, snapshot } from './fixture';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const facts = [fact('engagement.lastReplyAt', daysAgo(3), daysAgo(3))];
const input = {
  ...qualify(snapshot(facts), null),
  decision: null,
  deal: null,
  noteText: null,
  extra: { a: 'b' },
};
const conversion = {
  account: null,
  contact: null,
  opportunity: null,
  status: 'Closed - Converted',
  owner: null,
};

describe('a submission at once', () => {
  it('is one step with everything in it', () => {
    const submission = createSubmission(plan(input), { ...input, id, atOnce: true });
    expect(v.parse(SubmissionSchema, submission)).toEqual(submission);
    expect(submission.steps.map((step) => step.write)).toEqual([
      expect.objectContaining({ kind: 'whole', extra: { a: 'b' }, deal: null, allowDuplicates: false }),
    ]);
  });

  it('converts first, and then writes only what a converted record takes', () => {
    const whole = { ...input, id, atOnce: true, conversion, allowDuplicates: true };
    const { steps } = createSubmission(plan(input), whole);
    expect(steps.map((step) => step.write)).toEqual([
      { kind: 'convert', conversion, allowDuplicates: true },
      expect.objectContaining({ kind: 'whole', changes: [], extra: {}, deal: null, allowDuplicates: true }),
    ]);
  });
});

describe('a mapping over several kinds of record', () => {
  const field = (object: string, name: string) => ({
    field: `${object}.${name}`,
    label: name,
    object,
    ordered: false,
    options: [{ value: 'Prospect', label: 'Prospect', order: 0, hidden: false }],
  });
  const stageFields = [field('Lead', 'Status'), field('Contact', 'Stage__c')];
  const mapping = {
    prospect: [
      { field: 'Lead.Status', value: 'Prospect' },
      { field: 'Contact.Stage__c', value: 'Prospect' },
    ],
  };
  const decision = { kind: 'stage' as const, stage: 'prospect', override: null };

  it.each(['Lead', 'Contact'])('changes the fields of a %s alone', (object) => {
    const one = { ...snapshot(facts), stages: [], ref: { ...snapshot(facts).ref, object } };
    const found = fieldChanges(decision, 'Prospect', { snapshot: one, mapping, stageFields });
    expect(found.changes.map((change) => change.field)).toEqual([
      stageFields.find((f) => f.object === object)?.field,
    ]);
    expect(found.blocked).toBeNull();
  });

  it('has nothing for a record of another kind', () => {
    const one = { ...snapshot(facts), stages: [], ref: { ...snapshot(facts).ref, object: 'Opportunity' } };
    const { changes, notices } = fieldChanges(decision, 'Prospect', { snapshot: one, mapping, stageFields });
    expect([changes, notices.map((notice) => notice.kind)]).toEqual([[], ['unmapped']]);
  });
});
