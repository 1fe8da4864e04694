// Pure: what kind of press a key is to the gate, by what it would do where the rep is.
import type { PressKind } from '../gate/gate';
import { isMeant, type KeyAction, type KeyPress, type KeySituation } from './keymap';

/** null: a press that is nobody's typing (a modifier alone, a shortcut of the browser, Tab), or one that is held down. */
export function pressKind(press: KeyPress, at: KeySituation, action: KeyAction | null): PressKind | null {
  const plain = !(press.ctrl || press.meta || press.alt);
  // A capital letter begins a sentence or a name; no key of ours is one.
  const capital = plain && press.shift && /^\p{L}$/u.test(press.key) && !at.typing && !press.repeat;
  if (action !== null) return capital ? 'stray' : kindOf(action, press.key);
  if (press.repeat) return null;
  const typed = at.typing || at.view === 'none' ? 'none' : 'stray';
  // An input method at work: outside of a field nobody puts characters together.
  if (press.composing || press.key === 'Process' || press.key === 'Dead') return typed;
  if (!plain) return null;
  if (at.onControl && (press.key === 'Enter' || press.key === ' '))
    return at.view === 'sending' || at.onFinal ? 'final' : 'act';
  if (press.key === 'Enter') return 'none';
  if (/^(Backspace|Delete)$/.test(press.key)) return typed;
  if (press.key.length !== 1) return null;
  return isMeant(press.key, at) && !capital ? 'none' : typed;
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
