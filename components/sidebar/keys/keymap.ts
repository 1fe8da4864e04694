// Pure: which key does what, given where the rep is. Nothing here knows React or the DOM's focus.
import type { Criterion } from '@/lib/playbook/schema';
import type { View } from '../store/state';

export type KeyAction =
  | { do: 'answer'; value: string | null }
  | { do: 'type' }
  | { do: 'move'; by: 1 | -1 }
  | { do: 'reason'; at: number }
  | { do: 'member'; at: number }
  | { do: 'unfold'; at?: number }
  /** Presses the button in view that shows this key. */
  | { do: 'press'; key: string }
  | {
      do:
        | 'evidence'
        | 'compare'
        | 'find'
        | 'quote'
        | 'compact'
        | 'review'
        | 'disqualify'
        | 'nurture'
        | 'undo'
        | 'guidance'
        | 'followUp'
        | 'findDecider'
        | 'confirm'
        | 'back'
        | 'keys'
        | 'choose'
        | 'people'
        | 'done'
        | 'close';
    };

export type KeyPress = {
  key: string;
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  repeat: boolean;
  composing: boolean;
};

export type KeySituation = {
  view: View['name'] | 'members' | 'keys' | 'menu' | 'compact' | 'none';
  /** What is on the card. */
  criterion: Criterion | null;
  /** The press is in a field that takes text, a select, or a date. */
  typing: boolean;
  /** The press is on something that Enter and Space press: a button, a link, a checkbox. */
  onControl: boolean;
  /** The press is on a button that writes, or that can't be taken back: one that carries `data-final`. */
  onFinal?: boolean;
  /** The press is in a field that has no use for Enter: one line of text, a date, a checkbox, a radio button. */
  enterFree?: boolean;
  /** The submission in view has been written. */
  written: boolean;
  /** The keys that buttons in view show, as aria-keyshortcuts spells them. Asked for only where what was sent is in view. */
  offered?: readonly string[];
};

/** null: the key is not ours, and goes on to the browser. */
export function keyAction(press: KeyPress, at: KeySituation): KeyAction | null {
  if (press.repeat || press.composing) return null;
  // By its place, since Alt changes the letter on a Mac. Where the browser's own shortcut is set, it never gets here.
  if (press.alt) return press.code === 'KeyQ' && !press.ctrl && !press.meta ? { do: 'close' } : null;
  if (press.ctrl || press.meta) {
    return press.key === 'Enter' && at.view === 'review' ? { do: 'confirm' } : null;
  }
  if (at.view === 'compact') return compactKey(press);
  if (press.key === 'Escape') return { do: 'back' };
  if (press.key === 'Enter' && at.view === 'review' && at.enterFree) return { do: 'confirm' };
  if (press.key === 'Enter' && at.view === 'sending' && at.enterFree && !at.written)
    return { do: 'press', key: 'Enter' };
  if (at.typing) return null;
  if (press.key === '?') return { do: 'keys' };
  if (press.key === 'Enter' && at.onControl) return null;
  if (press.key.toLowerCase() === 'm' && at.view !== 'keys' && at.view !== 'menu') return { do: 'compact' };
  switch (at.view) {
    case 'ask':
      return askKey(press, at.criterion);
    case 'members':
      return memberKey(press);
    case 'compare':
      return compareKey(press);
    case 'outcome':
      return digit(press.key) === null ? null : { do: 'reason', at: (digit(press.key) ?? 1) - 1 };
    case 'guidance':
      return guidanceKeys[press.key.toLowerCase()] ?? null;
    case 'review':
      return reviewKeys[press.key.toLowerCase()] ?? null;
    case 'sending':
      if (press.key === 'Enter' && at.written) return { do: 'done' };
      return isOffered(press.key, at) ? { do: 'press', key: titled(press.key) } : null;
    default:
      return null;
  }
}

function askKey(press: KeyPress, criterion: Criterion | null): KeyAction | null {
  const key = press.key.toLowerCase();
  const number = digit(key);
  if (number !== null && criterion?.kind === 'choice') {
    const option = criterion.options?.[number - 1];
    return option ? { do: 'answer', value: option.id } : null;
  }
  if (/^\d$/.test(key) && (criterion?.kind === 'number' || criterion?.kind === 'date')) return { do: 'type' };
  if (criterion?.kind === 'yesno' && key === 'y') return { do: 'answer', value: 'yes' };
  if (criterion?.kind === 'yesno' && key === 'n') return { do: 'answer', value: 'no' };
  if (criterion && key === 'u') return { do: 'answer', value: null };
  return plainKeys[key] ?? null;
}

const plainKeys: Record<string, KeyAction> = {
  j: { do: 'move', by: 1 },
  arrowdown: { do: 'move', by: 1 },
  k: { do: 'move', by: -1 },
  arrowup: { do: 'move', by: -1 },
  e: { do: 'evidence' },
  c: { do: 'compare' },
  q: { do: 'quote' },
  '/': { do: 'find' },
  d: { do: 'disqualify' },
  l: { do: 'nurture' },
  z: { do: 'undo' },
  o: { do: 'people' },
  enter: { do: 'review' },
  g: { do: 'guidance' },
  f: { do: 'followUp' },
  p: { do: 'findDecider' },
};

const guidanceKeys: Record<string, KeyAction> = {
  g: { do: 'back' },
  f: { do: 'followUp' },
  p: { do: 'findDecider' },
  l: { do: 'nurture' },
  d: { do: 'disqualify' },
  enter: { do: 'review' },
};

const reviewKeys: Record<string, KeyAction> = {
  enter: { do: 'confirm' },
  z: { do: 'undo' },
  f: { do: 'followUp' },
  p: { do: 'findDecider' },
};

function memberKey(press: KeyPress): KeyAction | null {
  const key = press.key.toLowerCase();
  const number = digit(key);
  if (number !== null) return { do: 'member', at: number - 1 };
  if (key === 'enter') return { do: 'choose' };
  const action = plainKeys[key];
  return action?.do === 'move' ? action : null;
}

/** Nothing that is not in view may be answered, moved or sent: every key that acts brings the whole sidebar back. */
function compactKey(press: KeyPress): KeyAction | null {
  const key = press.key.toLowerCase();
  return ['m', 'enter', ' ', 'escape'].includes(key) ? { do: 'compact' } : null;
}

function compareKey(press: KeyPress): KeyAction | null {
  const key = press.key.toLowerCase();
  const number = digit(key);
  if (number !== null) return { do: 'unfold', at: number - 1 };
  if (key === 'enter') return { do: 'unfold' };
  const action = plainKeys[key];
  return action?.do === 'move' || action?.do === 'compare' ? action : null;
}

const isOffered = (key: string, { offered = [] }: KeySituation) =>
  /^([a-z1-9]|Enter)$/i.test(key) && offered.includes(titled(key));

const lettersOf = (keys: Readonly<Record<string, KeyAction>>) =>
  Object.keys(keys).filter((key) => key.length === 1);
const DIGITS = '123456789';

/** The characters that do something in a view, whatever is on its card. What was sent shows its keys on buttons. */
const MEANT: Readonly<Record<KeySituation['view'], string>> = {
  ask: `ynum?0${DIGITS}${lettersOf(plainKeys).join('')}`,
  guidance: `m?${lettersOf(guidanceKeys).join('')}`,
  review: `m?${lettersOf(reviewKeys).join('')}`,
  outcome: `m?${DIGITS}`,
  compare: `jkcm?${DIGITS}`,
  members: `jkm?${DIGITS}`,
  sending: `tcrbkm?${DIGITS}`,
  compact: 'm ',
  keys: '?',
  menu: '?',
  none: 'm?',
};

/** Whether a character is a key of this view, even where it does nothing just now: so it may be meant for the sidebar. */
export const isMeant = (key: string, { view }: KeySituation): boolean =>
  MEANT[view].includes(key.toLowerCase());

/** As a button's cap shows it. */
const titled = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

/** 1 to 9; null for any other key. */
function digit(key: string): number | null {
  return /^[1-9]$/.test(key) ? Number(key) : null;
}
