// The check of a pasted key, and what the portal offers.
import { describe, expect, it } from 'vitest';
import { guide } from '@/lib/crm/hubspot/setup/guide';
import { problemOf, sandboxPortal } from './portal';

const portal = sandboxPortal();

describe('check', () => {
  it('names the portal; a full key misses nothing', async () => {
    expect(await portal.open('full', { account: null }).check()).toEqual({
      id: portal.hubspot.portals.main,
      name: `Portal ${portal.hubspot.portals.main}`,
      timeZone: expect.stringMatching(/\w/),
      missing: [],
    });
  });

  it.each([
    ['noDeals', ['crm.objects.deals.read', 'crm.objects.deals.write']],
    ['noCompanies', ['crm.objects.companies.read']],
    ['noLeads', ['crm.objects.leads.read', 'crm.objects.leads.write']],
    ['noOwners', ['crm.objects.owners.read']],
    ['readOnly', ['crm.objects.contacts.write', 'crm.objects.deals.write']],
  ] as const)('%s: what is missing, what for, how bad', async (key, scopes) => {
    const { missing } = await portal.open(key, { account: null }).check();
    expect(missing.map((one) => one.scope)).toEqual(expect.arrayContaining([...scopes]));
    expect(missing.every((one) => one.purpose.startsWith('to '))).toBe(true);
    const musts = missing.filter((one) => one.need === 'must').map((one) => one.scope);
    expect(musts).toEqual(scopes.filter((one) => /contacts|owners/.test(one)));
  });

  // Deal pipelines are read with the scope for deals as well, so those two can't be told apart.
  const apart = guide.scopes.filter(({ scope }) => !scope.endsWith('.deals.read'));
  it.each(apart)('misses $scope alone where the key has all others', async ({ scope }) => {
    const key = portal.hubspot.key('full');
    const all = key.scopes;
    key.scopes = all.filter((one) => one !== scope);
    const { missing } = await portal.open('full', { account: null }).check();
    key.scopes = all;
    expect(missing.map((one) => one.scope)).toEqual([scope]);
  });

  it('changes nothing in the portal', async () => {
    const before = JSON.stringify(portal.hubspot.all('contacts').map((one) => one.updatedAt));
    // Where HubSpot doesn't list the scopes they are tried, one by one.
    portal.hubspot.settings.listsScopes = false;
    await portal.open('full', { account: null }).check();
    expect(JSON.stringify(portal.hubspot.all('contacts').map((one) => one.updatedAt))).toBe(before);
    // Asking what a token may do is a POST as well, and no write.
    const writes = portal.hubspot.requests.filter(
      ({ method, path }) => method !== 'GET' && !path.endsWith('/access-token-info'),
    );
    expect(writes.length).toBeGreaterThan(0);
    for (const one of writes) expect(one.body).toEqual({ inputs: [] });
  });

  it.each(['expired', 'revoked'] as const)('%s: refused at the first call', async (key) => {
    expect((await problemOf(portal.open(key, { account: null }).check())).kind).toBe('key-refused');
    expect(portal.hubspot.requests).toHaveLength(1);
  });
});

describe('what the portal offers', () => {
  it('owners are people, without archived ones', async () => {
    const people = await portal.open().people();
    expect(people.length).toBeGreaterThan(0);
    for (const one of people)
      expect(one).toEqual({ id: expect.any(String), name: expect.any(String), email: expect.any(String) });
  });

  it("stages come in the portal's order, the ladder told from the list", async () => {
    const found = await portal.open().stageFields();
    expect(found.map((one) => [one.field, one.ordered, one.spans ?? false])).toEqual([
      ['lifecyclestage', true, true],
      ['hs_lead_status', false, false],
      ['leads.hs_pipeline_stage.lead-pipeline-id', false, false],
      ['leads.hs_lead_disqualification_reason', false, false],
    ]);
    for (const { options } of found)
      expect(options.map((one) => one.order)).toEqual(options.map((_, i) => i));
    // "Other" is last in the list, and nobody there has been an opportunity.
    expect(found[0]?.options.filter((one) => one.aside).map((one) => one.value)).toEqual(['other']);
  });

  it('pipelines without their closed stages, and the currency', async () => {
    const offered = await portal.open().reviewOptions();
    expect(offered.dealGap).toBeNull();
    expect(offered.pipelines[0]?.stages.length).toBeGreaterThan(0);
    expect(offered.pipelines.flatMap((one) => one.stages).map((one) => one.value)).not.toContain('closedwon');
    expect(offered.currency).toMatch(/^[A-Z]{3}$/);
  });

  it.each(['noDeals', 'readOnly'] as const)('%s: no deals, and why', async (key) => {
    const offered = await portal.open(key).reviewOptions();
    expect(offered.pipelines).toEqual([]);
    expect(offered.dealGap).toContain('crm.objects.deals');
    expect(offered.stageFields.filter((one) => one.carries === undefined)).toHaveLength(2);
  });

  it('each property that is demanded is asked for as what it is', async () => {
    const names = ['hs_buying_role', 'numemployees', 'hs_email_optout', 'jobtitle'];
    const found = await portal.open().fieldDefinitions({ object: 'contacts' }, names);
    expect(found.map(({ field, kind }) => [field, kind])).toEqual([
      ['hs_buying_role', 'choices'],
      ['numemployees', 'choice'],
      // Empty, yes or no.
      ['hs_email_optout', 'choice'],
      ['jobtitle', 'text'],
    ]);
    expect(found[0]?.options.map(({ label }) => label)).toContain('Decision Maker');
    const [amount, due] = await portal.open().fieldDefinitions({ object: 'deals' }, ['amount', 'closedate']);
    expect([amount?.kind, due?.kind]).toEqual(['number', 'time']);
  });

  it('an unknown property is asked for as text', async () => {
    expect(
      await portal.open().fieldDefinitions({ object: 'contacts' }, ['no_such_thing', 'lifecyclestage']),
    ).toEqual([
      { field: 'no_such_thing', label: 'no_such_thing', kind: 'text', options: [] },
      expect.objectContaining({ field: 'lifecyclestage', kind: 'choice' }),
    ]);
  });
});
