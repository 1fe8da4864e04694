// The open sidebars: which tab each stands in, and how to tell them something, also those that have let their port go.
import { report, reported } from '@/lib/diagnostics/report';
import type { Push } from '@/lib/protocol/messages';

/** As much of a browser port as is needed. */
export type SidebarPort = { postMessage(message: Push): void };

export type Sidebars = {
  add(tab: number, port: SidebarPort): void;
  remove(tab: number, port: SidebarPort): void;
  /**
   * Tells every sidebar of a tab: usually one, two for a moment while a frame is replaced. One without a port is called
   * instead: it connects, is told its place, and asks for the rest.
   */
  push(tab: number, message: Push): void;
  /** The tabs whose sidebars hold a port. */
  tabs(): number[];
  /** The tabs that a sidebar stands in, with or without a port, by the browser's own account. */
  open(): Promise<number[]>;
  /** Calls every sidebar that holds no port, or those of these tabs. Never rejects. */
  callRested(tabs?: readonly number[]): Promise<void>;
};

export type Outside = {
  /** The tabs that a sidebar stands in. */
  open(): Promise<number[]>;
  /** Has the sidebars of these tabs connect again. */
  call(tabs: number[]): void;
};

const nobody: Outside = { open: async () => [], call: () => undefined };

export function createSidebars({ open, call }: Outside = nobody): Sidebars {
  const ports = new Map<number, Set<SidebarPort>>();

  function remove(tab: number, port: SidebarPort) {
    const held = ports.get(tab);
    held?.delete(port);
    if (held?.size === 0) ports.delete(tab);
  }

  return {
    add(tab, port) {
      const held = ports.get(tab) ?? new Set();
      ports.set(tab, held.add(port));
    },
    remove,
    push(tab, message) {
      const held = [...(ports.get(tab) ?? [])];
      if (held.length === 0) call([tab]);
      for (const port of held) {
        try {
          port.postMessage(message);
        } catch (error) {
          // The frame has just gone; its disconnect event is on the way.
          report(error, 'services.sidebars');
          remove(tab, port);
        }
      }
    },
    tabs: () => [...ports.keys()],
    open,
    async callRested(tabs) {
      const all = await open().catch(reported('services.sidebars', []));
      const rested = all.filter((tab) => !ports.has(tab) && (tabs?.includes(tab) ?? true));
      if (rested.length > 0) call(rested);
    },
  };
}
