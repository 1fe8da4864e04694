// What is asked of the browser for a sign-in: cookies only where allowed and of the named hosts, tabs the newest first.
import { afterEach, describe, expect, it, vi } from 'vitest';

const world = vi.hoisted(() => ({ allowed: true, tabs: [] as { url?: string; lastAccessed?: number }[] }));
const getAll = vi.hoisted(() =>
  vi.fn(async ({ domain, name }: { domain: string; name: string }) => [
    { name, domain, value: 's', httpOnly: true, path: '/', secure: true },
  ]),
);
vi.mock('wxt/browser', () => ({
  browser: {
    permissions: { contains: async () => world.allowed },
    cookies: { getAll },
    tabs: { query: async () => world.tabs },
  },
}));
const { signInBrowser } = await import('@/lib/background/connections/browser');
const { ways } = await import('@/lib/crm/salesforce/auth/ways');

afterEach(() => {
  world.allowed = true;
  getAll.mockClear();
});

describe('cookies', () => {
  it('are read by their name, of each named host once, and only what is needed of them goes on', async () => {
    const found = await signInBrowser.cookies(
      ['https://*.crm.example/*', 'https://*.crm.example/x/*', 'https://one.test/*'],
      'sid',
    );
    expect(getAll.mock.calls).toEqual([
      [{ domain: 'crm.example', name: 'sid' }],
      [{ domain: 'one.test', name: 'sid' }],
    ]);
    expect(found).toEqual([
      { name: 'sid', domain: 'crm.example', value: 's', secure: true },
      { name: 'sid', domain: 'one.test', value: 's', secure: true },
    ]);
  });

  it('that came over plain http, where anyone could set them, are no session of Salesforce’s', async () => {
    const planted = { value: '00D5e000000abcD!AQplanted', httpOnly: true, path: '/', secure: false };
    const host = 'acme.my.salesforce.com';
    getAll.mockResolvedValueOnce([{ name: 'sid', domain: host, ...planted }]);
    const cookies = await signInBrowser.cookies(['https://*.my.salesforce.com/*'], 'sid');
    const way = ways.find((one) => one.kind === 'session');
    expect(way?.kind === 'session' && way.find(cookies ?? [], `https://${host}/`)).toBeNull();
  });

  it('are never those of every host', async () => {
    expect(await signInBrowser.cookies(['https://*/*', '<all_urls>', 'http://crm.example/*'], 'sid')).toEqual(
      [],
    );
    expect(getAll).not.toHaveBeenCalled();
  });

  it('are not asked for where the browser does not allow it', async () => {
    world.allowed = false;
    expect(await signInBrowser.cookies(['https://*.crm.example/*'], 'sid')).toBeNull();
    expect(getAll).not.toHaveBeenCalled();
  });
});

describe('the pages of a CRM', () => {
  it('are those of its tabs, the newest first', async () => {
    const contact = (portal: string) => `https://app.hubspot.com/contacts/${portal}/record/0-1/1`;
    world.tabs = [
      { url: contact('1'), lastAccessed: 5 },
      { url: 'https://example.com/', lastAccessed: 9 },
      {},
      { url: contact('2'), lastAccessed: 7 },
    ];
    expect(await signInBrowser.pages('hubspot')).toEqual([contact('2'), contact('1')]);
    expect(await signInBrowser.pages('other')).toEqual([]);
  });
});
