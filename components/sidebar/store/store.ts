// The sidebar's store: its slices, put together over one background.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RequestBody } from '@/lib/protocol/messages';
import { createGate } from '../gate/gate';
import { type WatchSight, watchSight } from '../gate/on-screen';
import type { Stands } from '../gate/standing';
import { answers } from './answers';
import type { Backend } from './backend';
import { comparing } from './comparing';
import type { Context } from './context';
import { decisions } from './decisions';
import { createDerive } from './derive';
import { drafts } from './drafts';
import { finding } from './finding';
import { forgetting } from './forgetting';
import { members } from './members';
import { nextSteps } from './next-steps';
import { place } from './place';
import { quoting } from './quoting';
import { records } from './records';
import { rest } from './rest';
import { reviews } from './reviews';
import { runs } from './run';
import { sending } from './sending';
import { firstState, type SidebarState } from './state';

export type Sidebar = ReturnType<typeof createSidebar>;

/**
 * A sidebar over a background. `start` listens and loads the playbook; its result stops it. `sight` tells whether what
 * is about to be confirmed has been on screen, `stands` whether our frame is in its place in the page right now.
 */
export function createSidebar(
  backend: Backend,
  now: () => Date = () => new Date(),
  sight: WatchSight = watchSight,
  stands: Stands = async () => true,
) {
  const store: StoreApi<SidebarState> = createStore(() => firstState);
  const derive = createDerive(now);
  const context: Context = { backend, now, derive, get: store.getState, set: store.setState };
  const draftActions = drafts(context);
  const reviewActions = reviews(context);
  const recordActions = records(context, draftActions, reviewActions);
  const memberActions = members(context, recordActions);
  const placeActions = place(context, {
    drafts: draftActions,
    records: recordActions,
    reviews: reviewActions,
    members: memberActions,
  });

  const tell = async (name: 'panel.leave' | 'panel.close') => {
    const reply = await backend.send(name, {});
    if (!reply.ok) store.setState({ problem: reply.problem });
  };

  const page = {
    start(): () => void {
      const stop = backend.listen({
        onPush: placeActions.onPush,
        ...rest(context, draftActions, recordActions),
      });
      void placeActions.loadPlaybook();
      globalThis.addEventListener('online', recordActions.backOnline);
      return () => {
        globalThis.removeEventListener('online', recordActions.backOnline);
        stop();
      };
    },
    open: async (body: RequestBody<'page.open'>) => {
      const reply = await backend.send('page.open', body);
      if (!reply.ok) store.setState({ problem: reply.problem });
    },
    close: () => tell('panel.close'),
    leave: () => tell('panel.leave'),
    reload: () => {
      const { open } = store.getState();
      void placeActions.loadPlaybook();
      if (open) void recordActions.read(open);
      else memberActions.retry();
    },
    showKeys: (keysShown: boolean) => store.setState({ keysShown, menuShown: false }),
    showMenu: (menuShown: boolean) => store.setState({ menuShown }),
    dismissProblem: () => store.setState({ problem: null }),
    changeLayout: placeActions.changeLayout,
    /** Down to the verdict alone, and back to the width that it had. */
    toggleCompact: () => void placeActions.changeLayout({ compact: !store.getState().layout.compact }),
    saveDraft: () => {
      const { open } = store.getState();
      if (open) void draftActions.save(open);
    },
    reloadReview: () => {
      const { open, sheets } = store.getState();
      const sheet = open === null ? undefined : sheets[open];
      if (sheet) void reviewActions.load(sheet.ref);
    },
    /** What the form of the decision under review asks. */
    completeReview: (decision: string) => {
      const { open, sheets } = store.getState();
      const sheet = open === null ? undefined : sheets[open];
      if (sheet) void reviewActions.complete(sheet.ref, decision);
    },
  };

  const decisionActions = decisions(context, draftActions, reviewActions);

  return {
    store,
    derive,
    now,
    sight,
    stands,
    gate: createGate(),
    typing: runs(context, draftActions, placeActions),
    page,
    answers: answers(context, draftActions),
    decisions: decisionActions,
    nextSteps: nextSteps(context, draftActions, decisionActions),
    sending: sending(context, draftActions, recordActions, reviewActions),
    members: memberActions,
    comparing: comparing(context),
    finding: finding(context),
    forgetting: forgetting(context, draftActions, recordActions),
    quoting: quoting(context, draftActions),
  };
}
