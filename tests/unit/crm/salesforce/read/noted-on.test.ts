// A task of ours names the record that it is of, and counts there, or on what Salesforce says that record has become.
import { describe, expect, it } from 'vitest';
import { formatRecordLine, type NotedOf } from '@/lib/qualification/record-line/record-line';
import { sandboxOrg } from '../sandbox';
import { sealedBy } from '../seals';

const org = sandboxOrg();
const lead = () => org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' }).id;
const contact = () =>
  org.salesforce.create('Contact', { LastName: 'Ito', AccountId: org.salesforce.people.account.id }).id;
function deal(who: string) {
  const { id } = org.salesforce.create('Opportunity', {
    ...{ Name: 'Ito deal', StageName: 'Prospecting', CloseDate: '2027-03-31' },
    AccountId: org.salesforce.people.account.id,
  });
  role(id, who);
  return id;
}
const role = (OpportunityId: string, ContactId: string) =>
  org.salesforce.create('OpportunityContactRole', { OpportunityId, ContactId, IsPrimary: true });
const of = (object: string, id: string): NotedOf => ({ crm: 'salesforce', object, id });

type On = { WhoId?: string; WhatId?: string };
async function task(on: On, named?: NotedOf[], value = 'yes') {
  const id = crypto.randomUUID();
  const at = org.salesforce.now().toISOString();
  const { id: owner, values } = org.salesforce.user('marcus');
  const by = String(values.Name);
  const line = formatRecordLine({
    ...{ id, at, by, owner, supported: null },
    ...(named === undefined ? {} : { of: named }),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value, from: 'rep', at, by } },
  });
  const text = await sealedBy(org, 'marcus', `Evidence (Stagecheck)\nDecision: Lead\n${line}`);
  const values2 = { Status: 'Completed', Subject: `Stagecheck: lead (id=${id})`, Description: text };
  return org.salesforce.create('Task', { ...on, ...values2 }, 'acme', 'marcus').id;
}
async function read(object: string, id: string) {
  const { earlier, advice } = await org.open().read(org.ref(object, id), () => undefined);
  const says = advice?.filter(({ title }) => title.includes('not counted')).map((one) => one.text) ?? [];
  return { values: earlier.map((one) => one.value), via: earlier.map((one) => one.via), says };
}
const here = { values: ['yes'], via: [undefined], says: [] };
const elsewhere = {
  ...{ values: [], via: [] },
  says: ['It names earlier answers, but they were noted on another record.'],
};
const marked = {
  ...{ values: ['yes'], says: [] },
  via: ['noted on a record that Salesforce no longer finds'],
};
const nameless = {
  ...{ values: [], via: [] },
  says: ['It names earlier answers, but they don’t say which record they are of.'],
};

describe('a task that names its record', () => {
  it('counts there, by ids of either length, and not where somebody moved it to', async () => {
    const [mine, theirs] = [lead(), lead()];
    const id = await task({ WhoId: mine }, [of('Lead', mine.slice(0, 15))]);
    expect(await read('Lead', mine)).toEqual(here);
    org.salesforce.patch('Task', id, { WhoId: theirs }, 'acme', 'marcus');
    expect(await read('Lead', theirs)).toEqual(elsewhere);
  });
  it('counts on the contact and the opportunity that the lead became', async () => {
    const one = lead();
    await task({ WhoId: one }, [of('Lead', one)]);
    const { contactId, opportunityId } = org.salesforce.convert(one);
    expect(await read('Contact', contactId)).toMatchObject({ values: ['yes'], says: [] });
    // Through the person, or as the opportunity's own.
    expect((await read('Opportunity', String(opportunityId))).values).toContain('yes');
    expect((await read('Opportunity', String(opportunityId))).says).toEqual([]);
    const other = contact();
    await task({ WhoId: other }, [of('Lead', one)]);
    expect(await read('Contact', other)).toEqual(elsewhere);
  });
  it('counts on the record that it was merged into, also after its lead became a contact', async () => {
    const [kept, gone] = [lead(), lead()];
    await task({ WhoId: gone }, [of('Lead', gone)]);
    org.salesforce.merge('Lead', kept, gone);
    expect(await read('Lead', kept)).toMatchObject({ values: ['yes'], says: [] });
    const { contactId } = org.salesforce.convert(kept);
    const last = contact();
    org.salesforce.merge('Contact', last, contactId);
    expect(await read('Contact', last)).toMatchObject({ values: ['yes'], says: [] });
  });
  it('counts for the opportunity’s contact on both pages, and not for the next contact of it', async () => {
    const [who, next] = [contact(), contact()];
    const id = deal(who);
    await task({ WhoId: who, WhatId: id }, [of('Opportunity', id), of('Contact', who)]);
    expect((await read('Opportunity', id)).values).toContain('yes');
    expect(await read('Contact', who)).toEqual(here);
    // Made from the contact's page, with the opportunity.
    const [maker, later] = [contact(), contact()];
    const made = deal(maker);
    await task({ WhoId: maker, WhatId: made }, [of('Contact', maker)]);
    expect((await read('Opportunity', made)).values).toContain('yes');
    role(made, later);
    expect(await read('Opportunity', made)).toMatchObject({ values: [], says: elsewhere.says });
    role(id, next);
    expect((await read('Opportunity', id)).values).toEqual(['yes']);
    expect((await read('Contact', next)).values).toEqual([]);
  });
  it('does not count where the one that it names was deleted', async () => {
    const [mine, gone] = [lead(), lead()];
    org.salesforce.remove('Lead', gone);
    await task({ WhoId: mine }, [of('Lead', gone)]);
    expect(await read('Lead', mine)).toEqual(elsewhere);
  });
  it('is marked where the one that it names can’t be found any more: merged ones leave the bin after days', async () => {
    const mine = lead();
    await task({ WhoId: mine }, [of('Lead', '00Q000000000001')]);
    expect(await read('Lead', mine)).toEqual(marked);
  });
  it('does not count where it names one by an id that none of its kind can have', async () => {
    const mine = lead();
    task({ WhoId: mine }, [of('Lead', '003000000000001')]);
    expect(await read('Lead', mine)).toEqual(elsewhere);
  });
  it('does not count where Salesforce won’t say what became of it', async () => {
    const [mine, other] = [lead(), lead()];
    await task({ WhoId: mine }, [of('Lead', other)]);
    const path = /\/composite$/;
    const body = [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }];
    org.salesforce.faults.arm({ method: 'POST', path, skip: 1, times: 9, do: { status: 403, body } });
    const says = [expect.stringContaining('Salesforce doesn’t say whether it is this one now')];
    expect(await read('Lead', mine)).toEqual({ values: [], via: [], says });
  });
});

describe('a task that names no record', () => {
  it('counts for nothing, and hides no older one that names it', async () => {
    const mine = lead();
    await task({ WhoId: mine }, [of('Lead', mine)]);
    await task({ WhoId: mine }, undefined, 'no');
    expect(await read('Lead', mine)).toEqual({ ...here, says: nameless.says });
    const bare = lead();
    await task({ WhoId: bare }, []);
    expect(await read('Lead', bare)).toEqual(nameless);
  });
});
