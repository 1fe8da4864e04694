// What is written to each CRM, to be recorded and played back as the reads are: every kind of write, and the look-up.
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { FieldChange, Part, Step, Submission, Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';

const at = '2026-11-21T10:00:00.000Z';

function submit(ref: RecordRef, number: number, write: Write, state: Step['state']): [Submission, Step] {
  const step: Step = { id: 'step', write, state, result: null, problem: null };
  const submission: Submission = {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    ref,
    recordName: 'Ada Okafor',
    by: { id: '', name: 'Rae', email: '' },
    at,
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    answers: {},
    supported: null,
    decision: { kind: 'stage', stage: 'prospect', override: null },
    steps: [step],
    state: 'writing',
    finishedAt: null,
  };
  return [submission, step];
}

const change = (field: string, from: string, to: string): FieldChange => ({
  ...{ field, label: field, from, fromText: from, to, toText: to, backward: false },
});
const note: Part = { kind: 'note', body: 'What was found.' };
const task: Part = {
  kind: 'task',
  task: { kind: 'followUp', label: 'Follow up', subject: 'Call', body: 'Again.', dueOn: '2026-11-30' },
};
const deal = (pipeline: string, stage: string): Part => ({
  kind: 'deal',
  deal: { create: true, name: 'Okafor', pipeline, stage, amount: 1200, closeDate: '2027-01-31' },
});

/** By the name of the call; in an order in which a record can take all of them. */
export function writesTo(ref: RecordRef, stage: string, number: number) {
  const parts: Record<string, Write> =
    ref.crm === 'hubspot'
      ? {
          fields: {
            kind: 'fields',
            changes: [change('contacts.lifecyclestage', stage, 'salesqualifiedlead')],
            extra: {},
          },
          deal: deal('default', 'appointmentscheduled'),
          task,
          note,
        }
      : ref.object === 'Lead'
        ? {
            together: {
              kind: 'together',
              writes: [
                { kind: 'fields', changes: [change('Lead.Status', stage, 'Qualified Prospect')], extra: {} },
                task,
                note,
              ],
            },
            convert: {
              kind: 'together',
              writes: [
                { kind: 'form', form: 'convert', values: { account: 'new', opportunity: 'none' } },
                note,
              ],
            },
          }
        : { together: { kind: 'together', writes: [deal('012000000000000AAA', 'Qualification'), note] } };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, write], index) => {
      const id = number * 10 + index;
      return [
        [
          `write ${name}`,
          (session: CrmSession) => session.write(...submit(ref, id, write, 'waiting')),
        ] as const,
        [
          `probe ${name}`,
          (session: CrmSession) => session.probe(...submit(ref, id, write, 'trying')),
        ] as const,
      ];
    }),
  );
}
