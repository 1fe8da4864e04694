// What our pages ask of the browser itself, as one injectable object: access to hosts, the shortcut, the hash.
import { browser } from 'wxt/browser';

export type Shell = {
  /** Whether the browser lets us reach the CRM's hosts. Firefox grants this only when asked. */
  hasAccess(): Promise<boolean>;
  /** Asks the person for that access; to be called from a click, before anything is awaited. */
  askAccess(): Promise<boolean>;
  /** Asks for what a way to sign in needs; from a click too, before anything is awaited. False where it was refused. */
  ask(wanted: { permissions: ['cookies']; origins: string[] }): Promise<boolean>;
  /** The key that opens the sidebar as it is set in this browser; null where it was taken away. */
  shortcut(): Promise<string | null>;
};

const origins = () => browser.runtime.getManifest().host_permissions ?? [];

export const shell: Shell = {
  hasAccess: () => browser.permissions.contains({ origins: origins() }),
  askAccess: () => browser.permissions.request({ origins: origins() }),
  ask: (wanted) => browser.permissions.request(wanted),
  shortcut: async () => {
    const commands = await browser.commands.getAll();
    return commands.find((command) => command.name === 'toggle-sidebar')?.shortcut || null;
  },
};
