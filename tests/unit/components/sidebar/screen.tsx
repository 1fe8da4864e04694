// Puts the whole sidebar on a page over a background in memory, and presses keys like a hand would.
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { App } from '@/components/sidebar/App';
import { HOLD_MS } from '@/components/sidebar/gate/gate';
import type { WatchSight } from '@/components/sidebar/gate/on-screen';
import { upcoming } from '@/components/sidebar/record/RecordView';
import { createSidebar } from '@/components/sidebar/store/store';
import { connection, layout, now, personPlace } from './fixtures';
import { memoryBackend } from './memory-backend';

// What a browser loads while the rep reads the first question.
await Promise.all(upcoming.map((part) => part.ahead()));

export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}

/** The hand on the keyboard: every press comes this many ms after the one before. */
export const hand = { at: 0, every: 1000 };
window.addEventListener(
  'keydown',
  (event) => {
    hand.at += hand.every;
    Object.defineProperty(event, 'timeStamp', { value: hand.at });
  },
  { capture: true },
);

/** A letter that acts on what was sent waits for the next letter of a word, and acts when none comes. */
export async function held(): Promise<void> {
  await act(() => new Promise((over) => setTimeout(over, HOLD_MS)));
  await settle();
}

/** What is to be confirmed has been looked at: whether it has is for sight.test.tsx and the end-to-end tests. */
const looked: WatchSight = (_, tell) => {
  tell('ready');
  return () => {};
};

export function showSidebar(overrides: Parameters<typeof memoryBackend>[0] = {}, sight = looked) {
  cleanup();
  const memory = memoryBackend(overrides);
  const clock = { now };
  const sidebar = createSidebar(memory.backend, () => clock.now, sight);
  const stop = sidebar.page.start();
  const view = render(<App sidebar={sidebar} />);
  // The rep has come in by a key of their own.
  window.dispatchEvent(new Event('focus'));
  sidebar.gate.own(performance.now());
  /** Another record is shown from the page's own now on: the hand’s next key comes after that. */
  const later = () => {
    hand.at = Math.max(hand.at, performance.now());
  };
  const sheet = () => {
    const { open, sheets } = sidebar.store.getState();
    return open === null ? undefined : sheets[open];
  };
  return {
    memory,
    sidebar,
    clock,
    stop,
    view,
    sheet,
    push: (push: Parameters<typeof memory.push>[0]) => {
      act(() => memory.push(push));
      later();
    },
    goTo: async (id: string) => {
      act(() =>
        memory.push({ push: 'place', place: personPlace(id), connection, accounts: [connection], layout }),
      );
      await settle();
      later();
    },
    /** Presses keys one after the other on whatever has the focus. */
    press: (...keys: string[]) => {
      for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
    },
  };
}
