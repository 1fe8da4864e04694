// Which of the browser's sessions belongs to the page, and which must not be taken.
import { describe, expect, it } from 'vitest';
import { salesforce } from '@/lib/crm/salesforce';
import { chooseSession } from '@/lib/crm/salesforce/auth/session-cookie';
import type { Cookie } from '@/lib/crm/shared/sign-in';

const page = 'https://acme.lightning.force.com/lightning/r/Lead/00Q5g00000AbCdEEAV/view';
const value = (org: string) => `${org}!AQ${crypto.randomUUID()}`;
const sid = (domain: string, org: string, more: Partial<Cookie> = {}): Cookie => ({
  name: 'sid',
  value: value(org),
  domain,
  secure: true,
  ...more,
});
const OWN = '00D5e000000abcD';
const OTHER = '00D7Q000000xyzA';
const atPage = sid('acme.lightning.force.com', OWN);

describe('the session of a page', () => {
  it('is the one on the API host of the same org', () => {
    const own = sid('acme.my.salesforce.com', OWN);
    const all = [sid('beta.my.salesforce.com', OTHER), atPage, own];
    expect(chooseSession(page, atPage, all)).toEqual({
      token: own.value,
      host: 'acme.my.salesforce.com',
      org: OWN,
    });
  });

  it('may be a cookie of a domain with a dot', () => {
    const dotted = sid('.acme.my.salesforce.com', OWN);
    expect(chooseSession(page, atPage, [dotted])?.host).toBe('acme.my.salesforce.com');
  });

  it('is only that of the page’s own host: one of the same org elsewhere is told, and left to the rep', () => {
    const moved = sid('acme-new.my.salesforce.com', OWN);
    const own = sid('acme.my.salesforce.com', OWN);
    expect(chooseSession(page, atPage, [moved])).toBeNull();
    expect(chooseSession(page, atPage, [moved, own])?.token).toBe(own.value);
    const way = salesforce.ways.find((one) => one.kind === 'session');
    expect(way?.elsewhere?.([atPage, moved], page)).toContain('acme-new.my.salesforce.com');
    for (const all of [[atPage], [atPage, own], [moved], [atPage, sid('beta.my.salesforce.com', OTHER)]])
      expect(way?.elsewhere?.(all, page)).toBeNull();
  });

  it('works from Classic too, where page and API are one host', () => {
    const own = sid('acme.my.salesforce.com', OWN);
    expect(chooseSession('https://acme.my.salesforce.com/00Q5g00000AbCdE', own, [own])?.token).toBe(
      own.value,
    );
  });

  it.each<[string, string, Cookie | null, Cookie[]]>([
    ['the session of another org', page, atPage, [sid('acme.my.salesforce.com', OTHER)]],
    ['the page’s own, which the API refuses', page, atPage, [atPage]],
    ['a host that only looks like one', page, atPage, [sid('acme.my.salesforce.com.evil.example', OWN)]],
    ['one of a wider domain', page, atPage, [sid('.salesforce.com', OWN)]],
    ['one that is not secure', page, atPage, [sid('acme.my.salesforce.com', OWN, { secure: false })]],
    [
      'any where the page’s own is not secure',
      page,
      { ...atPage, secure: false },
      [sid('acme.my.salesforce.com', OWN)],
    ],
    ['another cookie', page, atPage, [sid('acme.my.salesforce.com', OWN, { name: 'sid_Client' })]],
    ['any where nobody is signed in', page, null, [sid('acme.my.salesforce.com', OWN)]],
    [
      'any where the page has no session',
      page,
      { ...atPage, value: 'gone' },
      [sid('acme.my.salesforce.com', OWN)],
    ],
    ['any for a page of someone else', 'https://evil.example/', atPage, [sid('acme.my.salesforce.com', OWN)]],
    ['any for no page at all', 'nothing', atPage, [sid('acme.my.salesforce.com', OWN)]],
  ])('is not %s', (_, url, own, all) => {
    expect(chooseSession(url, own, all)).toBeNull();
  });
});

describe('the way to sign in by it', () => {
  const way = salesforce.ways.find((one) => one.kind === 'session');

  it('is barred behind Defender’s proxy, and nowhere else', () => {
    const proxied = 'https://acme--uat.sandbox.lightning.force.com.mcas.ms/lightning/page/home';
    expect(way?.barred?.(proxied)).toContain('Microsoft Defender');
    for (const url of [page, 'https://evil.example.mcas.ms/', 'https://mcas.ms.evil.example/', 'nothing'])
      expect(way?.barred?.(url), url).toBeNull();
  });

  it('finds the session of the setup’s host, and of the government’s two page hosts', () => {
    for (const [at, api] of [
      ['acme.my.salesforce-setup.com', 'acme.my.salesforce.com'],
      ['acme.lightning.force.mil', 'acme.my.salesforce.mil'],
      ['acme.lightning.crmforce.mil', 'acme.my.salesforce.mil'],
      ['acme.lightning.sfcrmapps.cn', 'acme.my.sfcrmproducts.cn'],
    ] as const) {
      const own = sid(api, OWN);
      expect(way?.find([sid(at, OWN), own], `https://${at}/`)).toEqual({ key: own.value, account: api });
      for (const host of [at, api])
        expect(
          way?.origins.some((pattern) => host.endsWith(pattern.slice('https://*'.length, -2))),
          host,
        ).toBe(true);
    }
  });

  it('finds page and API cookies by their hosts, among those of all orgs', () => {
    const own = sid('acme.my.salesforce.com', OWN);
    const other = [sid('beta.lightning.force.com', OTHER), sid('beta.my.salesforce.com', OTHER)];
    expect(way?.find([...other, atPage, own], 'https://acme.lightning.force.com/')).toEqual({
      key: own.value,
      account: 'acme.my.salesforce.com',
    });
    expect(way?.find([...other, own], 'https://acme.lightning.force.com/')).toBeNull();
    expect(way?.find([...other, atPage, own], 'nothing')).toBeNull();
  });
});
