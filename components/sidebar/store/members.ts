// The people of a record's page: the list, the row in hand, and the one chosen.

import { firstFirst } from '@/lib/playbook/first';
import { peopleOf, type RecordRef, refKey } from '@/lib/record/record';
import { type Context, loadedPlaybook } from './context';
import { firstNow } from './first';
import type { Records } from './records';
import type { MembersList } from './state';

export function members(context: Context, records: Records) {
  const { get, set, backend } = context;

  async function load(ref: RecordRef): Promise<void> {
    const key = refKey(ref);
    set({ members: { key, list: { state: 'loading' }, current: 0 }, open: null });
    const reply = await backend.send('members.read', { ref });
    if (get().members?.key !== key) return;
    // A list of the one person that the record itself is would be a step for nothing.
    const [only] = reply.ok && reply.value.itself ? reply.value.members : [];
    set({
      members: {
        key,
        current: 0,
        list: reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', problem: reply.problem },
      },
    });
    if (only) records.openRecord(only.ref);
  }

  function retry(): void {
    const people = peopleOf(get().place);
    if (people) void load(people);
  }

  /** The list of a record that is worked on itself (an opportunity's contact roles); false where there is none. */
  function open(): boolean {
    const { place, members } = get();
    const people = peopleOf(place);
    if (people === null) return false;
    if (members?.key === refKey(people) && members.list.state !== 'failed') {
      set({ open: null, members: inOrder(members) });
    } else void load(people);
    return true;
  }

  /** Whom the rep has found to come first since goes up while nobody looks at the list; the row in hand stays in hand. */
  function inOrder(members: MembersList): MembersList {
    const { list, current } = members;
    if (list.state !== 'ready') return members;
    const { sheets } = get();
    const playbook = loadedPlaybook(get());
    const inHand = list.value.members[current];
    const sorted = firstFirst(
      list.value.members,
      (member) => firstNow(member, sheets[refKey(member.ref)], playbook, context.derive) !== null,
    );
    return {
      ...members,
      current: inHand ? sorted.indexOf(inHand) : current,
      list: { state: 'ready', value: { ...list.value, members: sorted } },
    };
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

  /** From a member back to the list, from the list back to the record that it belongs to; false where there is neither. */
  function back(): boolean {
    const { place, open: shown } = get();
    const people = peopleOf(place);
    if (people === null || shown === refKey(people)) return false;
    if (shown !== null) return open();
    if (place?.role !== 'person') return false;
    records.openRecord(place.ref);
    return true;
  }

  return { load, retry, move, choose, open, back };
}
