// Tabs' changes are heard while a sidebar is open, and by no worker otherwise; who has let the port go is called.
import { describe, expect, it } from 'vitest';
import { createMoves } from '@/lib/background/services/moves';
import { createSidebars } from '@/lib/background/services/sidebars';
import type { Push } from '@/lib/protocol/messages';

function world(open: number[]) {
  const heard = new Set<(tab: number, change: { url?: string }) => void>();
  const moved: unknown[] = [];
  const state = { open, asked: async () => state.open };
  const moves = createMoves({
    updates: { addListener: (one) => void heard.add(one), removeListener: (one) => void heard.delete(one) },
    open: () => state.asked(),
    moved: (tab, url) => void moved.push([tab, url]),
  });
  const change = (tab: number, url?: string) => {
    for (const one of heard) one(tab, url === undefined ? {} : { url });
  };
  return { moves, heard, moved, state, change };
}

describe('tabs', () => {
  it('are listened to from the first turn on, before anything is known', () => {
    const { moves, moved, change } = world([]);
    moves.listen();
    change(7, 'https://app.hubspot.com/');
    change(7);
    expect(moved).toEqual([[7, 'https://app.hubspot.com/']]);
  });

  it('are not listened to any more where no sidebar is open', async () => {
    const { moves, heard } = world([]);
    moves.listen();
    await moves.settle();
    expect(heard.size).toBe(0);
  });

  it('go on being listened to while one is open, and until the last has gone', async () => {
    const { moves, heard, state } = world([7, 8]);
    moves.listen();
    await moves.settle();
    state.open = [8];
    await moves.settle();
    expect(heard.size).toBe(1);
    state.open = [];
    await moves.settle();
    expect(heard.size).toBe(0);
  });

  it('are listened to for a sidebar that came while it was looked up', async () => {
    const { moves, heard } = world([]);
    moves.listen();
    const settled = moves.settle();
    moves.listen();
    await settled;
    expect(heard.size).toBe(1);
  });

  it('go on being listened to where the browser does not say', async () => {
    const { moves, heard, state } = world([]);
    state.asked = () => Promise.reject(new Error('no such call'));
    moves.listen();
    await moves.settle();
    expect(heard.size).toBe(1);
  });
});

describe('sidebars', () => {
  const layout: Push = { push: 'problem', problem: { kind: 'offline', message: '' } };

  it('without a port are called instead of told', () => {
    const called: number[][] = [];
    const sidebars = createSidebars({ open: async () => [7, 8], call: (tabs) => void called.push(tabs) });
    const told: Push[] = [];
    sidebars.add(8, { postMessage: (push) => void told.push(push) });
    sidebars.push(7, layout);
    sidebars.push(8, layout);
    expect(called).toEqual([[7]]);
    expect(told).toEqual([layout]);
  });

  it('are called together, without those that hold a port and those of other tabs', async () => {
    const called: number[][] = [];
    const sidebars = createSidebars({ open: async () => [7, 8, 9], call: (tabs) => void called.push(tabs) });
    sidebars.add(8, { postMessage: () => undefined });
    await sidebars.callRested();
    await sidebars.callRested([9, 10]);
    await sidebars.callRested([8]);
    expect(called).toEqual([[7, 9], [9]]);
  });
});
