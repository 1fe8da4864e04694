// What the browser itself keeps for us outside our database, given back or emptied.
import { browser } from 'wxt/browser';
import { runOn } from '@/lib/background/connections/run-on';
import { ERASED } from '@/lib/protocol/erased';
import { isOfFrames } from './frames';

/** Storage areas (but for which open frames are ours, numbers of tabs, and how often all was cleared), the script in regional pages, permissions that the rep gave at run time, alarms, the button's number. */
export async function forgetAll(): Promise<void> {
  await runOn([]);
  await forgetPermissions();
  await browser.alarms.clearAll();
  await browser.action.setBadgeText({ text: '' });
  const { local, session } = browser.storage;
  const rows = Object.keys(await session.get(null)).filter((key) => key !== ERASED && !isOfFrames(key));
  await Promise.all([local.clear(), session.remove(rows)]);
}

/** Those of the manifest can't be given back, and asking for that is refused. */
async function forgetPermissions(): Promise<void> {
  const manifest = browser.runtime.getManifest();
  const asked: readonly string[] = manifest.optional_permissions ?? [];
  const own: readonly string[] = [
    ...(manifest.host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches ?? []),
  ];
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const given = {
    permissions: permissions.filter((one) => asked.includes(one)),
    origins: origins.filter((one) => !own.includes(one)),
  };
  if (given.permissions.length + given.origins.length > 0) await browser.permissions.remove(given);
}

/**
 * Writes the storage area anew. Chromium appends to a file there and leaves in it what was deleted; cleared, the area
 * begins a new one. What is written by others in that moment may be lost: a second count, a problem's row, a width.
 */
export async function rewriteLocal(): Promise<void> {
  const kept = await browser.storage.local.get(null);
  await browser.storage.local.clear();
  await browser.storage.local.set(kept);
}
