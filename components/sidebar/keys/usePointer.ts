// Watches the pointer over what can't be taken back (`data-final`), and lets no click through that came there by chance.
import { useEffect, useState } from 'react';
import { createPointer, type Lacks, type Point } from '../gate/pointer';
import { useSidebar } from '../store/useSidebar';

const AGAIN: Readonly<Record<Lacks, string>> = {
  time: 'Press again',
  move: 'Move, then press',
};

/**
 * Only what the browser itself reports counts here, and a click without a pointer (a key, a screen reader) goes by the
 * rules of keys. A button shows by `data-pressable` that a click counts, and by `data-again` that one came too early.
 * Gives what the last press lacked, in words for those who listen; '' where it lacked nothing.
 */
export function usePointer(): string {
  const { store } = useSidebar();
  const [lacked, setLacked] = useState('');
  useEffect(() => {
    let told: HTMLElement | null = null;
    let pressable: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let judged: { on: HTMLElement; counts: boolean } | null = null;
    const pointer = createPointer<HTMLElement>((early, lacks) => {
      delete told?.dataset.again;
      told = early;
      if (told) told.dataset.again = AGAIN[lacks];
      setLacked(told ? AGAIN[lacks] : '');
    });

    /** Shows when a click on what the pointer is over counts. */
    const show = (on: HTMLElement | null, at: number) => {
      clearTimeout(timer);
      const left = on && pointer.countsIn(at);
      if (pressable && (pressable !== on || left !== 0)) delete pressable.dataset.pressable;
      pressable = on;
      if (on === null || left === null) return;
      if (left === 0) on.dataset.pressable = '';
      else timer = setTimeout(() => show(on, performance.now()), Math.ceil(left) + 1);
    };
    const seen = (event: PointerEvent) => {
      if (!event.isTrusted) return;
      const on = finalOf(event);
      pointer.seen(on, pointOf(event));
      show(on, event.timeStamp);
    };
    const out = (event: PointerEvent) => {
      if (!event.isTrusted || event.relatedTarget !== null) return;
      pointer.left();
      show(null, event.timeStamp);
    };
    const down = (event: PointerEvent) => {
      if (!event.isTrusted) return;
      const on = finalOf(event);
      const counts = pointer.press(on, pointOf(event));
      judged = on && { on, counts };
      show(on, event.timeStamp);
    };
    const click = (event: MouseEvent) => {
      const on = finalOf(event);
      if (!event.isTrusted || event.detail === 0 || on === null) return;
      if (judged?.on === on && judged.counts) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const another = store.subscribe((now, before) => {
      if (now.open === before.open) return;
      judged = null;
      pointer.changed(performance.now());
      show(pressable, performance.now());
    });
    const over = new AbortController();
    const how = { capture: true, signal: over.signal };
    window.addEventListener('pointerover', seen, how);
    window.addEventListener('pointermove', seen, how);
    window.addEventListener('pointerout', out, how);
    window.addEventListener('pointerdown', down, how);
    window.addEventListener('click', click, how);
    return () => {
      another();
      clearTimeout(timer);
      over.abort();
    };
  }, [store]);
  return lacked;
}

function finalOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-final]') : null;
}

const pointOf = ({ timeStamp, pointerType, screenX, screenY, clientX, clientY }: PointerEvent): Point => ({
  ...{ at: timeStamp, touches: pointerType !== 'mouse', screenX, screenY, clientX, clientY },
});
