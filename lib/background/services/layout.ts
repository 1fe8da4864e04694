// How the sidebar stands beside the page: remembered, and told to the page and the sidebar that it concerns.

import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { type Layout, LayoutSchema } from '@/lib/protocol/layout';
import type { PageCommand } from '@/lib/protocol/messages';
import type { Sidebars } from './sidebars';
import type { Still } from './still';

export type LayoutChange = { [K in keyof Layout]?: Layout[K] | undefined };

export type Layouts = {
  /** As last left, in whichever tab. */
  remembered(): Promise<Layout>;
  /** For pages that are not there yet. */
  remember(change: LayoutChange): Promise<Layout>;
  /** A page moved, opened or closed its sidebar. */
  fromPage(tab: number, change: LayoutChange, still?: Still): Promise<Layout>;
  /** A sidebar changed how it stands; an open one stays open, whatever other tabs did meanwhile. */
  fromPanel(tab: number, change: LayoutChange, still?: Still): Promise<Layout>;
};

type Needs = {
  item: { getValue(): Promise<unknown>; setValue(value: Layout): Promise<void>; fallback: Layout };
  sidebars: Pick<Sidebars, 'push'>;
  tellPage: (tab: number, command: PageCommand) => void;
};

export function createLayouts({ item, sidebars, tellPage }: Needs): Layouts {
  let saving: Promise<unknown> = Promise.resolve();

  async function remembered(): Promise<Layout> {
    const stored = v.safeParse(LayoutSchema, await item.getValue());
    return stored.success ? stored.output : item.fallback;
  }

  /** One after the other, so that two changes at once don't lose one of them. */
  function change(by: LayoutChange, still?: Still): Promise<Layout> {
    const saved = saving.then(async () => {
      const next = v.parse(LayoutSchema, { ...(await remembered()), ...by });
      // What it was before may have been cleared since it was read.
      still?.();
      await item.setValue(next);
      return next;
    });
    saving = saved.catch(reported('services.layout', undefined));
    return saved;
  }

  return {
    remembered,
    remember: (by) => change(by),
    async fromPage(tab, by, still) {
      const layout = await change(by, still);
      sidebars.push(tab, { push: 'layout', layout: { ...layout, open: by.open ?? true } });
      return layout;
    },
    async fromPanel(tab, by, still) {
      const layout = { ...(await change(by, still)), open: by.open ?? true };
      tellPage(tab, { command: 'layout', layout });
      sidebars.push(tab, { push: 'layout', layout });
      return layout;
    },
  };
}
