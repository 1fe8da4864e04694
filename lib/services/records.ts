// Reading records for sidebars: one read at a time per record, its first part pushed as soon as it is there.
import type { Sessions } from '@/lib/connections/sessions';
import type { Member } from '@/lib/crm/crm';
import { type RecordRef, refKey, sameRef } from '@/lib/qualification/record';
import type { Snapshot } from '@/lib/qualification/snapshot';
import type { Binding } from './binding';
import type { Sidebars } from './sidebars';

export type Records = {
  read(tab: number, ref: RecordRef): Promise<Snapshot>;
  members(tab: number, ref: RecordRef): Promise<{ title: string; members: Member[] }>;
};

type Needs = {
  sessions: Pick<Sessions, 'forReading'>;
  binding: Binding;
  sidebars: Pick<Sidebars, 'push'>;
  /** Facts of the team's own that the active playbook asks for, by name. */
  ownFacts: (crm: string) => Promise<readonly string[]>;
};

type Reading = { tabs: Set<number>; part: Snapshot | null; whole: Promise<Snapshot> };

export function createRecords({ sessions, binding, sidebars, ownFacts }: Needs): Records {
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
        return await session.read(ref, onPart, await ownFacts(ref.crm));
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
      return snapshot;
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
