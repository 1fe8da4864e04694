// How the sidebar stands: as the background tells it, and on top of that what the rep has asked for since.
import type { Layout } from '@/lib/protocol/layout';
import type { Context } from './context';

export function layouts({ get, set, backend }: Context) {
  /** Asked for, and not answered yet. */
  let asked: Partial<Layout> = {};
  let open = 0;

  /** What is told while an answer is open may be older than what the rep sees already: that stays. */
  const told = (layout: Layout): Layout => ({ ...layout, ...asked });

  return {
    told,
    /** Shown at once; the background remembers it and tells the page. */
    async change(by: Partial<Layout>): Promise<void> {
      asked = { ...asked, ...by };
      open += 1;
      set({ layout: told(get().layout) });
      const reply = await backend.send('panel.layout', { layout: by });
      open -= 1;
      if (open === 0) asked = {};
      if (reply.ok) set({ layout: told(reply.value.layout) });
      else set({ problem: reply.problem });
    },
  };
}
