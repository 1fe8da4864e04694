// A session on the sandbox's Salesforce, and submissions to send through it.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openSession } from '@/lib/crm/salesforce/session';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { DealDraft, NextStep } from '@/lib/qualification/answers/draft';
import type { FieldChange, Part, Step, Submission, Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { type Sandbox, startSandbox } from '../../../sandbox/server';

type Control = Sandbox['salesforce'];
export type SandboxOrg = {
  readonly salesforce: Control;
  readonly sandbox: Sandbox;
  open(
    token?: keyof Control['tokens'],
    options?: { timeoutMs?: number; renew?: () => Promise<string>; fields?: Record<string, string> },
  ): CrmSession;
  ref(object: string, id: string): RecordRef;
};

/** One sandbox for a test file; its faults, settings and log are as new before each test. */
export function sandboxOrg(): SandboxOrg {
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
    get().salesforce.faults.clear();
    get().salesforce.resetSettings();
    get().salesforce.clearRequests();
  });
  return {
    get sandbox() {
      return get();
    },
    get salesforce() {
      return get().salesforce;
    },
    open(token = 'lena', { timeoutMs = 10_000, renew, fields = {} } = {}) {
      const { salesforce, fetch } = get();
      const org = token === 'uat' ? salesforce.orgs.uat : salesforce.orgs.acme;
      return openSession(
        { key: salesforce.tokens[token], account: org.api, fields, ...(renew ? { renew } : {}) },
        { fetch, sleep: async () => undefined, random: () => 0.5, timeoutMs, now: salesforce.now },
      );
    },
    ref: (object, id) => ({ crm: 'salesforce', account: get().salesforce.orgs.acme.api, object, id }),
  };
}

export const change = (field: string, from: string, to: string): FieldChange => ({
  field,
  label: field,
  from,
  fromText: from,
  to,
  toText: to,
  backward: false,
});

/** A submission of one step. `allow`: what the rep allows. */
export function submit(ref: RecordRef, write: Write, ...allow: string[]): [Submission, Step] {
  const step: Step = { id: 'step', write, state: 'trying', result: null, problem: null };
  const submission: Submission = {
    id: crypto.randomUUID(),
    ref,
    recordName: 'Someone',
    by: { id: '', name: 'Rae', email: '' },
    at: new Date().toISOString(),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    answers: {},
    supported: null,
    decision: { kind: 'stage', stage: 'prospect', override: null },
    allow,
    steps: [step],
    state: 'writing',
    finishedAt: null,
  };
  return [submission, step];
}

type Parts = {
  changes?: FieldChange[];
  extra?: Record<string, string>;
  form?: Record<string, string>;
  task?: NextStep;
  deal?: DealDraft;
  body?: string;
};

/** A write of all that is named, and the evidence, in the order in which the product puts them. */
export function whole({
  changes = [],
  extra = {},
  form,
  deal,
  task,
  body = 'What was found.',
}: Parts = {}): Write {
  const fields = changes.length > 0 || Object.keys(extra).length > 0;
  const writes: Part[] = [
    ...(fields ? [{ kind: 'fields' as const, changes, extra }] : []),
    ...(form ? [{ kind: 'form' as const, form: 'convert', values: form }] : []),
    ...(deal ? [{ kind: 'deal' as const, deal }] : []),
    ...(task ? [{ kind: 'task' as const, task }] : []),
    { kind: 'note' as const, body },
  ];
  return { kind: 'together', writes };
}
