// Listens to the sidebar's own keyboard and does what the keymap says. A frame never hears the CRM page's keys.
import { useEffect } from 'react';
import { askingOf } from '../store/asking';
import { loadedPlaybook } from '../store/context';
import type { Sidebar } from '../store/store';
import { useSidebar } from '../store/useSidebar';
import { type KeyAction, type KeySituation, keyAction } from './keymap';
import { perform } from './perform';

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
    enterFree: target?.matches('input:not([type=button])') ?? false,
    written: sheet?.submission?.state === 'written',
  };
}

export function useKeys(): void {
  const sidebar = useSidebar();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      const press = {
        key: event.key,
        code: event.code,
        ctrl: event.ctrlKey,
        meta: event.metaKey,
        alt: event.altKey,
        shift: event.shiftKey,
        repeat: event.repeat,
        composing: event.isComposing,
      };
      const situation = situationOf(sidebar, target);
      const action: KeyAction | null = keyAction(press, situation);
      // A digit typed on a number's card goes into its field: the focus moves, and the browser types it there.
      if (action && perform(sidebar, action, target)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [sidebar]);
}
