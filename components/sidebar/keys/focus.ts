// The few places that keys bring the focus to, by the attribute that their components carry.

/** `data-keys` values, so that a component and the keymap can't drift apart. */
export const spot = {
  question: 'question',
  value: 'value',
  obstacle: 'obstacle',
  reason: 'reason',
} as const;

function find(name: keyof typeof spot): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-keys="${spot[name]}"]`)];
}

/** Only while the sidebar has the keyboard: a view that a page brings up by its address takes it from nobody. */
export function focusHere(element: HTMLElement | null): void {
  if (document.hasFocus()) element?.focus();
}

function focusFirst(name: keyof typeof spot): boolean {
  const element = find(name)[0];
  element?.focus({ preventScroll: name === 'question' });
  return element !== undefined;
}

export const focusQuestion = () => focusFirst('question');
export const focusValueInput = () => focusFirst('value');

/** What keeps the review from being confirmed: brought into view and given the keyboard. */
export function focusObstacle(): boolean {
  const element = find('obstacle')[0];
  element?.scrollIntoView({ block: 'nearest' });
  const control = element?.querySelector<HTMLElement>('input, select, textarea, button') ?? element;
  control?.focus();
  return element !== undefined;
}

/** Presses the reason at this place in the list. */
export function focusReason(at: number): boolean {
  const element = find('reason')[at];
  element?.focus();
  element?.click();
  return element !== undefined;
}

/** Presses what in view shows this key, in the spelling of aria-keyshortcuts; false where there is nothing. */
export function pressButton(key: string): boolean {
  const found = document.querySelector<HTMLElement>(
    `main :is(button, input)[aria-keyshortcuts="${CSS.escape(key)}"]`,
  );
  // A choice takes the keyboard with it, so that a screen reader tells it.
  if (found instanceof HTMLInputElement) found.focus();
  found?.click();
  return found !== null;
}

/** The keys that what can be pressed in view shows. */
export function offered(): string[] {
  const shown = document.querySelectorAll('main :is(button, input)[aria-keyshortcuts]');
  return [...shown].map((one) => one.getAttribute('aria-keyshortcuts') ?? '');
}
