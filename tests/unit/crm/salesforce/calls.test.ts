// What one qualification costs in calls to the org: one that reads, one that writes; the set-up is asked for once.
import { describe, expect, it } from 'vitest';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { problemOf } from '../portal';
import { OPEN } from './decided';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();

/** As the product does it: read, ask what the review offers, write for the first time. */
async function qualify(session: CrmSession, ref: RecordRef, write: Write): Promise<void> {
  await session.read(ref, () => undefined);
  await session.reviewOptions(ref);
  await session.whose?.();
  const [submission, step] = submit(ref, write);
  await session.write(submission, { ...step, state: 'waiting' });
}

/** Every call in short: the object, field or kind that it is about. */
const asked = () =>
  org.salesforce.requests.map(({ method, path, query }) => {
    const rest = path.replace(/^\/services\/(data\/v[\d.]+\/)?/, '');
    // The last one: those before it are of sub-queries.
    const from = /.*FROM (\w+)/.exec(new URLSearchParams(query).get('q') ?? '')?.[1];
    return `${method} ${rest}${from ? ` ${from}` : ''}`;
  });
/** Who is signed in, and in which time zone they see days, is asked once for as long as the key lives. */
const OF_SETUP =
  /\/describe$|oauth2\/userinfo$|\/picklist-values\/|query (LeadStatus|OpportunityStage|TaskStatus|Organization|User)$/;
const perRecord = () => asked().filter((call) => !OF_SETUP.test(call));
const newLead = () => org.salesforce.create('Lead', { LastName: 'Few', Company: 'Calls', Status: OPEN });

describe('a qualification is one call to read and one to write', () => {
  const both = ['POST composite', 'POST composite'];

  it('of a lead, once the set-up of the org is known', async () => {
    const session = org.open();
    const write = whole({ changes: [change('Lead.Status', OPEN, 'Qualified Prospect')] });
    await qualify(session, org.ref('Lead', newLead().id), write);
    expect(perRecord()).toEqual(both);
    org.salesforce.clearRequests();
    await qualify(session, org.ref('Lead', newLead().id), write);
    expect(asked()).toEqual(both);
  });

  it('of a contact, with an opportunity made', async () => {
    const session = org.open();
    const deal = {
      ...{ create: true, name: 'Few calls', pipeline: '', stage: 'Qualification', amount: null },
      closeDate: '2027-01-31',
    };
    const contact = (LastName: string) =>
      org.salesforce.create('Contact', { LastName, AccountId: org.salesforce.people.account.id });
    const first = contact('One');
    await qualify(session, org.ref('Contact', first.id), whole({ deal }));
    org.salesforce.clearRequests();
    await qualify(session, org.ref('Contact', contact('Two').id), whole({ deal }));
    expect(asked()).toEqual(both);
    const made = org.salesforce.all('Opportunity').filter(({ values }) => values.Name === 'Few calls');
    expect(made.map(({ values }) => values.AccountId)).toEqual(
      Array(2).fill(org.salesforce.people.account.id),
    );
  });

  it('of an opportunity', async () => {
    const session = org.open();
    const { id } = org.salesforce.people.opportunity;
    const from = String(org.salesforce.opportunity(id).values.StageName);
    const ref = org.ref('Opportunity', id);
    await qualify(
      session,
      ref,
      whole({ changes: [change('Opportunity.StageName', from, 'Needs Analysis')] }),
    );
    org.salesforce.clearRequests();
    await qualify(
      session,
      ref,
      whole({ changes: [change('Opportunity.StageName', 'Needs Analysis', from)] }),
    );
    expect(asked()).toEqual(both);
  });

  it('and the matches of a lead are looked for only where it shall be converted', async () => {
    const session = org.open();
    const ref = org.ref('Lead', newLead().id);
    const [pending] = (await session.reviewOptions(ref)).forms ?? [];
    expect(pending).toMatchObject({ id: 'convert', pending: true, fields: [] });
    org.salesforce.clearRequests();
    const [form] = (await session.reviewOptions(ref, 'convert')).forms ?? [];
    expect(form?.pending).toBeUndefined();
    expect(perRecord()).toEqual(expect.arrayContaining(['GET query Account']));
  });
});

describe('what is known of the org', () => {
  const describes = () => asked().filter((call) => call.includes('/describe'));

  it('is asked for anew once the org refuses something as out of date', async () => {
    const session = org.open();
    const ref = org.ref('Lead', newLead().id);
    await session.read(ref, () => undefined);
    await session.reviewOptions(ref);
    org.salesforce.clearRequests();
    const write = whole({ changes: [change('Lead.Status', OPEN, 'No longer offered')] });
    expect((await problemOf(session.write(...submit(ref, write)))).kind).toBe('invalid');
    await session.reviewOptions(ref);
    expect(describes()).toEqual(expect.arrayContaining(['GET sobjects/Lead/describe']));
    expect(asked().filter((call) => call.includes('/Status'))).toHaveLength(1);
  });

  it('is asked for anew under a renewed sign-in, which may be another person’s', async () => {
    const { marcus, lena } = org.salesforce.tokens;
    const session = org.open('marcus', { renew: async () => lena });
    const ref = org.ref('Lead', newLead().id);
    await session.reviewOptions(ref);
    org.salesforce.expire(marcus);
    await session.read(ref, () => undefined);
    org.salesforce.clearRequests();
    await session.reviewOptions(ref);
    expect(describes()).toEqual(expect.arrayContaining(['GET sobjects/Contact/describe']));
  });
});

describe('what someone else did between the read and the write', () => {
  it('is told, and not overwritten: the one call that writes compares', async () => {
    const session = org.open();
    const lead = newLead();
    const ref = org.ref('Lead', lead.id);
    await session.read(ref, () => undefined);
    org.salesforce.patch('Lead', lead.id, { Status: 'Working - Contacted' });
    const write = whole({ changes: [change('Lead.Status', OPEN, 'Qualified Prospect')] });
    const [submission, step] = submit(ref, write);
    expect(await problemOf(session.write(submission, { ...step, state: 'waiting' }))).toMatchObject({
      kind: 'changed',
      theirs: [{ field: 'Lead.Status', value: 'Working - Contacted' }],
    });
    expect(org.salesforce.lead(lead.id).values.Status).toBe('Working - Contacted');
    expect(org.salesforce.tasks(lead.id)).toEqual([]);
  });

  it('to other fields stops nothing', async () => {
    const session = org.open();
    const lead = newLead();
    const ref = org.ref('Lead', lead.id);
    await session.read(ref, () => undefined);
    org.salesforce.patch('Lead', lead.id, { Phone: '+49 30 1' });
    const write = whole({ changes: [change('Lead.Status', OPEN, 'Qualified Prospect')] });
    const [submission, step] = submit(ref, write);
    await session.write(submission, { ...step, state: 'waiting' });
    expect(org.salesforce.lead(lead.id).values).toMatchObject({
      Status: 'Qualified Prospect',
      Phone: '+49 30 1',
    });
  });
});
