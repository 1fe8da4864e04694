// All services, wired to each other: read when a worker is asked for more than its front can answer.

import { browser } from 'wxt/browser';
import { createConnectionStore } from '@/lib/background/connections/store';
import { createSessionWatch } from '@/lib/background/connections/watch';
import { createSubmissionStore } from '@/lib/background/outbox/store';
import {
  activePlaybook,
  builtinPlaybooks,
  choosePlaybook,
  ownFacts,
} from '@/lib/background/playbooks/active';
import type { From } from '@/lib/background/senders';
import { createDatabase, dropDatabase } from '@/lib/background/storage/database';
import { allowancesItem, errorsItem, problemsItem, shownItem } from '@/lib/background/storage/settings';
import { sweep } from '@/lib/background/storage/sweep';
import { locate } from '@/lib/crm/locate';
import { crmById, crms } from '@/lib/crm/registry';
import { errorRow } from '@/lib/diagnostics/error-row';
import { reported, sendReportsTo } from '@/lib/diagnostics/report';
import type { Push } from '@/lib/protocol/messages';
import { QUEUE_CHANNEL } from '@/lib/protocol/queue';
import type { RecordRef } from '@/lib/record/record';
import { once } from '@/lib/util/lazy';
import { createAccounts } from './accounts';
import { createBinding } from './binding';
import { createClear } from './clear';
import { createDelivery, waitsForSignIn } from './delivery';
import { createDiagnostics } from './diagnostics';
import { createDrafts } from './drafts';
import type { Erasures } from './erasures';
import { createFollow } from './follow';
import { forgetAll, rewriteLocal } from './forget-all';
import type { Frames } from './frames';
import { createHandlers } from './handlers';
import { createKept } from './kept';
import type { Layouts } from './layout';
import { createLeave } from './leave';
import { createMappings } from './mappings';
import { createMarks } from './marks';
import { openPage, tellPage } from './pages';
import { createPlaces } from './place';
import { createQueue } from './queue';
import { createRecords } from './records';
import { createReview } from './review';
import { createRouter } from './router';
import { createShow } from './show';
import { createShown } from './shown';
import { keepToOurselves } from './shut';
import type { Sidebars } from './sidebars';
import { documents } from './standing';
import { placeOf, session, tidyUp } from './start';
import { createSubmissions } from './submissions';
import { browserTabs } from './tabs';

type Needs = {
  self: { id: string; base: string };
  frames: Frames;
  erasures: Erasures;
  sidebars: Sidebars;
  layouts: Layouts;
  /** A sidebar has gone. */
  left: () => void;
};
type Port = Parameters<Sidebars['add']>[1] & {
  disconnect(): void;
  onDisconnect: { addListener(gone: () => void): void };
};

/** The alarm by which sign-ins that nobody finished are ended. */
const SIGN_INS = 'sign-ins';

/** Makes them, and goes over all that an earlier worker left. */
export function createServices({ self, frames, erasures, sidebars, layouts, left }: Needs) {
  const database = createDatabase();
  const submissionStore = createSubmissionStore(database);
  const connectionStore = createConnectionStore(database);
  const begun = once(session);
  const popups = new BroadcastChannel(QUEUE_CHANNEL);
  const queueChanged = () => popups.postMessage('changed');
  const changed = () => {
    void places.announceAll();
    queueChanged();
  };
  const signedIn = () => {
    changed();
    void outbox.wake('connections');
  };
  const { reach, reaches, sessions, signIns, connections, ways } = createAccounts({
    store: connectionStore,
    changed: signedIn,
    remind: (ms) => void browser.alarms.create(SIGN_INS, { delayInMinutes: ms / 60_000 }),
  });
  const diagnostics = createDiagnostics({
    log: problemsItem,
    told: allowancesItem,
    errors: errorsItem,
    connections,
    sessions,
    crmById,
    now: () => new Date(),
  });
  sendReportsTo((error, where, at) => diagnostics.error(errorRow(error, where, at)));
  const places = createPlaces({ connections, layout: layouts.remembered, sidebars, placeOf });
  const shown = createShown(shownItem);
  const binding = createBinding({
    database,
    placeOf,
    readMembers: async (group) => {
      const session = await sessions.forReading(group.crm, group.account);
      return (await session.members(group)).members.map((member) => member.ref);
    },
    shown,
  });
  /** Tells the sidebars of all tabs that have shown the record, but for the one that it comes from. */
  const tellSeen = (ref: RecordRef, push: Push, from?: number) => {
    for (const tab of sidebars.tabs().filter((one) => one !== from)) {
      const tell = (seen: boolean) => seen && sidebars.push(tab, push);
      void binding.wasHere(tab, ref).then(tell);
    }
    void sidebars.callRested();
  };
  const mappings = createMappings({
    database,
    sessions,
    crmById,
    playbook: async () => (await activePlaybook()).playbook,
  });
  const { outbox, tally } = createDelivery({
    store: submissionStore,
    openSession: (submission) => sessions.forWriting(submission.ref.crm, submission.ref.account, submission),
    onChange: (submission) => {
      tellSeen(submission.ref, { push: 'submission', submission });
    },
    queueChanged,
    counted: () => watchSessions(),
    stopped: diagnostics.stopped,
  });

  const drafts = createDrafts({
    database,
    binding,
    changed: queueChanged,
    saved: (from, draft) => {
      tellSeen(draft.ref, { push: 'draft', draft }, from);
    },
  });
  const kept = createKept({ database, connections, now: () => new Date() });
  const show = createShow({ tabs: browserTabs, crmById, locate, layouts, sidebars, tellPage });

  const route = createRouter(
    createHandlers({
      layouts,
      records: createRecords({ sessions, binding, sidebars, ownFacts, kept }),
      marks: createMarks({ drafts, outbox, playbook: async () => (await activePlaybook()).playbook }),
      drafts,
      review: createReview({ binding, sessions, connections, mappings, crmById, kept }),
      submissions: createSubmissions({ binding, connections, sessions, outbox }),
      outbox,
      dismiss: tally.dismiss,
      playbook: activePlaybook,
      playbooks: builtinPlaybooks,
      choosePlaybook: async (id, still) => {
        const chosen = await choosePlaybook(id, still);
        changed();
        return chosen;
      },
      connections,
      test: sessions.test,
      diagnostics,
      clear: createClear({
        erasures,
        connections,
        signIns,
        outbox,
        tally,
        forget: async () => {
          await Promise.all([shown.forget(), diagnostics.removed()]);
        },
        drop: dropDatabase,
        sweep,
        browser: { forgetAll },
        changed,
      }),
      leave: createLeave({
        database,
        erasures,
        connections,
        outbox,
        rewrite: () => tally.settle().then(rewriteLocal),
        changed,
      }),
      sweep,
      ways,
      follow: createFollow({
        binding,
        submissions: submissionStore,
        locate,
        goTo: (tab, url) => browser.tabs.update(tab, { url }),
      }),
      mappings,
      queue: createQueue({
        drafts,
        outbox,
        connections,
        playbook: async () => (await activePlaybook()).playbook,
        crmName: (crm) => crmById(crm)?.name ?? crm,
        here: show.here,
      }),
      show,
      openPage,
      focusPage: (tab) => tellPage(tab, { command: 'focus-page' }),
    }),
    self,
    reaches,
    diagnostics.answered,
  );

  async function connect(port: Port, from: Extract<From, { sender: 'sidebar' }>): Promise<void> {
    if (!(await reaches(from.place))) return port.disconnect();
    sidebars.add(from.tab, port);
    show.arrived(from.tab);
    port.onDisconnect.addListener(() => {
      sidebars.remove(from.tab, port);
      if (!sidebars.tabs().includes(from.tab)) places.forget(from.tab);
      left();
    });
    await places.announce(from.tab, await placeOf(from.tab), true);
  }

  const watchSessions = createSessionWatch({
    crms,
    changes: () => browser.cookies?.onChanged,
    waits: () => waitsForSignIn(outbox),
    seen: () => void outbox.wake('connections'),
  });
  // What the browser keeps of it does not outlive an update, and the rep may grant or take it in the browser's settings.
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    event.addListener(() => {
      watchSessions();
      void reach.sync();
      void outbox.wake('connections');
      // One that was not let in before may be now.
      void sidebars.callRested();
    });

  keepToOurselves();
  void reach.sync();
  // None of these may stop the worker: a browser without one of them still works, with what it has.
  documents().then(frames.tidy).catch(reported('services.frames', undefined));
  tidyUp(submissionStore).catch(reported('services.tidy-up', undefined));
  begun().then(
    // What was deleted since the last start, and a browser that was killed in the middle of it: not in anybody's way.
    ({ first }) => (first ? Promise.all([outbox.wake('start'), sweep()]) : undefined),
    reported('services.session', undefined),
  );
  void signIns.tidy();
  // A worker that an alarm has started does the same at its start, above.
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SIGN_INS) void signIns.tidy();
  });

  /** A tab went to another address, as the browser tells it. */
  function moved(tab: number, url: string): void {
    if (sidebars.tabs().includes(tab)) void places.announce(tab, locate(url));
    else void sidebars.callRested([tab]);
  }

  return { route, connect, moved, wake: outbox.wake };
}
