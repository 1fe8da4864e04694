// The layout: kept one change at a time, and told to the page and the sidebar that it concerns.
import { describe, expect, it, vi } from 'vitest';
import { createLayouts } from '@/lib/background/services/layout';
import type { Layout } from '@/lib/protocol/layout';

const fallback: Layout = { open: false, side: 'right', mode: 'push', width: 360 };

function world(stored: unknown = fallback) {
  let value = stored;
  const item = {
    fallback,
    getValue: async () => value,
    setValue: async (next: Layout) => {
      await new Promise((resolve) => setImmediate(resolve));
      value = next;
    },
  };
  const push = vi.fn();
  const tellPage = vi.fn();
  return { layouts: createLayouts({ item, sidebars: { push }, tellPage }), push, tellPage };
}

describe('layout', () => {
  it('loses neither of two changes at once', async () => {
    const { layouts } = world();
    await Promise.all([layouts.fromPage(1, { width: 420 }), layouts.fromPanel(2, { side: 'left' })]);
    expect(await layouts.remembered()).toMatchObject({ width: 420, side: 'left' });
  });

  it('tells the page what its sidebar changed, and keeps it open whatever another tab remembered', async () => {
    const { layouts, tellPage, push } = world();
    const layout = await layouts.fromPanel(4, { mode: 'overlay' });
    expect(layout).toEqual({ ...fallback, mode: 'overlay', open: true });
    expect(tellPage).toHaveBeenCalledExactlyOnceWith(4, { command: 'layout', layout });
    expect(push).toHaveBeenCalledExactlyOnceWith(4, { push: 'layout', layout });
    expect((await layouts.remembered()).open).toBe(false);
  });

  it('closes the sidebar that asks for it', async () => {
    const { layouts, tellPage } = world({ ...fallback, open: true });
    await layouts.fromPanel(4, { open: false });
    expect(tellPage.mock.calls[0]?.[1]).toMatchObject({ layout: { open: false } });
    expect((await layouts.remembered()).open).toBe(false);
  });

  it('falls back where what is stored makes no sense', async () => {
    expect(await world({ open: 'yes', width: -1 }).layouts.remembered()).toEqual(fallback);
    expect(await world(null).layouts.remembered()).toEqual(fallback);
  });
});
