// Puts the popup on a page over a background in memory.
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { Popup } from '@/components/popup/Popup';
import type { PopupBackend } from '@/components/popup/useQueue';
import { ok } from '@/lib/problem/problem';
import type { Answers, Reply, RequestBody, RequestName } from '@/lib/protocol/messages';
import type { DraftRow, Queue, UnsentRow, WrittenRow } from '@/lib/protocol/queue';

export const now = new Date('2026-11-21T10:42:00');

export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}

const base = (id: string) => ({
  key: id,
  ref: { crm: 'hubspot', account: '100', object: 'contacts', id },
  name: `Person ${id}`,
  company: 'Northwind',
  crmName: 'HubSpot',
  account: '',
  at: now.toISOString(),
});
export const draftRow = (id: string, change: Partial<DraftRow> = {}): DraftRow => ({
  ...base(id),
  seen: true,
  stage: 'Lead',
  next: 'Prospect',
  missing: 2,
  ...change,
});
export const unsentRow = (id: string, problem: UnsentRow['problem']): UnsentRow => ({
  ...base(id),
  id,
  target: 'Prospect',
  state: problem === null ? 'writing' : 'failed',
  nextAt: null,
  tries: 0,
  problem,
});
export const writtenRow = (id: string): WrittenRow => ({ ...base(id), target: 'Prospect' });

export const emptyQueue: Queue = {
  connected: true,
  here: null,
  unsent: [],
  lost: [],
  unreadable: [],
  unreadableDrafts: 0,
  drafts: [],
  written: [],
  day: { conversations: 0, stages: [], unknown: [] },
};

type Replies = { [N in RequestName]?: Reply<N> };

export async function showPopup(queue: Partial<Queue>, given: Replies = {}) {
  cleanup();
  const sent: { name: RequestName; body: unknown }[] = [];
  const replies = { 'queue.read': ok<Answers['queue.read']>({ ...emptyQueue, ...queue }), ...given };
  const fallback = { ok: false as const, problem: { kind: 'unexpected' as const, message: 'Not set up.' } };
  let closed = 0;
  let change = () => {};
  const backend: PopupBackend = {
    async send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>> {
      sent.push({ name, body });
      const all: Replies = replies;
      return all[name] ?? fallback;
    },
    now: () => now,
    close: () => {
      closed += 1;
    },
    listen: (onChange) => {
      change = onChange;
      return () => {
        change = () => {};
      };
    },
  };
  const view = render(<Popup backend={backend} />);
  await settle();
  return {
    view,
    bodies: (name: RequestName) => sent.filter((one) => one.name === name).map(({ body }) => body),
    closed: () => closed,
    /** The queue as it is from now on, and word of it. */
    becomes: async (next: Partial<Queue>) => {
      replies['queue.read'] = ok({ ...emptyQueue, ...next });
      change();
      await settle();
    },
    press: async (key: string, more: { altKey?: boolean } = {}) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
      await settle();
    },
  };
}
