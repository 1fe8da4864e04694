// A session on the sandbox's HubSpot, and submissions to send through it.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openSession } from '@/lib/crm/hubspot/session';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { FieldChange, Step, Submission, Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { type Sandbox, startSandbox } from '../../sandbox/server';

export type Portal = {
  readonly sandbox: Sandbox;
  readonly hubspot: Sandbox['hubspot'];
  open(
    key?: keyof Sandbox['hubspot']['keys'],
    options?: { timeoutMs?: number; account?: string | null },
  ): CrmSession;
  ref(id: string, object?: string): RecordRef;
};

/** One sandbox for a test file; its faults, settings and log are as new before each test. */
export function sandboxPortal(): Portal {
  let running: Sandbox | undefined;
  const get = () => {
    if (!running) throw new Error('The sandbox is not running.');
    return running;
  };
  beforeAll(async () => {
    running = await startSandbox();
  });
  afterAll(() => running?.close());
  beforeEach(() => {
    get().hubspot.faults.clear();
    get().hubspot.resetSettings();
    get().hubspot.clearRequests();
  });
  return {
    get sandbox() {
      return get();
    },
    get hubspot() {
      return get().hubspot;
    },
    open(key = 'full', { timeoutMs = 10_000, account } = {}) {
      const { hubspot, fetch } = get();
      const portal = account === undefined ? hubspot.portals.main : account;
      return openSession(
        { key: hubspot.keys[key], account: portal },
        { fetch, sleep: async () => undefined, random: () => 0.5, timeoutMs, now: hubspot.now },
      );
    },
    ref: (id, object = 'contacts') => ({ crm: 'hubspot', account: get().hubspot.portals.main, object, id }),
  };
}

/** The problem that a call is rejected with; fails where it is not rejected, or with something else. */
export async function problemOf(run: Promise<unknown>): Promise<Problem> {
  const error = await run.then(
    (value) => new Error(`not rejected, but ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error.problem;
  throw error;
}

export const change = (field: string, from: string, to: string, backward = false): FieldChange => ({
  field,
  label: field === 'lifecyclestage' ? 'Lifecycle Stage' : field,
  from,
  fromText: from,
  to,
  toText: to,
  backward,
});

/** A submission of one step. */
export function submit(
  ref: RecordRef,
  write: Write,
  by = { id: '1', name: 'Rae', email: '' },
): [Submission, Step] {
  const step: Step = { id: 'step', write, state: 'trying', result: null, problem: null };
  const submission: Submission = {
    id: crypto.randomUUID(),
    ref,
    recordName: 'Someone',
    by,
    at: new Date().toISOString(),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    answers: {},
    supported: null,
    decision: { kind: 'stage', stage: 'lead', override: null },
    steps: [step],
    state: 'writing',
    finishedAt: null,
  };
  return [submission, step];
}

export const fields = (changes: FieldChange[], extra: Record<string, string> = {}): Write => ({
  kind: 'fields',
  changes,
  extra,
});

/** The values of a snapshot's facts by name; of several with a name the first. */
export function factValues(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries([...snapshot.facts].reverse().map((fact) => [fact.name, fact.value]));
}
