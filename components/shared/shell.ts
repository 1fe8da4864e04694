// What our pages ask of the browser itself, as one injectable object: access to hosts, the shortcut, the hash.

import { browser } from 'wxt/browser';
import type { Ask } from '@/lib/crm/shared/host-permissions';
import { reported } from '@/lib/diagnostics/report';
import { QUEUE_CHANNEL } from '@/lib/protocol/queue';

export type Shell = {
  /** Whether the browser lets us reach the CRM's hosts. Firefox grants this only when asked. */
  hasAccess(): Promise<boolean>;
  /** Asks the person for that access; to be called from a click, before anything is awaited. */
  askAccess(): Promise<boolean>;
  /** Asks for what a way to sign in needs; from a click too, before anything is awaited. False where it was refused. */
  ask(wanted: Ask): Promise<boolean>;
  /** Whether all of that is granted already. */
  has(wanted: Ask): Promise<boolean>;
  /** The key that opens the sidebar as it is set in this browser; null where it was taken away. */
  shortcut(): Promise<string | null>;
  /** The extension's version, and the browser's line about itself. */
  versions(): { extension: string; userAgent: string };
  /** Puts a text on the clipboard, from a click. False where the browser refused. */
  copy(text: string): Promise<boolean>;
  /** Calls back after every change of what waits, until the returned function is called. */
  onQueue(changed: () => void): () => void;
};

const origins = () => browser.runtime.getManifest().host_permissions ?? [];

export const shell: Shell = {
  hasAccess: () => browser.permissions.contains({ origins: origins() }),
  askAccess: () => browser.permissions.request({ origins: origins() }),
  ask: (wanted) => browser.permissions.request(wanted),
  has: (wanted) => browser.permissions.contains(wanted),
  shortcut: async () => {
    const commands = await browser.commands.getAll();
    return commands.find((command) => command.name === 'toggle-sidebar')?.shortcut || null;
  },
  versions: () => ({
    extension: browser.runtime.getManifest().version,
    userAgent: navigator.userAgent,
  }),
  copy: (text) => navigator.clipboard.writeText(text).then(() => true, reported('console.copy', false)),
  onQueue(changed) {
    const channel = new BroadcastChannel(QUEUE_CHANNEL);
    channel.onmessage = changed;
    return () => channel.close();
  },
};
