// An opportunity: read through its primary contact, told where nobody is named or it is closed, written with both linked.
import { describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import type { Snapshot } from '@/lib/record/snapshot';
import { change, sandboxOrg, submit, whole } from '../sandbox';
import { taskOn } from '../tasks';

const org = sandboxOrg();
const person = (name: keyof typeof org.salesforce.people) => org.salesforce.people[name];
const read = (name: keyof typeof org.salesforce.people) =>
  org.open().read(org.ref(person(name).object, person(name).id), () => undefined);
const value = (snapshot: Snapshot, name: string) => snapshot.facts.find((fact) => fact.name === name)?.value;
const composites = () => org.salesforce.requests.filter((one) => one.path.endsWith('/composite'));

describe('reading', () => {
  it('tells an opportunity by its primary contact and account', async () => {
    const snapshot = await read('opportunity');
    const [primary] = org.salesforce
      .roles(person('opportunity').id)
      .filter(({ values }) => values.IsPrimary === true);
    expect(snapshot).toMatchObject({
      title: '',
      about: { ref: { id: primary?.values.ContactId } },
      advice: [],
    });
    expect(snapshot.ref.object).toBe('Opportunity');
    expect(snapshot.stages.map((stage) => stage.field)).toContain('Opportunity.StageName');
    expect(value(snapshot, 'person.title')).toEqual(expect.any(String));
    expect(snapshot.company?.ref.object).toBe('Account');
  });

  it('takes an opportunity’s first role where none is primary, and counts the others', async () => {
    const { id } = person('roleless');
    const [one, two] = [person('buyer'), person('convertedContact')];
    org.salesforce.create('OpportunityContactRole', { OpportunityId: id, ContactId: two.id });
    org.salesforce.create('OpportunityContactRole', { OpportunityId: id, ContactId: one.id });
    const first = await read('roleless');
    expect(first).toMatchObject({ about: { ref: { id: two.id }, name: two.name }, others: 1 });
    for (const role of org.salesforce.roles(id)) org.salesforce.remove('OpportunityContactRole', role.id);
  });

  it('says what to do for an opportunity without anybody, and lets the account speak', async () => {
    const snapshot = await read('roleless');
    expect(snapshot).toMatchObject({ about: null, others: 0, gaps: [], earlier: [] });
    expect(snapshot.advice?.map(({ link }) => link?.url)).toEqual([
      expect.stringMatching(/\/related\/OpportunityContactRoles\/view$/),
    ]);
    expect(value(snapshot, 'company.industry')).toEqual(expect.any(String));
    expect(value(snapshot, 'person.title')).toBeUndefined();
  });

  it('knows the same of an opportunity’s contact as of the contact’s own page', async () => {
    const own = await read('buyer');
    const renewal = await read('renewal');
    expect(renewal.about?.ref).toEqual(own.ref);
    const engagement = (snapshot: Snapshot) =>
      snapshot.facts.filter(({ name }) => /^(engagement|company|person\.(title|email))/.test(name));
    expect(engagement(renewal)).toEqual(engagement(own));
  });

  it('says that an opportunity is closed, and since when its stage stands', async () => {
    const closed = await read('closedOpportunity');
    expect(closed.advice?.map(({ title }) => title)).toEqual([expect.stringContaining('Closed Lost')]);
    const { id } = person('renewal');
    org.salesforce.patch('Opportunity', id, { StageName: 'Proposal/Price Quote' });
    const [stage] = (await read('renewal')).stages;
    expect(stage).toMatchObject({ value: 'Proposal/Price Quote', since: expect.stringMatching(/Z$/) });
    org.salesforce.patch('Opportunity', id, { StageName: 'Qualification' });
  });
});

describe('around it', () => {
  it('tells of each person what the newest evidence decided, in one call', async () => {
    const { id } = person('buyer');
    await taskOn(org, id, { stage: 'prospect' });
    const at = { Status: 'Completed', WhoId: id, ActivityDate: '2026-10-01' };
    org.salesforce.create('Task', { ...at, Subject: 'Call' });
    org.salesforce.clearRequests();
    const { members } = await org.open().members(org.ref('Account', person('account').id));
    expect(composites()).toHaveLength(1);
    const buyer = members.find(({ ref }) => ref.id === id);
    expect(buyer?.recorded).toEqual({
      ...{ decision: 'prospect', at: expect.stringMatching(/Z$/) },
      answers: expect.any(Object),
    });
    const deal = await org.open().members(org.ref('Opportunity', person('renewal').id));
    expect(deal.members[0]).toMatchObject({ ref: { id }, recorded: { decision: 'prospect' } });
  });

  it('offers the stages of an opportunity’s own sales process, marks those that end it, and no other opportunity', async () => {
    const options = await org.open().reviewOptions(org.ref('Opportunity', person('renewal').id));
    expect(options).toMatchObject({ pipelines: [], dealGap: null, forms: [] });
    const stage = options.stageFields.find(({ field }) => field === 'Opportunity.StageName');
    expect(stage?.options.filter((one) => !one.elsewhere).map(({ value }) => value)).toEqual([
      ...['Qualification', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'],
    ]);
    expect(stage?.options.filter((one) => one.final).map(({ value }) => value)).toEqual([
      ...['Closed Won', 'Closed Lost'],
    ]);
    expect(stage?.options.map(({ order }) => order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('writing', () => {
  it('moves an opportunity’s stage, and leaves the evidence on it', async () => {
    const { id } = org.salesforce.people.opportunity;
    const from = String(org.salesforce.opportunity(id).values.StageName);
    const [submission, step] = submit(
      org.ref('Opportunity', id),
      whole({ changes: [change('Opportunity.StageName', from, 'Needs Analysis')] }),
    );
    await org.open().write(submission, step);
    expect(org.salesforce.opportunity(id).values.StageName).toBe('Needs Analysis');
    expect(org.salesforce.tasksAbout(id)[0]?.values.Subject).toContain(marker(submission.id));
  });

  it('links the evidence on an opportunity to its contact too, unless the org forbids it', async () => {
    const { opportunity, buyer } = org.salesforce.people;
    const about = org.ref('Contact', buyer.id);
    const [linked, step] = submit(org.ref('Opportunity', opportunity.id), whole());
    await org.open().write({ ...linked, about }, step);
    expect(org.salesforce.tasksAbout(opportunity.id)[0]?.values).toMatchObject({ WhoId: buyer.id });
    org.salesforce.settings.unseenRecords.push(buyer.id);
    const [alone, again] = submit(org.ref('Opportunity', opportunity.id), whole());
    await org.open().write({ ...alone, about }, again);
    const [newest] = org.salesforce
      .tasksAbout(opportunity.id)
      .filter(({ values }) => String(values.Subject).includes(alone.id));
    expect(newest?.values.WhoId).toBeUndefined();
  });
});
