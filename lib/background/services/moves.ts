// Hears of a tab's new address while a sidebar is open somewhere, over the lives of many workers, and never otherwise.
import { reported } from '@/lib/diagnostics/report';

/** As much of browser.tabs.onUpdated as is used. */
type Updates = {
  addListener(heard: Heard): void;
  removeListener(heard: Heard): void;
};
type Heard = (tab: number, change: { url?: string | undefined }) => void;

type Needs = {
  updates: Updates;
  /** The tabs that a sidebar stands in. */
  open: () => Promise<number[]>;
  moved: (tab: number, url: string) => void;
};

/**
 * Call `listen` in a worker's first turn, or the event that woke it is missed, and whenever a sidebar comes; `settle` once
 * there is time, and whenever one goes. Chromium keeps the events of a worker that has ended, and starts it for them,
 * until it takes its listener away itself (extensions/docs/events.md: lazy listeners). So without a sidebar no tab's change
 * starts one. A sidebar that goes while the worker rests costs one start: that one takes the listener away.
 */
export function createMoves({ updates, open, moved }: Needs) {
  let arrivals = 0;
  const heard: Heard = (tab, { url }) => {
    if (url !== undefined) moved(tab, url);
  };
  return {
    listen(): void {
      arrivals += 1;
      // The same function a second time is no second listener.
      updates.addListener(heard);
    },
    /** Never rejects; where the browser doesn't say, it is listened to. */
    async settle(): Promise<void> {
      const before = arrivals;
      const tabs = await open().catch(reported('services.moves', null));
      if (tabs?.length === 0 && before === arrivals) updates.removeListener(heard);
    },
  };
}
