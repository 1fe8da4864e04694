// The port to the background: opened again whenever the worker was stopped, given up once the extension is gone.
import { browser } from 'wxt/browser';
import { contextAlive } from '@/lib/client';
import type { Push } from '@/lib/messages';
import { PORT } from '@/lib/port';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Calls back for every push. A new port gets the place at once, so nothing that was missed stays missed. */
export function listen(onPush: (push: Push) => void): () => void {
  let stopped = false;
  let wait = FIRST_WAIT_MS;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;

  const connect = () => {
    if (stopped) return;
    if (!contextAlive()) {
      onPush({ push: 'problem', problem: outdated });
      return;
    }
    port = browser.runtime.connect({ name: PORT });
    port.onMessage.addListener((push: Push) => {
      wait = FIRST_WAIT_MS;
      onPush(push);
    });
    port.onDisconnect.addListener(() => {
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };

  connect();
  return () => {
    stopped = true;
    port?.disconnect();
  };
}

const outdated = {
  kind: 'unexpected',
  message: 'Stagecheck was updated or switched off. What you had saved is kept. Reload this page to go on.',
} as const;
