// Reading records for sidebars: one read at a time per record, its first part pushed as soon as it is there.

import type { Sessions } from '@/lib/background/connections/sessions';
import type { People } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { type RecordRef, refKey, sameRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import type { Binding } from './binding';
import { tellOwner } from './handed-over';
import type { Kept } from './kept';
import type { Sidebars } from './sidebars';

export type Records = {
  read(tab: number, ref: RecordRef): Promise<Snapshot>;
  /** The last whole read of the record, however old; null where there is none. */
  kept(tab: number, ref: RecordRef): Promise<Snapshot | null>;
  members(tab: number, ref: RecordRef): Promise<People>;
};

type Needs = {
  sessions: Pick<Sessions, 'forReading'>;
  binding: Binding;
  sidebars: Pick<Sidebars, 'push'>;
  /** Facts of the team's own that the active playbook asks for, by name. */
  ownFacts: (crm: string) => Promise<readonly string[]>;
  kept: Pick<Kept, 'keep' | 'snapshot'>;
};

type Reading = { tabs: Set<number>; part: Snapshot | null; whole: Promise<Snapshot> };

export function createRecords({ sessions, binding, sidebars, ownFacts, kept }: Needs): Records {
  const reading = new Map<string, Reading>();

  function start(key: string, ref: RecordRef): Reading {
    const tabs = new Set<number>();
    const entry: Reading = { tabs, part: null, whole: read() };
    async function read(): Promise<Snapshot> {
      try {
        const session = await sessions.forReading(ref.crm, ref.account);
        const onPart = (snapshot: Snapshot) => {
          entry.part = snapshot;
          for (const tab of tabs) sidebars.push(tab, { push: 'snapshot', snapshot });
        };
        const read = await session.read(ref, onPart, await ownFacts(ref.crm));
        const snapshot = await tellOwner(
          read,
          await kept.snapshot(ref).catch(reported('services.records', null)),
          session,
        );
        void kept.keep(ref, snapshot);
        return snapshot;
      } finally {
        reading.delete(key);
      }
    }
    return entry;
  }

  return {
    async read(tab, ref) {
      await binding.here(tab, ref);
      const key = refKey(ref);
      const entry = reading.get(key) ?? start(key, ref);
      reading.set(key, entry);
      entry.tabs.add(tab);
      if (entry.part) sidebars.push(tab, { push: 'snapshot', snapshot: entry.part });
      const snapshot = await entry.whole;
      // A merged contact is read under its new id, which the page's address doesn't have.
      if (!sameRef(snapshot.ref, ref)) await binding.belong(ref, [snapshot.ref]);
      // The CRM said whose answers an opportunity's are: the evidence may name that person.
      if (snapshot.about) await binding.alsoBelongs(ref, snapshot.about.ref);
      return snapshot;
    },
    async kept(tab, ref) {
      await binding.here(tab, ref);
      return kept.snapshot(ref);
    },
    async members(tab, ref) {
      await binding.group(tab, ref);
      const found = await (await sessions.forReading(ref.crm, ref.account)).members(ref);
      await binding.belong(
        ref,
        found.members.map((member) => member.ref),
      );
      return found;
    },
  };
}
