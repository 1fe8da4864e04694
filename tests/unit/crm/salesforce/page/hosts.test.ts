// Hosts of pages and APIs, and ids of 15 and 18 characters.
import { describe, expect, it } from 'vitest';
import { ways } from '@/lib/crm/salesforce/auth/ways';
import { apiHost, isApiHost, pageHost } from '@/lib/crm/salesforce/page/hosts';
import { longId } from '@/lib/crm/salesforce/page/ids';
import { hostOf, originsIn } from '@/lib/crm/shared/host-permissions';

describe('hosts', () => {
  it.each([
    ['acme.lightning.force.com', 'acme.my.salesforce.com'],
    ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
    ['acme.lightning.usa26.force.com', 'acme.my.usa26.salesforce.com'],
    ['acme.lightning.crmforce.mil', 'acme.my.salesforce.mil'],
    ['acme.lightning.sfcrmapps.cn', 'acme.my.sfcrmproducts.cn'],
  ])('%s and %s lead to each other', (page, api) => {
    expect(apiHost(page)).toBe(api);
    expect(pageHost(api)).toBe(page);
    expect(apiHost(api)).toBe(api);
    expect(isApiHost(page)).toBe(false);
  });

  it.each([
    'my.salesforce.com',
    'acme.salesforce.com',
    'a_b.my.salesforce.com',
    'acme.my.salesforce.com/x',
    'acme.my.salesforce.com:8443',
  ])('%s is not the host of an API', (host) => {
    expect(isApiHost(host)).toBe(false);
  });
});

describe('hosts that the browser is asked for', () => {
  const [oauth, session] = ways;
  const asked = (typed: string) => originsIn(oauth?.kind === 'oauth' ? oauth.reach : null, typed).map(hostOf);

  it.each([
    'harbour.my.usa26.salesforce.com',
    ' Harbour.My.USA26.Salesforce.com ',
    'harbour.lightning.usa26.force.com',
    'https://harbour.lightning.usa26.force.com/lightning/r/Lead/00Q5e00000AbCdEEAV/view',
    'https://harbour.my.usa26.salesforce-setup.com/lightning/setup/SetupOneHome/home',
  ])('%s: the two of that org', (typed) => {
    expect(asked(typed)).toEqual(['harbour.lightning.usa26.force.com', 'harbour.my.usa26.salesforce.com']);
  });

  it.each([
    ['harbour--uat.sandbox.my.usa26.salesforce.com', 'harbour--uat.sandbox.lightning.usa26.force.com'],
    ['a-b.develop.my.eu-1.salesforce.com', 'a-b.develop.lightning.eu-1.force.com'],
  ])('%s: the same kind of org', (api, page) => {
    expect(asked(api)).toEqual([page, api]);
    expect([apiHost(page), pageHost(api)]).toEqual([api, page]);
  });

  it.each([
    '',
    'acme.my.salesforce.com',
    'acme--uat.sandbox.my.salesforce.com',
    'acme.lightning.force.com',
    'acme.lightning.force.com.mcas.ms',
    'acme.my.salesforce.mil',
    'harbour.my.usa26.salesforce.com.evil.example',
    'evil.example/harbour.my.usa26.salesforce.com',
    'harbour.my.a.b.salesforce.com',
    '*.my.usa26.salesforce.com',
    'harbour.my.*.salesforce.com',
  ])('%j: none', (typed) => {
    expect(asked(typed)).toEqual([]);
  });

  it('the session of such an org is no way in, and says so', () => {
    const barred = (url: string) => (session?.kind === 'session' ? session.barred?.(url) : undefined);
    expect(barred('https://harbour.lightning.usa26.force.com/')).toContain('names a region');
    expect(barred('https://acme.lightning.force.com/')).toBeNull();
  });
});

describe('ids', () => {
  it.each([
    ['a0D30000001n7Pi', 'a0D30000001n7PiEAI'],
    ['500x000000003TR', '500x000000003TRAAY'],
    ['001A0000006Vm9u', '001A0000006Vm9uIAC'],
    ['000000000000000', '000000000000000AAA'],
    ['ZZZZZZZZZZZZZZZ', 'ZZZZZZZZZZZZZZZ555'],
  ])('%s is %s', (short, long) => {
    expect(longId(short)).toBe(long);
    expect(longId(long)).toBe(long);
  });

  it.each([
    '',
    'short',
    'a0D30000001n7PiEAA',
    'a0d30000001n7piEAI',
    'a0D30000001n7Pi_AI',
    'a0D30000001n7PiE',
    `a0D30000001n7PiEAI0`,
    'a0D30000001n7P-',
  ])('%j is none', (id) => {
    expect(longId(id)).toBe('');
  });
});
