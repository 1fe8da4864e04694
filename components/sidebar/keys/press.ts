// Pure: what kind of press a key is to the gate, by what it would do where the rep is.
import type { PressKind } from './gate';
import type { KeyAction, KeyPress, KeySituation } from './keymap';

/** null: a press that is nobody's typing (a modifier alone, a shortcut of the browser, Tab), or one that is held down. */
export function pressKind(press: KeyPress, at: KeySituation, action: KeyAction | null): PressKind | null {
  if (action !== null) return kindOf(action, press.key);
  if (press.repeat) return null;
  // An input method at work: outside of a field nobody puts characters together.
  if (press.composing || press.key === 'Process' || press.key === 'Dead') return 'none';
  if (press.ctrl || press.meta || press.alt) return null;
  if (at.onControl && (press.key === 'Enter' || press.key === ' '))
    return at.view === 'sending' || at.onFinal ? 'final' : 'act';
  return press.key.length === 1 || /^(Enter|Backspace|Delete)$/.test(press.key) ? 'none' : null;
}

function kindOf(action: KeyAction, key: string): PressKind {
  switch (action.do) {
    case 'move':
      return 'move';
    case 'close':
      return 'close';
    case 'back':
    case 'compact':
      // A letter may lead there as well, and be one of a word.
      return key === 'Escape' ? 'escape' : 'act';
    case 'confirm':
    case 'done':
      return 'final';
    case 'press':
      return action.key === 'Enter' ? 'final' : 'hold';
    default:
      return 'act';
  }
}
