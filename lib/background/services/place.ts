// What each CRM tab shows, by the address that the browser itself reports, and telling its sidebar at once.
import type { Connections } from '@/lib/background/connections/connections';
import { problemOf } from '@/lib/background/outbox/problems';
import type { Layout } from '@/lib/protocol/layout';
import type { Connection } from '@/lib/protocol/messages';
import type { Place } from '@/lib/record/record';
import type { Sidebars } from './sidebars';

export type Places = {
  /** Tells a tab's sidebars where they are. Once per change of place, unless `always`. */
  announce(tab: number, place: Place | null, always?: boolean): Promise<void>;
  /** After connections changed: every open sidebar may be able to do more, or less. */
  announceAll(): Promise<void>;
  forget(tab: number): void;
};

type Needs = {
  connections: Pick<Connections, 'find' | 'list'>;
  layout: () => Promise<Layout>;
  sidebars: Sidebars;
  placeOf: (tab: number) => Promise<Place | null>;
};

export function createPlaces({ connections, layout, sidebars, placeOf }: Needs): Places {
  const announced = new Map<number, string>();

  async function announce(tab: number, place: Place | null, always = false): Promise<void> {
    const key = JSON.stringify(place);
    if (announced.get(tab) === key && !always) return;
    announced.set(tab, key);
    try {
      const [connection, accounts, standing] = await Promise.all([
        connectionOf(connections, place),
        connections.list(),
        layout(),
      ]);
      // The tab may have moved on while the database answered; the newer announcement counts.
      if (announced.get(tab) !== key) return;
      sidebars.push(tab, {
        push: 'place',
        place,
        connection,
        accounts,
        layout: { ...standing, open: true },
      });
    } catch (error) {
      // It was not told: the next time is not a second one.
      if (announced.get(tab) === key) announced.delete(tab);
      sidebars.push(tab, { push: 'problem', problem: problemOf(error) });
    }
  }

  return {
    announce,
    async announceAll() {
      const told = sidebars.tabs().map(async (tab) => announce(tab, await placeOf(tab), true));
      await Promise.all([...told, sidebars.callRested()]);
    },
    forget: (tab) => void announced.delete(tab),
  };
}

async function connectionOf(
  connections: Pick<Connections, 'find'>,
  place: Place | null,
): Promise<Connection | null> {
  if (!place) return null;
  const [crm, account] =
    place.role === 'none' ? [place.crm, place.account] : [place.ref.crm, place.ref.account];
  return account === null ? null : connections.find(crm, account);
}
