// A background in memory: keeps drafts and submissions, answers what the test set up, and lets replies be held back.
import type { Backend } from '@/components/sidebar/store/backend';
import { hashPlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Problem } from '@/lib/problem/problem';
import type { Hearing } from '@/lib/protocol/line';
import type { Answers, Push, Reply, RequestBody, RequestName } from '@/lib/protocol/messages';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { layout, mapping, people, person, reviewOptions, snapshot } from './fixtures';

type Handlers = { [N in RequestName]: (body: RequestBody<N>) => Promise<Reply<N>> | Reply<N> };

const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
const fail = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });

/** A promise to settle by hand. */
export function held<T>() {
  let release: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

/** The submission as a CRM that takes everything leaves it. */
export function written(submission: Submission): Submission {
  const result = { text: 'As shown', url: 'https://app.hubspot.com/', id: '1' };
  return {
    ...submission,
    state: 'written',
    finishedAt: submission.at,
    steps: submission.steps.map((step) => ({ ...step, state: 'done', result })),
  };
}

export function memoryBackend(overrides: Partial<Handlers> = {}) {
  const drafts = new Map<string, Draft>();
  const submissions: Submission[] = [];
  const sent: { name: RequestName; body: unknown }[] = [];
  const listeners = new Set<Hearing>();
  const done = () => ok(null);
  const hash = hashPlaybook(defaultPlaybook);

  const handlers: Handlers = {
    'page.hello': () => ok({ layout }),
    'page.layout': () => ok({ layout }),
    'panel.layout': (body) => {
      const { open = true, side = layout.side, mode = layout.mode, width = layout.width } = body.layout;
      const { compact = false, callInNote = false } = body.layout;
      return ok({ layout: { open, side, mode, width, compact, callInNote } });
    },
    'page.frame': done,
    'panel.hello': done,
    'panel.leave': done,
    'panel.close': done,
    'record.read': ({ ref }) => ok(snapshot(ref.id)),
    'record.kept': () => ok(null),
    'record.follow': done,
    'members.read': () => ok({ title: 'Northwind Logistics', members: people }),
    'draft.load': ({ ref }) => ok(drafts.get(refKey(ref)) ?? null),
    'draft.save': ({ draft }) => {
      drafts.set(refKey(draft.ref), draft);
      return ok(null);
    },
    'draft.drop': ({ ref }) => {
      drafts.delete(refKey(ref));
      return ok(null);
    },
    'review.options': () => ok({ options: reviewOptions, mapping, person, together: false }),
    'review.fields': ({ fields }) =>
      ok(fields.map((field) => ({ field, label: `The ${field}`, kind: 'text' as const, options: [] }))),
    'submission.send': ({ submission }) => {
      submissions.push(submission);
      return ok(written(submission));
    },
    'submission.retry': ({ id }) => {
      const submission = submissions.find((one) => one.id === id);
      return submission ? ok(written(submission)) : fail({ kind: 'gone', message: 'No such submission.' });
    },
    'submission.last': () => ok(null),
    'submission.open': () => ok([]),
    'submission.get': ({ id }) => ok(submissions.findLast((one) => one.id === id) ?? null),
    'submission.withdraw': ({ id, unsent }) => {
      const submission = submissions.findLast((one) => one.id === id) ?? unsent;
      if (!submission) return fail({ kind: 'gone', message: 'No such submission.' });
      return ok({ submission: { ...submission, state: 'withdrawn' }, arrived: [], unknown: [] });
    },
    // As a CRM would take it that is sent it for the first time.
    'submission.replace': ({ submission }) => handlers['submission.send']({ submission }),
    'outbox.wake': done,
    'outbox.read': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'outbox.retry': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'outbox.withdraw': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'outbox.dismiss': done,
    'playbook.active': () => ok({ playbook: defaultPlaybook, hash, origin: 'built-in' }),
    'playbooks.all': () => ok([{ playbook: defaultPlaybook, hash, origin: 'built-in' }]),
    'playbook.choose': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'page.open': done,
    'queue.read': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'queue.open': done,
    'queue.here': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.list': () => ok([]),
    'connections.check': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.save': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.ways': () => ok([]),
    'connections.begin': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.finish': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.again': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.person': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.people': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.left': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'connections.remove': done,
    'connections.test': done,
    'diagnostics.error': done,
    'diagnostics.read': () => ok({ allowances: [], problems: [], errors: [] }),
    'diagnostics.clear': done,
    'everything.clear': () => ok({ notEnded: [] }),
    'mapping.get': () => fail({ kind: 'forbidden', message: 'Not for a sidebar.' }),
    'mapping.save': done,
    ...overrides,
  };

  const backend: Backend = {
    async send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>> {
      sent.push({ name, body });
      const handler: Handlers[N] = handlers[name];
      return handler(body);
    },
    listen(hearing) {
      listeners.add(hearing);
      return () => listeners.delete(hearing);
    },
  };

  return {
    backend,
    drafts,
    submissions,
    sent,
    /** The bodies of every request of this name, oldest first. */
    bodies: (name: RequestName) => sent.filter((one) => one.name === name).map((one) => one.body),
    /** The line is up again after the worker's rest. */
    back: () => {
      for (const { back } of listeners) back();
    },
    push: (push: Push) => {
      for (const { onPush } of listeners) onPush(push);
    },
  };
}

export type MemoryBackend = ReturnType<typeof memoryBackend>;
export type { Answers };
