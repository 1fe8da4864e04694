// Wires services to messages, nothing else.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { signInBrowser } from '@/lib/connections/browser';
import { createConnections } from '@/lib/connections/connections';
import { browserLock } from '@/lib/connections/locks';
import { createPolicy } from '@/lib/connections/policy';
import { createRenewal } from '@/lib/connections/renewal';
import { createRevoke } from '@/lib/connections/revoke';
import { createSessions } from '@/lib/connections/sessions';
import { createSignIns } from '@/lib/connections/sign-ins';
import { createConnectionStore } from '@/lib/connections/store';
import { createWays } from '@/lib/connections/ways';
import { locate } from '@/lib/crm/locate';
import { crmById, crms } from '@/lib/crm/registry';
import { createDatabase } from '@/lib/database';
import { PORT } from '@/lib/messages';
import { createOutbox } from '@/lib/outbox/outbox';
import { createSubmissionStore } from '@/lib/outbox/store';
import { activePlaybook, ownFacts } from '@/lib/playbooks/active';
import { classify } from '@/lib/senders';
import { createBinding } from '@/lib/services/binding';
import { createDrafts } from '@/lib/services/drafts';
import { createFollow } from '@/lib/services/follow';
import { createHandlers } from '@/lib/services/handlers';
import { createLayouts } from '@/lib/services/layout';
import { createMappings } from '@/lib/services/mappings';
import { openPage, tellPage, toggle } from '@/lib/services/pages';
import { createPlaces } from '@/lib/services/place';
import { createRecords } from '@/lib/services/records';
import { createReview } from '@/lib/services/review';
import { createRouter } from '@/lib/services/router';
import { createSidebars } from '@/lib/services/sidebars';
import { keepToOurselves, placeOf, sessionStart } from '@/lib/services/start';
import { createSubmissions } from '@/lib/services/submissions';
import { layoutItem } from '@/lib/settings';

export default defineBackground(() => {
  const self = { id: browser.runtime.id, base: browser.runtime.getURL('/') };
  const database = createDatabase();
  const sidebars = createSidebars();
  const submissionStore = createSubmissionStore(database);
  const connectionStore = createConnectionStore(database);
  const changed = () => void places.announceAll();
  const signingIn = {
    store: connectionStore,
    crmById,
    browser: signInBrowser,
    policy: createPolicy(async () => browser.storage.managed.get('signIn')),
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    lock: browserLock,
    changed,
    now: () => new Date(),
  };
  const revoke = createRevoke(crmById, signingIn.fetch);
  const sessions = createSessions({ ...signingIn, renew: createRenewal(signingIn) });
  const signIns = createSignIns({ ...signingIn, revoke });
  const connections = createConnections({ ...signingIn, sessions, signIns, revoke });
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
  const outbox = createOutbox({
    store: submissionStore,
    openSession: (ref) => sessions.forWriting(ref.crm, ref.account),
    onChange: (submission) => {
      for (const tab of sidebars.tabs()) {
        if (binding.wasHere(tab, submission.ref)) sidebars.push(tab, { push: 'submission', submission });
      }
    },
    now: () => new Date(),
  });

  const route = createRouter(
    createHandlers({
      layouts,
      records: createRecords({ sessions, binding, sidebars, ownFacts }),
      drafts: createDrafts(database, binding),
      review: createReview({ binding, sessions, connections, mappings, crmById }),
      submissions: createSubmissions({ binding, connections, outbox, sessionStart }),
      playbook: activePlaybook,
      connections,
      ways: createWays({ ...signingIn, crms }),
      follow: createFollow({
        binding,
        submissions: submissionStore,
        locate,
        goTo: (tab, url) => browser.tabs.update(tab, { url }),
      }),
      mappings,
      openPage,
      focusPage: (tab) => tellPage(tab, { command: 'focus-page' }),
    }),
    self,
  );

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    void route(message, sender).then(reply);
    return true;
  });
  browser.runtime.onConnect.addListener((port) => {
    const from = port.sender && classify(port.sender, self);
    if (port.name !== PORT || from?.sender !== 'sidebar') return port.disconnect();
    sidebars.add(from.tab, port);
    port.onDisconnect.addListener(() => sidebars.remove(from.tab, port));
    void placeOf(from.tab).then((place) => places.announce(from.tab, place, true));
  });
  browser.tabs.onUpdated.addListener((tab, { url }) => {
    if (url !== undefined && sidebars.tabs().includes(tab)) void places.announce(tab, locate(url));
  });
  browser.tabs.onRemoved.addListener(places.forget);

  const home = async () => openPage((await connections.list()).length > 0 ? 'console' : 'welcome');
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome');
  });
  browser.action.onClicked.addListener((tab) => void toggle(tab, false, home));
  browser.commands.onCommand.addListener(async (command) => {
    if (command !== 'toggle-sidebar') return;
    const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
    await toggle(tab, true, async () => undefined);
  });

  void keepToOurselves(submissionStore);
  void signIns.tidy();
});
