// The open sidebars: which tab each stands in, and how to tell them something.
import { report } from '@/lib/diagnostics/report';
import type { Push } from '@/lib/messages';

/** As much of a browser port as is needed. */
export type SidebarPort = { postMessage(message: Push): void };

export type Sidebars = {
  add(tab: number, port: SidebarPort): void;
  remove(tab: number, port: SidebarPort): void;
  /** Tells every sidebar of a tab: usually one, two for a moment while a frame is replaced. */
  push(tab: number, message: Push): void;
  tabs(): number[];
};

export function createSidebars(): Sidebars {
  const open = new Map<number, Set<SidebarPort>>();

  function remove(tab: number, port: SidebarPort) {
    const ports = open.get(tab);
    ports?.delete(port);
    if (ports?.size === 0) open.delete(tab);
  }

  return {
    add(tab, port) {
      const ports = open.get(tab) ?? new Set();
      open.set(tab, ports.add(port));
    },
    remove,
    push(tab, message) {
      for (const port of [...(open.get(tab) ?? [])]) {
        try {
          port.postMessage(message);
        } catch (error) {
          // The frame has just gone; its disconnect event is on the way.
          report(error, 'services.sidebars');
          remove(tab, port);
        }
      }
    },
    tabs: () => [...open.keys()],
  };
}
