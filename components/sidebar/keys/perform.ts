// Does what a key asks for. Returns whether the key has been used up.

import { readOn } from '../gate/read-through';
import { loadedPlaybook } from '../store/context';
import { isWaiting } from '../store/progress';
import type { Sheet } from '../store/state';
import type { Sidebar } from '../store/store';
import { focusObstacle, focusQuestion, focusReason, focusValueInput, pressButton } from './focus';
import type { KeyAction } from './keymap';

export function perform(sidebar: Sidebar, action: KeyAction, target: Element | null): boolean {
  const { answers, decisions, nextSteps, sending, members, comparing, page } = sidebar;
  switch (action.do) {
    case 'answer':
      return answers.answer(action.value);
    case 'type':
      focusValueInput();
      return false;
    case 'move':
      if (sidebar.store.getState().open === null) members.move(action.by);
      else if (comparing.shown()) comparing.move(action.by);
      else answers.move(action.by);
      return true;
    case 'reason':
      return focusReason(action.at);
    case 'member':
      members.choose(action.at);
      return true;
    case 'choose':
      members.choose();
      return true;
    case 'people':
      return members.open();
    case 'unfold':
      comparing.unfold(action.at);
      return true;
    case 'compact':
      page.toggleCompact();
      return true;
    case 'find':
      sidebar.finding.start();
      return true;
    case 'quote':
      sidebar.quoting.start();
      return true;
    case 'compare':
      comparing.toggle();
      return true;
    case 'evidence':
      decisions.toggleEvidence();
      return true;
    case 'undo':
      undo(sidebar);
      return true;
    case 'guidance':
      decisions.show({ name: 'guidance' });
      return true;
    case 'followUp':
    case 'findDecider':
      return nextSteps.take(action.do);
    case 'review':
      decisions.reviewStage();
      return true;
    case 'confirm':
      // What is in the way is led to at once; what would be sent has to have been seen.
      if (!sending.isBlocked()) void confirmSeen(sidebar);
      else if (!sending.confirm()) focusObstacle();
      return true;
    case 'press':
      return pressButton(action.key);
    case 'done':
      void sending.done();
      return true;
    case 'disqualify':
      return showOutcome(sidebar, false);
    case 'nurture':
      return showOutcome(sidebar, true);
    case 'keys':
      page.showKeys(!sidebar.store.getState().keysShown);
      return true;
    case 'close':
      void page.close();
      return true;
    case 'back':
      return goBack(sidebar, target);
  }
}

/** Whether what a confirm would write is the very thing that has been looked at. */
export function isSeen({ gate, sending }: Sidebar): boolean {
  const seen = gate.seen();
  return seen !== null && seen === sending.shown();
}

/** Sends what has been seen, where our frame stands as it should in this very moment too, and nothing has changed by then. */
async function confirmSeen(sidebar: Sidebar): Promise<void> {
  const { sending, stands } = sidebar;
  const content = sending.shown();
  if (!isSeen(sidebar)) {
    sidebar.gate.unseen();
    return readOn();
  }
  if ((await stands()) !== true) return;
  if (isSeen(sidebar) && sending.shown() === content && !sending.confirm()) focusObstacle();
}

/** An outcome that is decided and not sent comes first; in the wrap-up there is nothing else to take back. */
function undo({ store, decisions, answers }: Sidebar): void {
  const { open, sheets } = store.getState();
  const asks = open !== null && sheets[open]?.view.name === 'ask';
  if (!decisions.takeBack() && asks) answers.undo();
}

function showOutcome(sidebar: Sidebar, asksDate: boolean): boolean {
  const outcomes = loadedPlaybook(sidebar.store.getState())?.playbook.outcomes ?? [];
  const outcome = outcomes.find((one) => one.asksDate === asksDate);
  if (outcome) sidebar.decisions.show({ name: 'outcome', outcome: outcome.id });
  return outcome !== undefined;
}

function stopped({ submission, sendProblem }: Sheet): boolean {
  return (
    sendProblem !== null || submission?.state === 'failed' || (submission !== null && isWaiting(submission))
  );
}

/** One thing at a time: the menu, the keys, the field being typed in, the view, the evidence, the list of people. */
function goBack(
  { store, page, decisions, members, comparing, finding, quoting }: Sidebar,
  target: Element | null,
): boolean {
  const { menuShown, keysShown, open, sheets } = store.getState();
  const sheet = open === null ? undefined : sheets[open];
  if (menuShown) page.showMenu(false);
  else if (keysShown) page.showKeys(false);
  else if (sheet?.view.name === 'ask' && (sheet.quoting || sheet.finding)) {
    if (sheet.quoting) quoting.cancel();
    else finding.stop();
    focusQuestion();
  } else if (sheet?.view.name === 'ask' && target instanceof HTMLInputElement) target.blur();
  else if (sheet && /^(review|outcome|guidance)$/.test(sheet.view.name)) decisions.back();
  else if (sheet?.view.name === 'compare') comparing.toggle();
  else if (sheet?.view.name === 'sending' && stopped(sheet)) decisions.back();
  else if (sheet?.view.name === 'ask' && sheet.evidence) decisions.toggleEvidence();
  else return members.back();
  return true;
}
