// Submissions to put in an outbox: a change of stage with its note, each on a contact of its own.

import type { Step, Submission } from '../../lib/qualification/plan/submission.ts';
import type { Person, RecordRef } from '../../lib/record/record.ts';

const step = (id: string, write: Step['write']): Step => ({
  id,
  write,
  state: 'waiting',
  result: null,
  problem: null,
});

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The nth; `from` and `to` are values of the contact's lifecycle stage. */
export function benchSubmission(n: number, ref: RecordRef, by: Person, from: string, to: string): Submission {
  const change = {
    field: 'lifecyclestage',
    label: 'Lifecycle stage',
    from,
    fromText: from,
    to,
    toText: to,
    backward: false,
  };
  return {
    id: uuid(n),
    ref,
    recordName: `Contact ${n}`,
    by,
    at: new Date().toISOString(),
    playbook: { id: 'default', version: '1.0.0', hash: 'h' },
    answers: { twoWay: 'yes', fitsMarket: 'yes', hasProblem: 'yes', couldUse: 'yes', decides: 'yes' },
    supported: 'prospect',
    decision: { kind: 'stage', stage: 'prospect', override: null },
    steps: [
      step('fields', { kind: 'fields', changes: [change], extra: {} }),
      step('note', {
        kind: 'note',
        body: `What was said, and why.\n${'Evidence in a line of some length. '.repeat(20)}`,
      }),
    ],
    state: 'waiting',
    finishedAt: null,
  };
}
