// What the Diagnostics section knows and can do: one read of how everything stands, tests of connections, what waits.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Loaded } from '@/components/shared/loaded';
import type { Send } from '@/components/shared/send';
import type { Problem } from '@/lib/problem/problem';
import type { Answers, Connection, Reply, RequestName } from '@/lib/protocol/messages';
import type { Queue } from '@/lib/protocol/queue';
import type { Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { localDay } from '@/lib/reports/day';
import { connectionKey } from '../parts/console-store';

/** How everything stands at one moment. `steps`: at which step each submission stands, by its id. */
export type View = Answers['diagnostics.read'] &
  Pick<Queue, 'unsent' | 'lost' | 'unreadable' | 'drafts' | 'unreadableDrafts'> & {
    connections: Connection[];
    steps: ReadonlyMap<string, Write['kind']>;
    at: Date;
  };

/** What a test said, or that it is under way. */
export type Test = 'going' | { at: string; problem: Problem | null };

export type DiagnosticsState = {
  view: Loaded<View>;
  /** By connectionKey; for as long as the page is open. */
  tests: ReadonlyMap<string, Test>;
  /** What did not work of what was pressed: `of` is the row, '' for the page. */
  failed: { of: string; problem: Problem } | null;
  load: () => Promise<void>;
  test: (connection: Pick<Connection, 'crm' | 'account'>) => Promise<void>;
  retry: (id: string) => Promise<void>;
  withdraw: (id: string) => Promise<void>;
  dismiss: (id: string) => Promise<void>;
  open: (id: string, ref: RecordRef) => Promise<void>;
  clear: () => Promise<void>;
  /** Deletes all that is kept in this browser. */
  clearEverything: () => Promise<Reply<'everything.clear'>>;
};

/** Nothing is asked before `load`. */
export function createDiagnosticsStore(send: Send, now: () => Date): StoreApi<DiagnosticsState> {
  return createStore<DiagnosticsState>()((set, get) => {
    /** The newest read counts: an older one may answer later. */
    let reading = 0;

    async function load(): Promise<void> {
      reading += 1;
      const mine = reading;
      const [connections, told, queue, outbox] = await Promise.all([
        send('connections.list', {}),
        send('diagnostics.read', {}),
        send('queue.read', { day: localDay(now()) }),
        send('outbox.read', {}),
      ]);
      if (mine !== reading) return;
      if (!connections.ok) return failed(connections);
      if (!told.ok) return failed(told);
      if (!queue.ok) return failed(queue);
      if (!outbox.ok) return failed(outbox);
      const { unsent, lost, unreadable, drafts, unreadableDrafts } = queue.value;
      const steps = outbox.value.open.flatMap(({ id, steps }): [string, Write['kind']][] => {
        const at = steps.find(({ state }) => state !== 'done');
        return at ? [[id, at.write.kind]] : [];
      });
      const value = { ...told.value, unsent, lost, unreadable, drafts, unreadableDrafts };
      set({
        view: {
          phase: 'ready',
          value: { ...value, connections: connections.value, steps: new Map(steps), at: now() },
        },
      });
    }

    function failed({ problem }: { problem: Problem }): void {
      set({ view: { phase: 'failed', problem } });
    }

    /** Tells what did not work beside what was pressed, and how all stands after it. */
    async function after<N extends RequestName>(of: string, asked: Promise<Reply<N>>): Promise<void> {
      set({ failed: null });
      const reply = await asked;
      if (!reply.ok) set({ failed: { of, problem: reply.problem } });
      await load();
    }

    const note = (key: string, test: Test) => set({ tests: new Map(get().tests).set(key, test) });

    return {
      view: { phase: 'loading' },
      tests: new Map(),
      failed: null,
      load,
      async test({ crm, account }) {
        const key = connectionKey({ crm, account });
        if (get().tests.get(key) === 'going') return;
        note(key, 'going');
        const reply = await send('connections.test', { crm, account });
        note(key, { at: now().toISOString(), problem: reply.ok ? null : reply.problem });
        await load();
      },
      retry: (id) => after(id, send('outbox.retry', { id })),
      withdraw: (id) => after(id, send('outbox.withdraw', { id })),
      dismiss: (id) => after(id, send('outbox.dismiss', { id })),
      open: (id, ref) => after(id, send('queue.open', { ref })),
      clear: () => after('', send('diagnostics.clear', {})),
      async clearEverything() {
        const reply = await send('everything.clear', {});
        if (reply.ok) set({ tests: new Map(), failed: null });
        await load();
        return reply;
      },
    };
  });
}
