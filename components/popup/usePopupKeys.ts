// The popup's keys: the shown key of a button presses it, J, K and the arrows go through the rows.
import { type RefObject, useEffect } from 'react';

/** Buttons with this attribute are pressed by the key that it names. */
const BY_KEY = 'data-key';
/** Buttons that J and K go through. */
const ROW = '[data-row]';

export function usePopupKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const within = root.current;
      if (!within || event.ctrlKey || event.metaKey || event.isComposing) return;
      const done = event.altKey
        ? // On a Mac, Option and Q type a ligature.
          /^[qœ]$/i.test(event.key) && press(within, 'Alt+Q')
        : /^[1-9]$/.test(event.key)
          ? press(within, event.key)
          : move(within, event.key);
      if (done) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [root]);
}

function press(within: HTMLElement, key: string): boolean {
  const button = within.querySelector<HTMLElement>(`[${BY_KEY}="${key}"]`);
  button?.click();
  return button !== null;
}

/** Stops at the ends; from outside of the list, down goes to the first row and up to the last. */
function move(within: HTMLElement, key: string): boolean {
  const rows = [...within.querySelectorAll<HTMLElement>(ROW)];
  const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const to = targetOf(key, at, rows.length);
  if (to === null) return false;
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
  return true;
}

function targetOf(key: string, at: number, length: number): number | null {
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return at + 1;
    case 'k':
    case 'K':
    case 'ArrowUp':
      return (at < 0 ? length : at) - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
