// Our own pages in tabs, and what the browser's shortcut does.

import { browser } from 'wxt/browser';
import { locate } from '@/lib/crm/locate';
import { report } from '@/lib/diagnostics/report';
import type { PageCommand, Told } from '@/lib/protocol/messages';
import { accountKey } from '@/lib/record/account-key';

export type OwnPage = 'welcome' | 'console';

/** Opens one of our pages in a new tab, at a section (#connections) and in it an account (#connections/crm/account) where they are named. */
export async function openPage(
  page: OwnPage,
  section?: string,
  account?: { crm: string; account: string },
): Promise<void> {
  const url = new URL(browser.runtime.getURL(`/${page}.html`));
  if (section) url.hash = [section, ...(account ? [accountKey(account.crm, account.account)] : [])].join('/');
  await browser.tabs.create({ url: url.href });
}

/** Tells a tab's content script; false where there is none, as in a tab that is older than the extension. */
export async function tellPage(tab: number, command: PageCommand): Promise<boolean> {
  try {
    const told: Told = { ...command, at: Date.now() };
    await browser.tabs.sendMessage(tab, told, { frameId: 0 });
    return true;
  } catch (error) {
    report(error, 'services.pages');
    return false;
  }
}

/**
 * Toggles the sidebar of a CRM tab, by the shortcut. In a tab that was open before the extension came, the button says
 * that the page must be reloaded first.
 */
export async function toggle(
  tab: { id?: number | undefined; url?: string | undefined } | undefined,
): Promise<void> {
  if (tab?.id === undefined || !tab.url || !locate(tab.url)) return;
  if (await tellPage(tab.id, { command: 'toggle', key: true })) return;
  await browser.action.setBadgeText({ tabId: tab.id, text: '↻' });
  await browser.action.setTitle({ tabId: tab.id, title: browser.i18n.getMessage('reloadPage') });
}
