// A plan that the rep confirmed becomes a submission: the steps to write, in order, each to be done once.
import type { Verdict } from '../playbook/verdict';
import { plainAnswers } from './answered';
import type { ConversionDraft } from './draft';
import { noteBody, stampRecord } from './note';
import type { Plan } from './plan';
import type { Person } from './record';
import type { Snapshot } from './snapshot';
import type { Step, Submission, Write } from './submission';
import type { Answered } from './types';

/** `id`: a fresh UUID, from crypto.randomUUID() where the rep confirms. */
export type SubmissionInput = {
  id: string;
  snapshot: Snapshot;
  verdict: Verdict;
  answered: Record<string, Answered>;
  person: Person;
  now: Date;
  /** The CRM takes everything as one step, all or nothing. */
  atOnce?: boolean;
  /** What the record is converted into; left out: it isn't. */
  conversion?: ConversionDraft;
  /** The rep has seen what a duplicate rule found, and allowed it. */
  allowDuplicates?: boolean;
};

const step = (write: Write): Step => ({
  id: write.kind,
  write,
  state: 'waiting',
  result: null,
  problem: null,
});

/**
 * The submission of a plan. Where the CRM writes at once: convert (where asked for), then one step with all the rest; a
 * record that is converted takes no changes and no deal any more. Else, steps: fields (left out when nothing changes and nothing was demanded), deal (where asked
 * for), note. The note carries the id; for the deal lib/crm puts marker(id) where it can be found. Throws RangeError
 * for a plan that is blocked: the review must not let it through.
 */
export function createSubmission(plan: Plan, input: SubmissionInput): Submission {
  if (plan.blocked !== null) throw new RangeError(plan.blocked);
  const { id, snapshot, verdict, answered, person, now } = input;
  const record = stampRecord(plan.note.record, id);
  const body = noteBody({ text: plan.note.text, record });
  const writes = input.atOnce ? wholeWrites(plan, body, input) : stepWrites(plan, body);
  return {
    id,
    ref: snapshot.ref,
    recordName: snapshot.name,
    by: person,
    at: now.toISOString(),
    playbook: verdict.playbook,
    answers: { ...plainAnswers(answered) },
    supported: verdict.stage,
    decision: plan.decision,
    steps: writes.map(step),
    state: 'waiting',
    finishedAt: null,
  };
}

const stepWrites = (plan: Plan, body: string): Write[] => [
  ...(plan.changes.length > 0 || Object.keys(plan.extra).length > 0
    ? [{ kind: 'fields' as const, changes: plan.changes, extra: plan.extra }]
    : []),
  ...(plan.deal === null ? [] : [{ kind: 'deal' as const, deal: plan.deal }]),
  { kind: 'note' as const, body },
];

function wholeWrites(plan: Plan, body: string, input: SubmissionInput): Write[] {
  const { conversion, allowDuplicates = false } = input;
  const { changes, extra, deal } = conversion ? { changes: [], extra: {}, deal: null } : plan;
  return [
    ...(conversion ? [{ kind: 'convert' as const, conversion, allowDuplicates }] : []),
    { kind: 'whole', changes, extra, deal, body, allowDuplicates },
  ];
}
