// Who may speak to the background: a table of senders, the hostile ones in the majority.
import { describe, expect, it } from 'vitest';
import { type BrowserSender, classify } from '@/lib/background/senders';

const base = 'chrome-extension://abcdefghijklmnop/';
const self = { id: 'abcdefghijklmnop', base };
const crm = 'https://app-eu1.hubspot.com/contacts/24680135/record/0-1/501';
const tab = { id: 7, url: crm };

const sidebar: BrowserSender = {
  id: self.id,
  url: `${base}sidebar.html`,
  origin: base.slice(0, -1),
  frameId: 4,
  tab,
};
const page: BrowserSender = {
  id: self.id,
  url: crm,
  origin: 'https://app-eu1.hubspot.com',
  frameId: 0,
  tab,
};
const welcome: BrowserSender = {
  id: self.id,
  url: `${base}welcome.html#connections`,
  origin: base.slice(0, -1),
  frameId: 0,
  tab: { id: 9, url: `${base}welcome.html` },
};

describe('senders that are let in', () => {
  it.each<[string, BrowserSender, string]>([
    ['our frame in a CRM tab', sidebar, 'sidebar'],
    ['our frame, where the browser names no origin', { ...sidebar, origin: undefined }, 'sidebar'],
    [
      'our frame on a CRM page without a record',
      { ...sidebar, tab: { id: 7, url: 'https://app.hubspot.com/' } },
      'sidebar',
    ],
    ['the content script', page, 'page'],
    ['the welcome page', welcome, 'trusted'],
    ['the console', { ...welcome, url: `${base}console.html` }, 'trusted'],
    ['the toolbar popup', { id: self.id, url: `${base}popup.html`, origin: base.slice(0, -1) }, 'trusted'],
    ['the console outside of a tab', { id: self.id, url: `${base}console.html` }, 'trusted'],
  ])('%s', (_, sender, kind) => {
    expect(classify(sender, self)?.sender).toBe(kind);
  });

  it('tells which tab, and what it shows by the tab’s own address', () => {
    expect(classify(sidebar, self)).toMatchObject({
      tab: 7,
      place: { role: 'person', ref: { account: '24680135', id: '501' } },
    });
  });
});

describe('senders that are refused', () => {
  it.each<[string, BrowserSender]>([
    ['another extension', { ...welcome, id: 'zzzz' }],
    ['our popup page in a frame of a CRM page', { ...sidebar, url: `${base}popup.html` }],
    ['no extension at all', { ...welcome, id: undefined }],
    ['a sender without an address', { ...page, url: undefined }],
    ['a sender whose address is none', { ...page, url: 'not a url' }],
    ['our sidebar in a page that is no CRM', { ...sidebar, tab: { id: 7, url: 'https://evil.example/' } }],
    [
      'our sidebar under a host that ends like a CRM',
      { ...sidebar, tab: { id: 7, url: 'https://app.hubspot.com.evil.example/contacts/1/record/0-1/5' } },
    ],
    [
      'our sidebar under plain http',
      { ...sidebar, tab: { id: 7, url: 'http://app.hubspot.com/contacts/1/record/0-1/5' } },
    ],
    [
      'our sidebar in a marketing page of the CRM',
      { ...sidebar, tab: { id: 7, url: 'https://www.hubspot.com/' } },
    ],
    ['our sidebar in no tab', { ...sidebar, tab: undefined }],
    ['our sidebar in a tab whose address is hidden from us', { ...sidebar, tab: { id: 7 } }],
    ['our sidebar in a tab without an id', { ...sidebar, tab: { url: crm } }],
    ['our sidebar at the top of a tab', { ...sidebar, frameId: 0 }],
    ['our welcome page in a frame', { ...welcome, frameId: 3 }],
    ['our welcome page in a frame of a CRM page', { ...welcome, frameId: 3, tab }],
    ['another page of ours', { ...welcome, url: `${base}sidebar-old.html` }],
    ['a frame of the CRM page', { ...page, frameId: 2 }],
    ['a content script without a frame', { ...page, frameId: undefined }],
    [
      'another origin in a CRM tab',
      { ...page, url: 'https://evil.example/', origin: 'https://evil.example' },
    ],
    [
      'another CRM host than the tab’s',
      { ...page, url: 'https://app.hubspot.com/', origin: 'https://app.hubspot.com' },
    ],
    ['an address that its origin contradicts', { ...page, origin: 'https://evil.example' }],
    ['our address with a foreign origin', { ...welcome, origin: 'https://evil.example' }],
    ['our address with the origin of a sandbox', { ...sidebar, origin: 'null' }],
  ])('%s', (_, sender) => {
    expect(classify(sender, self)).toBeNull();
  });
});
