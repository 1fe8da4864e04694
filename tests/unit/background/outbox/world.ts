// A CRM in memory for the outbox's tests: it counts effects, and loses answers before or after acting.
import 'fake-indexeddb/auto';
import { createOutbox } from '@/lib/background/outbox/outbox';
import { createSubmissionStore } from '@/lib/background/outbox/store';
import { createDatabase } from '@/lib/background/storage/database';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { changesOf, partsOf } from '@/lib/qualification/plan/parts';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { fakeClock, fakeLocks } from './fakes';

export { fakeClock, fakeLocks };

export const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };
export const person = { id: '77', name: 'Ada Reyes', email: 'ada@example.com' };

/** What happens to one request: it may fail before it acts, or act and lose its answer, at once or `lateMs` later. */
export type Fault = { when: 'before' | 'after' | 'late'; problem: Problem; lateMs?: number };

export const lost: Problem = { kind: 'timeout', message: 'No answer within 25 s.' };
export const refused: Problem = { kind: 'missing-scope', message: 'The key may not write notes.' };

export function submission(change: Partial<Submission> = {}): Submission {
  const step = (id: string, write: Step['write']): Step => ({
    id,
    write,
    state: 'waiting',
    result: null,
    problem: null,
  });
  return {
    id: crypto.randomUUID(),
    ref,
    recordName: 'Noor Haddad',
    by: person,
    at: '2026-11-21T10:00:00.000Z',
    playbook: { id: 'default', version: '1.0.0', hash: 'h' },
    answers: {},
    supported: 'prospect',
    decision: { kind: 'stage', stage: 'prospect', override: null },
    steps: [
      step('fields', {
        kind: 'fields',
        changes: [
          {
            field: 'lifecyclestage',
            label: 'Lifecycle stage',
            from: 'lead',
            fromText: 'Lead',
            to: 'salesqualifiedlead',
            toText: 'Sales qualified lead',
            backward: false,
          },
        ],
        extra: {},
      }),
      step('deal', {
        kind: 'deal',
        deal: { create: true, name: 'D', pipeline: 'p', stage: 's', amount: null, closeDate: '2026-12-31' },
      }),
      step('note', { kind: 'note', body: 'text' }),
    ],
    state: 'waiting',
    finishedAt: null,
    ...change,
  };
}

/** The same submission for a CRM that takes all of it in one call. */
export function together(of: Submission): Submission {
  const write = { kind: 'together' as const, writes: of.steps.flatMap((step) => partsOf(step.write)) };
  return { ...of, steps: [{ id: 'together', write, state: 'waiting', result: null, problem: null }] };
}

/** One whose call was sent, and whose answer is lost. */
export const tried = (): Submission => {
  const of = together(submission());
  return { ...of, steps: of.steps.map((step) => ({ ...step, state: 'trying' })) };
};

/** The same where a form first turns the record into another one, and the rest goes together. */
export function turning(of: Submission): Submission {
  const form = { kind: 'form' as const, form: 'turn', values: { name: 'D' } };
  const rest = together({ ...of, steps: of.steps.filter((step) => step.write.kind !== 'fields') });
  const step = { id: 'form', write: form, state: 'waiting' as const, result: null, problem: null };
  // In the wrong order: delivery has its own.
  return { ...of, steps: [...rest.steps, step] };
}

/** Every part that was carried out, in order, and a session that does it: of what goes together, all or nothing. */
/**
 * `now`: the CRM's own clock, which nobody at this machine sets; `told` null: its answers have no date; `aheadMs`: by so
 * much the servers that answer from here on are wrong.
 */
export function fakeCrm(stages: Record<string, string> = { lifecyclestage: 'lead' }, now = () => 0) {
  const clock: { told: { at: number; heard: number } | null; tells: boolean; aheadMs: number } = {
    told: null,
    tells: true,
    aheadMs: 0,
  };
  const answers = () => {
    if (clock.tells) clock.told = { at: Math.floor((now() + clock.aheadMs) / 1000) * 1000, heard: now() };
  };
  const effects: string[] = [];
  const faults: { write: Fault[]; probe: Fault[]; stageValues: Fault[] } = {
    write: [],
    probe: [],
    stageValues: [],
  };
  const calls: string[] = [];
  /** What it has taken in and not done yet. */
  let late: { due: number; what: () => unknown }[] = [];
  /** Does what is due by now; with true, all of it. */
  const catchUp = (all = false) => {
    const due = late.filter((one) => all || one.due <= now());
    late = late.filter((one) => !due.includes(one));
    for (const one of due) one.what();
  };
  /** What it has taken in and not done yet never happens. */
  const drop = () => {
    late = [];
  };
  /** What the rep allowed, at each write that got there. */
  const allowed: string[][] = [];
  const result = (step: Step) => ({ text: `${step.id} is there`, url: null, id: step.id });

  async function act<T>(kind: keyof typeof faults, what: () => T): Promise<T> {
    calls.push(kind);
    const fault = faults[kind].shift();
    if (fault?.when === 'before') throw new ProblemError(fault.problem);
    if (fault?.when === 'late') {
      late.push({ due: now() + (fault.lateMs ?? 0), what });
      throw new ProblemError(fault.problem);
    }
    const value = what();
    if (fault) throw new ProblemError(fault.problem);
    answers();
    return value;
  }

  const unused = () => Promise.reject(new Error('not part of this test'));
  const session: CrmSession = {
    time: () => clock.told && { at: clock.told.at, agoMs: now() - clock.told.heard },
    ping: async () => answers(),
    check: unused,
    people: unused,
    reviewOptions: unused,
    fieldDefinitions: unused,
    read: unused,
    members: unused,
    stageFields: async () => [
      {
        field: 'lifecyclestage',
        label: 'Lifecycle stage',
        ordered: true,
        options: [{ value: 'customer', label: 'Customer', order: 5, hidden: false }],
      },
    ],
    stageValues: () => act('stageValues', () => ({ ...stages })),
    probe: (of, step) =>
      act('probe', () =>
        partsOf(step.write).every((part) => effects.includes(`${of.id} ${part.kind}`)) ? result(step) : null,
      ),
    write: (of, step) =>
      act('write', () => {
        allowed.push(of.allow ?? []);
        for (const part of partsOf(step.write)) effects.push(`${of.id} ${part.kind}`);
        for (const change of changesOf(step.write)) stages[change.field] = change.to;
        return result(step);
      }),
  };
  return { session, effects, faults, calls, stages, allowed, catchUp, drop, clock };
}

let databases = 0;

type World = {
  crm?: ReturnType<typeof fakeCrm>;
  kept?: ReturnType<typeof fakeStore>;
  clock?: ReturnType<typeof fakeClock>;
  locks?: ReturnType<typeof fakeLocks>;
};

/** A CRM, a database, a clock, and workers on them: each `worker()` is a life of its own, which can be ended. */
export function outboxWorld(given: World = {}) {
  const { kept = fakeStore(), clock = fakeClock(), locks = fakeLocks() } = given;
  const { crm = fakeCrm(undefined, clock.elapsed) } = given;
  let born = 0;
  function worker(openSession: (of: Submission) => Promise<CrmSession> = async () => crm.session) {
    born += 1;
    const life = { dead: false, id: born };
    /** What a worker counts begins anew with each. */
    const from = clock.elapsed();
    const never = new Promise<never>(() => undefined);
    /** What a dead worker asks for goes out or not; it never learns what came of it. */
    const mortal =
      <A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (life.dead) return never;
        const done = await run(...args);
        return life.dead ? never : done;
      };
    const { get, add, put, update, finish, renew, open, of, all, missing, prune } = kept.store;
    const alarm: { at: number | null } = { at: null };
    const seen: Submission[] = [];
    const outbox = createOutbox({
      store: {
        get: mortal(get),
        add: mortal(add),
        put: mortal(put),
        update: mortal(update),
        finish: mortal(finish),
        renew: mortal(renew),
        open: mortal(open),
        of: mortal(of),
        all: mortal(all),
        missing: mortal(missing),
        prune: mortal(prune),
      },
      openSession: mortal(async (of: Submission) => {
        const real = await openSession(of);
        return {
          ...real,
          probe: mortal(real.probe),
          write: mortal(real.write),
          stageValues: mortal(real.stageValues),
        };
      }),
      onChange: (submission) => seen.push(submission),
      changed: () => undefined,
      alarm: (at) => {
        alarm.at = at;
      },
      lock: locks.of(life.id),
      now: clock.now,
      elapsed: () => clock.elapsed() - from,
      random: () => 0,
    });
    return {
      outbox,
      alarm,
      seen,
      kill() {
        life.dead = true;
        locks.free(life.id);
      },
    };
  }
  return { crm, kept, clock, worker };
}

/** A database of its own, with the store on it and the drafts at hand. */
export function fakeStore() {
  databases += 1;
  const database = createDatabase(`test-${databases}`);
  const store = createSubmissionStore(database);
  const draft = (revision: number, updatedAt: string) => ({
    ref,
    playbook: { id: 'default', version: '1.0.0', hash: 'h' },
    answers: {},
    noteText: null,
    decision: null,
    deal: null,
    extra: {},
    revision,
    startedAt: updatedAt,
    updatedAt,
  });
  return {
    store,
    database,
    putDraft: (revision: number, updatedAt = '2026-11-21T09:59:00.000Z') =>
      database((db) => db.put('drafts', draft(revision, updatedAt), refKey(ref))),
    hasDraft: async () => (await database((db) => db.get('drafts', refKey(ref)))) !== undefined,
  };
}
