// The people of a company, deal or lead page: the list, the row in hand, and the one chosen.
import { type RecordRef, refKey, sameRef } from '@/lib/qualification/record';
import type { Context } from './context';
import type { Records } from './records';

export function members(context: Context, records: Records) {
  const { get, set, backend } = context;

  async function load(ref: RecordRef): Promise<void> {
    const key = refKey(ref);
    set({ members: { key, list: { state: 'loading' }, current: 0 }, open: null });
    const reply = await backend.send('members.read', { ref });
    if (get().members?.key !== key) return;
    set({
      members: {
        key,
        current: 0,
        list: reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', problem: reply.problem },
      },
    });
  }

  function retry(): void {
    const { place } = get();
    if (place?.role === 'group') void load(place.ref);
  }

  function move(by: 1 | -1): void {
    const { members } = get();
    if (members?.list.state !== 'ready') return;
    const last = members.list.value.members.length - 1;
    set({ members: { ...members, current: Math.max(0, Math.min(members.current + by, last)) } });
  }

  /** Works on the member at this place in the list; without one, on the row in hand. */
  function choose(at?: number): void {
    const { members } = get();
    if (members?.list.state !== 'ready') return;
    const index = at ?? members.current;
    const member = members.list.value.members[index];
    if (!member) return;
    set({ members: { ...members, current: index } });
    records.openRecord(member.ref);
  }

  /** From a member back to the list; false where the page itself is a person's. */
  function toList(): boolean {
    const { place, open } = get();
    if (place?.role !== 'group' || open === null) return false;
    set({ open: null });
    return true;
  }

  /** The list belongs to this record already. */
  const shows = (ref: RecordRef) => {
    const { members, place } = get();
    return members?.key === refKey(ref) && place?.role === 'group' && sameRef(place.ref, ref);
  };

  return { load, retry, move, choose, toList, shows };
}
