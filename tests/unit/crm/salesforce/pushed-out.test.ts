// A colleague's answers in Salesforce are read however many tasks that are called like ours lie above theirs.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { sandboxOrg } from './sandbox';
import { sealedBy } from './seals';

const org = sandboxOrg();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
/** The org's clock tells whole seconds: what is made after this is younger than what was made before. */
const later = () => vi.setSystemTime(Date.now() + 2_000);

const newLead = () => org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' }).id;
const newContact = () =>
  org.salesforce.create('Contact', { LastName: 'Ito', AccountId: org.salesforce.people.account.id }).id;

type Values = Parameters<typeof org.salesforce.create>[1];
const task = (who: string, values: Values) =>
  org.salesforce.create('Task', { WhoId: who, Status: 'Completed', ...values }, 'acme', 'marcus');

async function evidence(who: string, of = who) {
  const { id: owner, values } = org.salesforce.user('marcus');
  const by = String(values.Name);
  const at = org.salesforce.now().toISOString();
  const id = crypto.randomUUID();
  const line = formatRecordLine({
    ...{ id, at, by, owner, supported: null },
    of: [{ crm: 'salesforce', object: of.startsWith('00Q') ? 'Lead' : 'Contact', id: of }],
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value: 'yes', from: 'rep', at, by } },
  });
  const Description = await sealedBy(org, 'marcus', `Evidence (Stagecheck)\nDecision: Lead\n${line}`);
  return task(who, { Subject: `Stagecheck: lead (id=${id})`, Description });
}
/** Mails of a customer's, each logged by a tool. */
const mails = (who: string, many: number, values: Values = { TaskSubtype: 'Email' }) => {
  later();
  for (let one = 0; one < many; one += 1)
    task(who, { Subject: `Stagecheck question ${one}`, Description: 'Hello', ...values });
};
/** Called as ours to the letter, with nothing of ours in them. */
const exact = { Subject: 'Stagecheck: lead (id=1)' };

async function read(object: string, id: string) {
  org.salesforce.clearRequests();
  const { earlier, gaps } = await org.open().read(org.ref(object, id), () => undefined);
  // What the seal is made of is asked for once in a sign-in.
  const asked = org.salesforce.requests.filter(({ path }) => path.endsWith('/query'));
  const more = asked.filter(({ query }) => !query.includes('Organization')).length;
  return { values: earlier.map(({ value }) => value), gaps, more };
}

describe('a task of ours is read', () => {
  it('with the record, where it is among the newest ten, or there are no more', async () => {
    const [one, two] = [newLead(), newLead()];
    mails(one, 5);
    await evidence(one);
    mails(one, 9);
    expect(await read('Lead', one)).toEqual({ values: ['yes'], gaps: [], more: 0 });
    mails(two, 9);
    expect(await read('Lead', two)).toEqual({ values: [], gaps: [], more: 0 });
  });
  it.each([
    ['mails', 10, { TaskSubtype: 'Email' }],
    ['many mails', 300, { TaskSubtype: 'Email' }],
    ['plain tasks', 70, {}],
    ['plain tasks that are called as ours are', 130, exact],
  ] as const)('under younger ones: %s', async (_, many, values) => {
    const who = newLead();
    await evidence(who);
    mails(who, many, values);
    expect(await read('Lead', who)).toMatchObject({ values: ['yes'], gaps: [] });
  });
  it('where Salesforce gives fewer at a time than were asked for', async () => {
    org.salesforce.settings.queryPage = 20;
    const who = newLead();
    await evidence(who);
    mails(who, 100, exact);
    expect(await read('Lead', who)).toMatchObject({ values: ['yes'], gaps: [] });
  });
  it('under ten of ours that are of another record', async () => {
    const [who, other] = [newLead(), newLead()];
    await evidence(who);
    later();
    for (let one = 0; one < 12; one += 1) await evidence(who, other);
    expect(await read('Lead', who)).toMatchObject({ values: ['yes'], gaps: [] });
  });
  it('of the contact of an opportunity', async () => {
    const who = newContact();
    const { id } = org.salesforce.create('Opportunity', {
      ...{ Name: 'Ito deal', StageName: 'Prospecting', CloseDate: '2027-03-31' },
      AccountId: org.salesforce.people.account.id,
    });
    org.salesforce.create('OpportunityContactRole', { OpportunityId: id, ContactId: who, IsPrimary: true });
    await evidence(who);
    mails(who, 10);
    expect(await read('Opportunity', id)).toMatchObject({ values: ['yes'], gaps: [] });
  });
});

describe('it is said', () => {
  it('where there are more that are called as ours are than are read', async () => {
    const who = newLead();
    await evidence(who);
    mails(who, 520, exact);
    const why = expect.stringContaining('only the newest 510 tasks');
    expect(await read('Lead', who)).toMatchObject({
      values: [],
      gaps: [{ what: 'Earlier qualifications', why }],
    });
  });
  it('where Salesforce refuses to look further, and all else is there', async () => {
    const who = newLead();
    await evidence(who);
    mails(who, 10);
    org.salesforce.faults.arm({
      ...{ path: /\/query\?/, times: 9 },
      do: { status: 400, body: [{ errorCode: 'MALFORMED_QUERY', message: 'no' }] },
    });
    expect((await read('Lead', who)).gaps).toEqual([
      expect.objectContaining({ what: 'Earlier qualifications' }),
    ]);
  });
});
