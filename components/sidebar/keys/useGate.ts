// Tells the gate where the keyboard is and whose act brought it, and shows on the document whether keys count.
import { useEffect, useSyncExternalStore } from 'react';
import { type KeysState, PAUSE_MS } from '../gate/gate';
import { useSidebar } from '../store/useSidebar';

/**
 * These are events of our own document: a page can send none into it. The state stands in `data-keys` of the document
 * element, where the styles are (tokens.css, App.module.css), so that no key press draws anything anew.
 */
export function useGate(): void {
  const { gate, store } = useSidebar();
  useEffect(() => {
    const another = store.subscribe((now, before) => {
      if (now.open !== before.open) gate.moved(performance.now());
    });
    const show = () => {
      document.documentElement.dataset.keys = gate.state();
    };
    // Of the window alone: these two events don't bubble.
    const enter = (event: Event) => gate.enter(event.timeStamp);
    const leave = () => gate.leave();
    const clicked = (event: Event) => {
      if (tooSoon(event)) return;
      gate.enter(event.timeStamp);
      gate.own(event.timeStamp);
    };
    /** A click that was on its way to the page when the frame came up under it. */
    const click = (event: Event) => {
      if (gate.state() !== 'on' && tooSoon(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    const pasted = (event: ClipboardEvent) => {
      if (!(event.target instanceof Element && event.target.matches('input, textarea'))) gate.textCame();
    };
    const stop = gate.subscribe(show);
    if (document.hasFocus()) gate.enter(performance.now());
    show();
    const capture = { capture: true };
    window.addEventListener('focus', enter);
    window.addEventListener('blur', leave);
    window.addEventListener('pointerdown', clicked, capture);
    window.addEventListener('click', click, capture);
    window.addEventListener('paste', pasted, capture);
    return () => {
      stop();
      another();
      window.removeEventListener('focus', enter);
      window.removeEventListener('blur', leave);
      window.removeEventListener('pointerdown', clicked, capture);
      window.removeEventListener('click', click, capture);
      window.removeEventListener('paste', pasted, capture);
    };
  }, [gate, store]);
}

/** Times of events count from when the document was asked for. */
const tooSoon = ({ timeStamp, isTrusted }: Event) => isTrusted && timeStamp < PAUSE_MS;

export function useKeysState(): KeysState {
  const { gate } = useSidebar();
  return useSyncExternalStore(gate.subscribe, gate.state);
}
