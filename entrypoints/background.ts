// Wires services to messages, nothing else.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { signInBrowser } from '@/lib/connections/browser';
import { createConnections } from '@/lib/connections/connections';
import { browserLock } from '@/lib/connections/locks';
import { createPolicy } from '@/lib/connections/policy';
import { createReach } from '@/lib/connections/reach';
import { createRenewal } from '@/lib/connections/renewal';
import { createRevoke } from '@/lib/connections/revoke';
import { createSessions } from '@/lib/connections/sessions';
import { createSignIns } from '@/lib/connections/sign-ins';
import { createConnectionStore } from '@/lib/connections/store';
import { createSessionWatch } from '@/lib/connections/watch';
import { createWays } from '@/lib/connections/ways';
import { locate } from '@/lib/crm/locate';
import { crmById, crms } from '@/lib/crm/registry';
import { createDatabase } from '@/lib/database';
import { PORT } from '@/lib/messages';
import { createSubmissionStore } from '@/lib/outbox/store';
import { activePlaybook, builtinPlaybooks, choosePlaybook, ownFacts } from '@/lib/playbooks/active';
import type { Place } from '@/lib/qualification/record';
import { QUEUE_CHANNEL } from '@/lib/queue';
import { classify } from '@/lib/senders';
import { createBinding } from '@/lib/services/binding';
import { createDelivery } from '@/lib/services/delivery';
import { createDiagnostics } from '@/lib/services/diagnostics';
import { createDrafts } from '@/lib/services/drafts';
import { createFollow } from '@/lib/services/follow';
import { createHandlers } from '@/lib/services/handlers';
import { createKept } from '@/lib/services/kept';
import { createLayouts } from '@/lib/services/layout';
import { createMappings } from '@/lib/services/mappings';
import { openPage, tellPage, toggle } from '@/lib/services/pages';
import { createPlaces } from '@/lib/services/place';
import { createQueue } from '@/lib/services/queue';
import { createRecords } from '@/lib/services/records';
import { createReview } from '@/lib/services/review';
import { createRouter } from '@/lib/services/router';
import { createShow } from '@/lib/services/show';
import { createSidebars } from '@/lib/services/sidebars';
import { keepToOurselves, placeOf, sessionStart } from '@/lib/services/start';
import { createSubmissions } from '@/lib/services/submissions';
import { browserTabs } from '@/lib/services/tabs';
import { allowancesItem, layoutItem, problemsItem } from '@/lib/settings';

export default defineBackground(() => {
  const self = { id: browser.runtime.id, base: browser.runtime.getURL('/') };
  const database = createDatabase();
  const sidebars = createSidebars();
  const submissionStore = createSubmissionStore(database);
  const connectionStore = createConnectionStore(database);
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
  const signingIn = {
    store: connectionStore,
    crmById,
    browser: signInBrowser,
    policy: createPolicy(async () => browser.storage.managed.get('signIn')),
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    lock: browserLock,
    changed: signedIn,
    now: () => new Date(),
  };
  const reach = createReach(signingIn);
  const reaches = (place: Place) => {
    const { crm, account } = place.role === 'none' ? place : place.ref;
    return account === null ? Promise.resolve(true) : reach.open(crm, account);
  };
  const revoke = createRevoke(crmById, signingIn.fetch);
  const sessions = createSessions({
    ...signingIn,
    renew: createRenewal(signingIn),
    keepArea: browser.storage.session,
  });
  const signIns = createSignIns({ ...signingIn, revoke, reach });
  const connections = createConnections({ ...signingIn, sessions, signIns, revoke, reach });
  const diagnostics = createDiagnostics({
    log: problemsItem,
    told: allowancesItem,
    connections,
    sessions,
    crmById,
    now: () => new Date(),
  });
  const layouts = createLayouts({ item: layoutItem, sidebars, tellPage });
  const places = createPlaces({ connections, layout: layouts.remembered, sidebars, placeOf });
  const binding = createBinding({
    database,
    placeOf,
    readMembers: async (group) => {
      const session = await sessions.forReading(group.crm, group.account);
      return (await session.members(group)).members.map((member) => member.ref);
    },
  });
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
      for (const tab of sidebars.tabs()) {
        if (binding.wasHere(tab, submission.ref)) sidebars.push(tab, { push: 'submission', submission });
      }
    },
    queueChanged,
    stopped: diagnostics.stopped,
  });

  const drafts = createDrafts({
    database,
    binding,
    changed: queueChanged,
    saved: (from, draft) => {
      for (const tab of sidebars.tabs()) {
        if (tab !== from && binding.wasHere(tab, draft.ref)) sidebars.push(tab, { push: 'draft', draft });
      }
    },
  });
  const kept = createKept({ database, connections, now: () => new Date() });
  const show = createShow({ tabs: browserTabs, crmById, locate, layouts, sidebars, tellPage });

  const route = createRouter(
    createHandlers({
      layouts,
      records: createRecords({ sessions, binding, sidebars, ownFacts, kept }),
      drafts,
      review: createReview({ binding, sessions, connections, mappings, crmById, kept }),
      submissions: createSubmissions({ binding, connections, sessions, outbox, sessionStart }),
      outbox,
      dismiss: tally.dismiss,
      playbook: activePlaybook,
      playbooks: builtinPlaybooks,
      choosePlaybook: async (id) => {
        const chosen = await choosePlaybook(id);
        changed();
        return chosen;
      },
      connections,
      test: sessions.test,
      diagnostics,
      ways: createWays({ ...signingIn, crms }),
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

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    void route(message, sender).then(reply);
    return true;
  });
  browser.runtime.onConnect.addListener(async (port) => {
    const from = port.sender && classify(port.sender, self);
    if (port.name !== PORT || from?.sender !== 'sidebar' || !(await reaches(from.place)))
      return port.disconnect();
    sidebars.add(from.tab, port);
    show.arrived(from.tab);
    port.onDisconnect.addListener(() => sidebars.remove(from.tab, port));
    void placeOf(from.tab).then((place) => places.announce(from.tab, place, true));
  });
  browser.tabs.onUpdated.addListener((tab, { url }) => {
    if (url !== undefined && sidebars.tabs().includes(tab)) void places.announce(tab, locate(url));
  });
  browser.tabs.onRemoved.addListener(places.forget);

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome');
  });
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'toggle-sidebar') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await toggle(tab);
  });

  // What the browser keeps of it does not outlive an update, and the rep may grant or take it in the browser's settings.
  const watchSessions = createSessionWatch({
    crms,
    changes: () => browser.cookies?.onChanged,
    seen: () => void outbox.wake('connections'),
  });
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved])
    event.addListener(() => {
      watchSessions();
      void reach.sync();
      void outbox.wake('connections');
    });
  watchSessions();
  void reach.sync();

  void keepToOurselves(submissionStore);
  void signIns.tidy();
});
