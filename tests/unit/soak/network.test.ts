// The soak's network comes back, whatever Playwright does with a call that fails or ends long after it was given up.
import { expect, it } from 'vitest';
import { Network } from '../../soak/network';

/** As Playwright does it: a call that fails puts back what was before it, for all. */
function browser() {
  let offline = false;
  const ends: ((ok: boolean) => void)[] = [];
  const set = (next: boolean, how: 'at once' | 'held'): Promise<void> => {
    const before = offline;
    offline = next;
    if (how === 'at once') return Promise.resolve();
    return new Promise((done, failed) => {
      ends.push((ok) => {
        if (ok) return done();
        offline = before;
        failed(new Error('Target closed'));
      });
    });
  };
  return { set, ends, offline: () => offline };
}

it.each([
  ['fails', false],
  ['ends', true],
])('is joined where an older call %s long after', async (_, ok) => {
  const { set, ends, offline } = browser();
  const calls: boolean[] = [];
  const network = new Network({
    patience: 10,
    // The first that joins it again is held by a page that stands still.
    set: (next) => set(next, calls.push(next) === 2 ? 'held' : 'at once'),
  });
  await network.cut(async () => {});
  expect(offline()).toBe(false);
  for (const end of ends) end(ok);
  await expect.poll(offline).toBe(false);
  expect(calls).toEqual([true, false, false, false]);
});

it('stays cut while another cut holds', async () => {
  const { set, offline } = browser();
  const network = new Network({ set: (next) => set(next, 'at once') });
  await network.cut(async () => {
    await network.cut(async () => {});
    expect(offline()).toBe(true);
  });
  expect(offline()).toBe(false);
});

it('tells a browser that closes no more', async () => {
  const network = new Network({
    set: async () => {
      network.end();
      throw new Error('Target closed');
    },
  });
  await network.cut(async () => {});
});
