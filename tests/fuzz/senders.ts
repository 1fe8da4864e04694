// Who sends a message: true senders, and ones that lie in one detail. Each part says itself what it is.
import * as fc from 'fast-check';
import type { BrowserSender } from '@/lib/background/senders';
import type { Sender } from '@/lib/protocol/messages';

export const self = { id: 'abcdefghijklmnop', base: 'chrome-extension://abcdefghijklmnop/' };

/** An address, and what it is an address of: a page of ours, a host of a CRM, or nothing that counts. */
type Address = { url: string | undefined; of: 'trusted' | 'sidebar' | 'none' | `https://${string}` };

const ours = (page: string, of: 'trusted' | 'sidebar' | 'none'): Address => ({
  url: `${self.base}${page}`,
  of,
});
const crm = (host: string, path: string): Address => ({
  url: `https://${host}${path}`,
  of: `https://${host}`,
});
const HUBSPOT = crm('app.hubspot.com', '/contacts/24680135/record/0-1/501');
const FORCE = crm('acme.lightning.force.com', '/lightning/r/Lead/00Q5e00000abcdE/view');
/** The browser has to be asked for the hosts of this org. */
const REGIONAL = crm('acme.lightning.usa26.force.com', '/lightning/r/Lead/00Q5e00000abcdE/view');

const OURS: Address[] = [
  ours('console.html', 'trusted'),
  ours('popup.html', 'trusted'),
  ours('welcome.html?a#b', 'trusted'),
  ours('sidebar.html', 'sidebar'),
  ours('sidebar.html#x', 'sidebar'),
  ours('background.js', 'none'),
  ours('console.html/', 'none'),
  ours('console.html%00', 'none'),
  ours('CONSOLE.html', 'none'),
  ours('x/console.html', 'none'),
  ours('', 'none'),
];
const CRMS: Address[] = [
  HUBSPOT,
  FORCE,
  REGIONAL,
  crm('app-eu1.hubspot.com', '/home'),
  crm('acme.my.salesforce.com', '/00Q5e00000abcdE'),
];
const STRANGERS: Address[] = [
  'https://app.hubspot.com.evil.example/contacts/1/record/0-1/5',
  'https://rep@app.hubspot.com/contacts/1/record/0-1/5',
  'https://app.hubspot.com:8443/contacts/1/record/0-1/5',
  'http://app.hubspot.com/contacts/1/record/0-1/5',
  'https://www.hubspot.com/',
  'https://app.hubspot.com./',
  'https://evil.example/console.html',
  'chrome-extension://ponmlkjihgfedcba/console.html',
  'moz-extension://abcdefghijklmnop/console.html',
  `blob:${self.base}console.html`,
  `filesystem:${self.base}console.html`,
  'blob:https://app.hubspot.com/5c5cd4b0-0000-4000-8000-000000000000',
  'javascript:chrome-extension://abcdefghijklmnop/console.html',
  'data:text/html,https://app.hubspot.com/',
  'about:blank',
  'about:srcdoc',
  'null',
  '',
  undefined,
].map((url) => ({ url, of: 'none' }));

const address = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...OURS) },
  { weight: 3, arbitrary: fc.constantFrom(...CRMS) },
  { weight: 2, arbitrary: fc.constantFrom(...STRANGERS) },
);

const parts = fc.record({
  id: fc.oneof(
    { weight: 9, arbitrary: fc.constant(self.id) },
    fc.constantFrom(undefined, '', 'ponmlkjihgfedcba', `${self.id} `),
  ),
  at: address,
  origin: fc.constantFrom('none', 'none', 'right', 'right', 'right', 'null', 'evil', 'empty'),
  frameId: fc.constantFrom(undefined, 0, 0, 3, 3, -1, 2 ** 31),
  tab: fc.oneof({ weight: 4, arbitrary: address }, fc.constant(null)),
  tabId: fc.constantFrom(1, 7, 7, undefined),
  same: fc.boolean(),
});

export type Sent = { sender: BrowserSender; is: Sender | null };

/** Whether it shows an account that the browser has to be asked for: its host, or an address of it. */
export const isRegional = (host: string): boolean => host.includes('.usa26.');

const lying: fc.Arbitrary<Sent> = parts.map(({ id, at, origin, frameId, tab: drawn, tabId, same }) => {
  const tab = same && at.of.startsWith('https') ? at : drawn;
  const isOurs = at.url?.startsWith(self.base) ?? false;
  const right = isOurs ? self.base.slice(0, -1) : at.of.startsWith('https') ? at.of : undefined;
  const told = { none: undefined, right, null: 'null', evil: 'https://evil.example', empty: '' }[origin];
  const sender: BrowserSender = {
    id,
    url: at.url,
    origin: told,
    frameId,
    ...(tab ? { tab: { id: tabId, url: tab.url } } : {}),
  };
  const honest = id === self.id && (told === undefined || told === right);
  const inCrm = tab?.of.startsWith('https') === true && tabId !== undefined;
  const is = (): Sender | null => {
    if (!honest) return null;
    if (at.of === 'trusted') return frameId === undefined || frameId === 0 ? 'trusted' : null;
    if (at.of === 'sidebar') return frameId !== undefined && frameId !== 0 && inCrm ? 'sidebar' : null;
    return at.of.startsWith('https') && frameId === 0 && inCrm && tab?.of === at.of ? 'page' : null;
  };
  return { sender, is: is() };
});

const tab = { id: 7, url: HUBSPOT.url };
const honestOnes: Sent[] = [
  { is: 'page', sender: { id: self.id, url: HUBSPOT.url, frameId: 0, tab } },
  { is: 'sidebar', sender: { id: self.id, url: `${self.base}sidebar.html`, frameId: 4, tab } },
  { is: 'trusted', sender: { id: self.id, url: `${self.base}console.html`, frameId: 0 } },
  { is: 'page', sender: { id: self.id, url: REGIONAL.url, frameId: 0, tab: { id: 7, url: REGIONAL.url } } },
  {
    is: 'sidebar',
    sender: { id: self.id, url: `${self.base}sidebar.html`, frameId: 4, tab: { id: 7, url: REGIONAL.url } },
  },
];

/** A sender, and what it may speak as; null: as nobody. */
export const senders: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 3, arbitrary: lying },
  { weight: 2, arbitrary: fc.constantFrom(...honestOnes) },
);
