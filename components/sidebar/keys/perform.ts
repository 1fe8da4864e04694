// Does what a key asks for. Returns whether the key has been used up.
import { loadedPlaybook } from '../store/context';
import type { Sheet } from '../store/state';
import type { Sidebar } from '../store/store';
import { focusObstacle, focusReason, focusValueInput } from './focus';
import type { KeyAction } from './keymap';

export function perform(sidebar: Sidebar, action: KeyAction, target: Element | null): boolean {
  const { answers, decisions, sending, members, page } = sidebar;
  switch (action.do) {
    case 'answer':
      return answers.answer(action.value);
    case 'type':
      focusValueInput();
      return false;
    case 'move':
      if (sidebar.store.getState().open === null) members.move(action.by);
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
    case 'evidence':
      decisions.toggleEvidence();
      return true;
    case 'undo':
      answers.undo();
      return true;
    case 'review':
      decisions.reviewStage();
      return true;
    case 'confirm':
      if (!sending.confirm()) focusObstacle();
      return true;
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

function showOutcome(sidebar: Sidebar, asksDate: boolean): boolean {
  const outcomes = loadedPlaybook(sidebar.store.getState())?.playbook.outcomes ?? [];
  const outcome = outcomes.find((one) => one.asksDate === asksDate);
  if (outcome) sidebar.decisions.show({ name: 'outcome', outcome: outcome.id });
  return outcome !== undefined;
}

function stopped({ submission, sendProblem }: Sheet): boolean {
  return sendProblem !== null || submission?.state === 'failed';
}

/** One thing at a time: the menu, the keys, the field being typed in, the view, the evidence, the list of people. */
function goBack({ store, page, decisions, members }: Sidebar, target: Element | null): boolean {
  const { menuShown, keysShown, open, sheets } = store.getState();
  const sheet = open === null ? undefined : sheets[open];
  if (menuShown) page.showMenu(false);
  else if (keysShown) page.showKeys(false);
  else if (sheet?.view.name === 'ask' && target instanceof HTMLInputElement) target.blur();
  else if (sheet?.view.name === 'review' || sheet?.view.name === 'outcome') decisions.back();
  else if (sheet?.view.name === 'sending' && stopped(sheet)) decisions.back();
  else if (sheet?.view.name === 'ask' && sheet.evidence) decisions.toggleEvidence();
  else return members.toList();
  return true;
}
