// What the background says of the tab: which record is open, which connection fits it, how the sidebar stands.

import { compileChecked } from '@/lib/playbook';
import type { Connection, Push } from '@/lib/protocol/messages';
import { peopleOf, refKey } from '@/lib/record/record';
import { type Context, loadedPlaybook } from './context';
import type { Drafts } from './drafts';
import { layouts } from './layouts';
import type { members } from './members';
import type { Records } from './records';
import type { Reviews } from './reviews';

type Parts = { drafts: Drafts; records: Records; reviews: Reviews; members: ReturnType<typeof members> };

export function place(context: Context, { drafts, records, reviews, members }: Parts) {
  const { get, set, backend } = context;
  const layout = layouts(context);

  function onPush(push: Push): void {
    switch (push.push) {
      case 'place':
        onPlace(push);
        break;
      case 'snapshot':
        records.onPart(push.snapshot);
        break;
      case 'submission':
        records.onSubmission(push.submission);
        break;
      case 'draft':
        drafts.fromElsewhere(push.draft);
        break;
      case 'layout':
        set({ layout: layout.told(push.layout) });
        break;
      case 'problem':
        set({ problem: push.problem });
    }
  }

  function onPlace(push: Extract<Push, { push: 'place' }>): void {
    const before = get();
    const { connection, accounts } = push;
    const sameConnection = connectionKey(before.connection) === connectionKey(connection);
    if (!sameConnection) reviews.forget();
    if (before.placed) void loadPlaybook();
    const stands = layout.told(push.layout);
    set({ placed: true, place: push.place, connection, accounts, layout: stands, problem: null });
    const people = peopleOf(push.place);
    if (!push.place || push.place.role === 'none' || connection === null) {
      set({ open: null, ...(people ? {} : { members: null }) });
      return;
    }
    if (push.place.role === 'group') {
      if (!(sameConnection && before.members?.key === refKey(push.place.ref)))
        void members.load(push.place.ref);
      return;
    }
    // What was looked at of this very page, its people or one of them, stays.
    if (people && sameConnection && before.members?.key === refKey(people)) return;
    set({ members: null });
    if (!(sameConnection && before.open === refKey(push.place.ref))) records.openRecord(push.place.ref);
  }

  /** The active playbook; a new one carries the open drafts over. */
  async function loadPlaybook(): Promise<void> {
    const reply = await backend.send('playbook.active', {});
    if (!reply.ok) {
      if (!loadedPlaybook(get())) set({ playbook: { state: 'failed', problem: reply.problem } });
      return;
    }
    if (loadedPlaybook(get())?.hash === reply.value.hash) return;
    const compiled = compileChecked(reply.value.playbook, reply.value.hash);
    set({ playbook: { state: 'ready', value: { ...reply.value, compiled } } });
    for (const key of Object.keys(get().sheets)) drafts.begin(key);
  }

  return { onPush, loadPlaybook, changeLayout: layout.change };
}

/** Another key, another account or another person: what was read and offered before no longer holds. */
function connectionKey(connection: Connection | null): string {
  if (!connection) return '';
  return [connection.crm, connection.account, connection.person.id, connection.connectedAt].join(' ');
}
