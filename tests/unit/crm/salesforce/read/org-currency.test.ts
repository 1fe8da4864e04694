// What a record doesn't say of itself and its org does: the one currency, an industry's name, which day it is.
import { describe, expect, it } from 'vitest';
import { dayIn } from '@/lib/util/dates';
import { sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const newLead = (values = {}) =>
  org.salesforce.create('Lead', { LastName: `Sum ${crypto.randomUUID()}`, Company: 'Firm', ...values });
const soapCalls = () => org.salesforce.requests.filter(({ path }) => path.startsWith('/services/Soap/'));

describe('a sum in an org with one currency', () => {
  it('has that currency, which is asked once for a sign-in', async () => {
    const session = org.open();
    org.salesforce.clearRequests();
    for (const revenue of [1000, 2000]) {
      const lead = newLead({ AnnualRevenue: revenue });
      const { facts } = await session.read(org.ref('Lead', lead.id), () => {});
      expect(facts.find(({ name }) => name === 'company.revenue')).toMatchObject({
        ...{ value: revenue, currency: 'EUR' },
      });
    }
    expect(soapCalls()).toHaveLength(1);
  });

  it('is no reason to ask where there is none', async () => {
    org.salesforce.clearRequests();
    await org.open().read(org.ref('Lead', newLead().id), () => {});
    expect(soapCalls()).toEqual([]);
  });

  it('stays without one where the org does not tell, and all else is read', async () => {
    org.salesforce.faults.arm({ path: /\/services\/Soap\//, times: 9, do: { status: 500, body: '' } });
    const { facts, gaps } = await org
      .open()
      .read(org.ref('Lead', newLead({ AnnualRevenue: 5 }).id), () => {});
    org.salesforce.faults.clear();
    const sum = facts.find(({ name }) => name === 'company.revenue');
    expect(sum).toMatchObject({ value: 5 });
    expect(sum?.currency).toBeUndefined();
    expect(gaps).toEqual([]);
  });
});

it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
  'the evidence is dated with the day that it is for the rep in Salesforce: %s',
  async (zone) => {
    const { id } = org.salesforce.user('lena');
    const body = { user_id: id, organization_id: org.salesforce.orgs.acme.id, name: 'Lena', zoneinfo: zone };
    org.salesforce.faults.arm({ path: /\/oauth2\/userinfo$/, times: 1, do: { status: 200, body } });
    const lead = newLead();
    const day = () => dayIn(new Date().toISOString(), zone);
    const before = day();
    await org.open().write(...submit(org.ref('Lead', lead.id), whole()));
    const [task] = org.salesforce.tasks(lead.id);
    expect([before, day()]).toContain(task?.values.ActivityDate);
  },
);
