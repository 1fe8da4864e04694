// Listens to the sidebar's own keyboard and does what the keymap says. A frame never hears the CRM page's keys.
import { useEffect } from 'react';
import { HOLD_MS } from '../gate/gate';
import { askingOf } from '../store/asking';
import { loadedPlaybook } from '../store/context';
import type { Mark } from '../store/run';
import type { Sidebar } from '../store/store';
import { useSidebar } from '../store/useSidebar';
import { offered } from './focus';
import { type KeyPress, type KeySituation, keyAction } from './keymap';
import { perform } from './perform';
import { pressKind } from './press';

const takesText =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]';
const pressable = 'button, a[href], input[type=checkbox], input[type=radio], summary';

export function situationOf(sidebar: Sidebar, target: Element | null): KeySituation {
  const state = sidebar.store.getState();
  const sheet = state.open === null ? undefined : state.sheets[state.open];
  const playbook = loadedPlaybook(state);
  const asking =
    sheet && playbook
      ? askingOf(sheet, sidebar.derive(playbook.compiled, sheet.snapshot, sheet.draft))
      : null;
  const place = sheet ? sheet.view.name : state.members ? 'members' : 'none';
  return {
    view: state.layout.compact ? 'compact' : state.keysShown ? 'keys' : state.menuShown ? 'menu' : place,
    criterion: (asking !== null && playbook?.compiled.byId.get(asking)) || null,
    typing: target?.matches(takesText) ?? false,
    onControl: target?.matches(pressable) ?? false,
    onFinal: target?.matches('button[data-final]') ?? false,
    enterFree: target?.matches('input:not([type=button])') ?? false,
    written: sheet?.submission?.state === 'written',
    offered: place === 'sending' ? offered() : [],
  };
}

export function useKeys(): void {
  const sidebar = useSidebar();
  useEffect(() => {
    const { gate, typing } = sidebar;
    /** How all was before the first key of what may be typed. */
    let before: Mark | null = null;
    let held: ReturnType<typeof setTimeout> | undefined;

    const meant = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const press = pressOf(event);
      const situation = situationOf(sidebar, target);
      return { target, press, situation, action: keyAction(press, situation) };
    };
    /** Ahead of all that listens in the sidebar: what doesn't count gets to nobody. */
    const onKeyDownFirst = (event: KeyboardEvent) => {
      const { target, press, situation, action } = meant(event);
      const kind = pressKind(press, situation, action);
      if (kind === null) {
        // Held down, an Enter or a Space would go on pressing what it has come to.
        if (press.repeat && !situation.typing && /^(Enter| )$/.test(press.key)) stop(event);
        return;
      }
      const inField = situation.typing || action?.do === 'type';
      clearTimeout(held);
      const enter = event.key === 'Enter';
      const { onControl } = situation;
      if (gate.state() === 'typed' && isPressed(event)) return;
      const judgement = gate.judge({ kind, at: event.timeStamp, enter, onControl, inField });
      if (judgement === 'pass') return;
      if (judgement === 'first') {
        before = typing.mark();
        return;
      }
      stop(event);
      if (judgement === 'undo' && before) typing.takeBack(before);
      if (judgement === 'undo') before = null;
      if (judgement === 'later' && action) {
        before = typing.mark();
        const meantAt = place();
        held = setTimeout(() => place() === meantAt && perform(sidebar, action, target), HOLD_MS);
      }
    };
    /** Where a letter that is held back was pressed: it acts there or nowhere. */
    const place = () => {
      const { open, sheets, keysShown, menuShown } = sidebar.store.getState();
      const sheet = open === null ? undefined : sheets[open];
      return [open, sheet?.view.name, sheet?.submission?.id, keysShown, menuShown].join(' ');
    };
    /** The keyboard has gone elsewhere: nobody there would see what a letter does that is still held back. */
    const forget = () => clearTimeout(held);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { action, target } = meant(event);
      // A digit typed on a number's card goes into its field: the focus moves, and the browser types it there.
      if (action && perform(sidebar, action, target)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDownFirst, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('blur', forget);
    return () => {
      forget();
      window.removeEventListener('blur', forget);
      window.removeEventListener('keydown', onKeyDownFirst, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [sidebar]);
}

/** A button of the line that says that typing was held back, gone to by Tab. */
const isPressed = ({ key, target }: KeyboardEvent) =>
  /^(Enter| )$/.test(key) && target instanceof Element && target.closest('[data-held]') !== null;

const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrl: event.ctrlKey,
  meta: event.metaKey,
  alt: event.altKey,
  shift: event.shiftKey,
  repeat: event.repeat,
  composing: event.isComposing,
});

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
