// Our content script in pages that the manifest doesn't name: the same file, run in the same way.
import { browser } from 'wxt/browser';

const ID = 'reach';

/**
 * The script runs in the pages of exactly these origins, besides those of the manifest. The browser keeps that over its
 * own restarts, but not over an update of the extension. Rejects where it refuses.
 */
export async function runOn(origins: string[]): Promise<void> {
  // Not there without the permission, and then there is nothing registered either.
  if (!browser.scripting) return;
  const [now] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (now && origins.join() === [...(now.matches ?? [])].sort().join()) return;
  if (now) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  if (origins.length === 0) return;
  const [file] = browser.runtime.getManifest().content_scripts ?? [];
  await browser.scripting.registerContentScripts([
    {
      id: ID,
      matches: origins,
      js: file?.js ?? [],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
}
