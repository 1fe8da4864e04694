// Reading leads, contacts and opportunities from the sandbox org: one composite call, gaps said, facts as HubSpot's.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isSharedFact } from '@/lib/record/facts';
import type { Snapshot } from '@/lib/record/snapshot';
import { SnapshotSchema } from '@/lib/record/snapshot';
import { problemOf } from '../../portal';
import { sandboxOrg } from '../sandbox';

const org = sandboxOrg();
const person = (name: keyof typeof org.salesforce.people) => org.salesforce.people[name];
const read = (
  name: keyof typeof org.salesforce.people,
  fields: string[] = [],
  token: 'lena' | 'reader' = 'lena',
) => org.open(token).read(org.ref(person(name).object, person(name).id), () => undefined, fields);
const value = (snapshot: Snapshot, name: string) => snapshot.facts.find((fact) => fact.name === name)?.value;
const composites = () => org.salesforce.requests.filter((one) => one.path.endsWith('/composite'));

describe('reading', () => {
  it('takes one composite call with at most five queries in it', async () => {
    for (const name of ['queueLead', 'buyer', 'opportunity'] as const) {
      org.salesforce.clearRequests();
      const snapshot = await read(name);
      expect(v.parse(SnapshotSchema, snapshot)).toEqual(snapshot);
      expect(snapshot.gaps).toEqual([]);
      expect(composites()).toHaveLength(1);
      const asked = JSON.stringify(composites()[0]);
      expect(asked.match(/\/query\?q=/g)?.length ?? 0).toBeLessThanOrEqual(5);
    }
  });

  it('tells a lead with its company, source, answer and status', async () => {
    const snapshot = await read('queueLead');
    expect(snapshot).toMatchObject({
      name: 'Quentin Alvarado',
      title: 'Head of Operations',
      crmName: 'Salesforce',
      complete: true,
      mergedFrom: null,
      company: { name: 'Saltmarsh Haulage' },
    });
    expect(snapshot.stages[0]).toMatchObject({ field: 'Lead.Status', value: 'Open - Not Contacted' });
    expect(value(snapshot, 'company.employees')).toBe(240);
    expect(value(snapshot, 'company.domain')).toBe('saltmarsh.example');
    expect(value(snapshot, 'source.kind')).toBe('inbound');
    expect(value(snapshot, 'engagement.lastIncomingEmailAt')).toEqual(expect.stringMatching(/^\d{4}-.*Z$/));
    expect(value(snapshot, 'deals.open')).toBe(0);
    expect(snapshot.facts.filter((fact) => !isSharedFact(fact.name))).toEqual([]);
  });

  it('tells a contact with its account, opportunities and buying role', async () => {
    const snapshot = await read('buyer');
    expect(snapshot.company?.ref.object).toBe('Account');
    expect(snapshot.deals.some((deal) => deal.open)).toBe(true);
    expect(Number(value(snapshot, 'deals.open'))).toBeGreaterThan(0);
    expect(value(snapshot, 'person.buyingRole')).toBe('Decision Maker');
    expect(value(snapshot, 'company.industry')).toEqual(expect.any(String));
  });

  it('says so where it may not see whether a contact has an account', async () => {
    org.salesforce.settings.hidden.push({ object: 'Contact', field: 'AccountId' });
    const { gaps } = await read('buyer');
    expect(gaps.map((gap) => gap.what)).toEqual(['The account']);
  });

  it('lacks nothing where a contact has no account', async () => {
    const snapshot = await read('lonely');
    expect([snapshot.company, snapshot.gaps]).toEqual([null, []]);
  });

  it('reads a converted lead as its contact', async () => {
    const snapshot = await read('converted');
    expect(snapshot.ref.id).toBe(person('convertedContact').id);
    expect(snapshot.mergedFrom).toBe(person('converted').id);
  });

  it('takes a team’s own fields as facts, with their types', async () => {
    const { id } = person('queueLead');
    org.salesforce.patch('Lead', id, { Favourite_Topic__c: 'Scheduling' });
    const snapshot = await read('queueLead', [
      'salesforce:Lead.Favourite_Topic__c',
      'salesforce:Lead.No_Such__c',
      'salesforce:Contact.Favourite_Topic__c',
      'hubspot:contacts.favourite_topic',
    ]);
    expect(snapshot.facts.filter((fact) => fact.name.includes(':'))).toEqual([
      expect.objectContaining({
        name: 'salesforce:Lead.Favourite_Topic__c',
        value: 'Scheduling',
        field: 'Lead.Favourite_Topic__c',
      }),
    ]);
  });

  it('says since when the status holds', async () => {
    const { id } = person('knownByName');
    org.salesforce.patch('Lead', id, { Status: 'Working - Contacted' });
    const [stage] = (await read('knownByName')).stages;
    expect(stage).toMatchObject({ value: 'Working - Contacted', since: expect.stringMatching(/Z$/) });
  });
});

describe('a part that is closed', () => {
  it.each([
    ['CampaignMember', 'Campaign responses'],
    ['EmailMessage', 'Emails'],
    ['Task', 'Tasks'],
    ['Event', 'Events'],
  ] as const)('%s leaves a gap and stops nothing', async (object, what) => {
    org.salesforce.settings.noAccess.push({ object });
    const snapshot = await read('queueLead');
    expect(snapshot.gaps.map((gap) => gap.what)).toContain(what);
    expect(value(snapshot, 'company.name')).toBe('Saltmarsh Haulage');
  });

  it('a field hidden by field-level security takes nothing along but itself', async () => {
    org.salesforce.settings.hidden.push({ object: 'Task', field: 'CallDisposition' });
    org.salesforce.settings.hidden.push({ object: 'Lead', field: 'NumberOfEmployees' });
    const snapshot = await read('queueLead');
    expect(snapshot.gaps.map((gap) => gap.what)).toEqual(['Tasks (call disposition)']);
    expect(value(snapshot, 'company.employees')).toBeUndefined();
  });
});

describe('a record that cannot be read', () => {
  it('is gone, of another org, or of a kind that is not qualified', async () => {
    const kinds = await Promise.all(
      [
        org.open().read(org.ref('Lead', '00Q5e00000zzzzzEAA'), () => undefined),
        org
          .open()
          .read(
            { ...org.ref('Lead', person('queueLead').id), account: 'other.my.salesforce.com' },
            () => undefined,
          ),
        org.open().read(org.ref('Account', person('account').id), () => undefined),
        org.open('expired').read(org.ref('Lead', person('queueLead').id), () => undefined),
      ].map(problemOf),
    );
    expect(kinds.map((one) => one.kind)).toEqual(['gone', 'wrong-account', 'not-here', 'key-refused']);
  });

  it('was deleted', async () => {
    const made = org.salesforce.create('Lead', { LastName: 'Gone', Company: 'Gone' });
    org.salesforce.remove('Lead', made.id);
    expect((await problemOf(org.open().read(org.ref('Lead', made.id), () => undefined))).kind).toBe('gone');
  });
});

describe('around the record', () => {
  it('lists the people of an account and of an opportunity', async () => {
    const account = await org.open().members(org.ref('Account', person('account').id));
    expect(account.members.length).toBeGreaterThan(1);
    expect(account.members[0]).toMatchObject({ ref: { object: 'Contact' }, name: expect.any(String) });
    expect(account.members[0]?.stages.map((stage) => stage.field)).toEqual([
      'Contact.Qualification_Stage__c',
    ]);
    expect(account.about?.facts.map(({ name }) => name)).toContain('company.industry');
    const deal = await org.open().members(org.ref('Opportunity', person('opportunity').id));
    expect(deal.members.length).toBeGreaterThan(0);
    expect((await org.open().members(org.ref('Account', person('emptyAccount').id))).members).toEqual([]);
    expect((await problemOf(org.open().members(org.ref('Lead', person('queueLead').id)))).kind).toBe(
      'not-here',
    );
  });

  it('offers the statuses of the record type, and no converted one', async () => {
    const fields = await org.open().stageFields(org.ref('Lead', person('partnerLead').id));
    const status = fields.find((field) => field.field === 'Lead.Status');
    const offered = status?.options.filter((option) => !option.elsewhere);
    expect(offered?.map((option) => option.value)).toEqual([
      'Open - Not Contacted',
      'Qualified Prospect',
      'Closed - Converted',
      'Closed - Not Converted',
    ]);
    expect(status?.options.filter((option) => option.hidden).map((option) => option.value)).toEqual([
      'Closed - Converted',
    ]);
    const all = await org.open().stageFields();
    expect(all.map((field) => [field.object, field.field, field.ordered, field.spans ?? false])).toEqual([
      ['Lead', 'Lead.Status', false, true],
      ['Lead', 'Lead.Qualification_Stage__c', false, false],
      ['Lead', 'Lead.Disqualification_Reason__c', false, false],
      ['Contact', 'Contact.Qualification_Stage__c', false, false],
      ['Opportunity', 'Opportunity.StageName', true, true],
    ]);
  });

  it('offers open stages by record type, for contacts', async () => {
    const options = await org.open().reviewOptions(org.ref('Contact', person('buyer').id));
    expect(options.pipelines.map((one) => one.label)).toEqual(['New business', 'Renewal']);
    expect(options.pipelines[1]?.stages.map((stage) => stage.value)).toEqual([
      'Qualification',
      'Proposal/Price Quote',
    ]);
    expect(options).toMatchObject({ dealGap: null, dealWord: 'opportunity', perRecord: true, forms: [] });
    org.salesforce.settings.noCreate.push({ object: 'Opportunity' });
    expect((await org.open().reviewOptions()).dealGap).toEqual(expect.any(String));
  });

  it('checks the sign-in, and says which rights it lacks', async () => {
    expect(await org.open().check()).toMatchObject({
      id: 'acme.my.salesforce.com',
      name: org.salesforce.orgs.acme.title,
      missing: [],
    });
    const reader = await org.open('reader').check();
    expect(reader.missing.map((one) => one.scope)).toContain('Task: Create');
    expect((await problemOf(org.open('revoked').check())).kind).toBe('key-refused');
    const people = await org.open().people();
    expect(people.length).toBeGreaterThan(2);
    expect(people[0]).toEqual({
      id: expect.stringMatching(/^005/),
      name: expect.any(String),
      email: expect.any(String),
    });
  });

  it('knows who signed in where the identity service is shut, by the user that the token named or as SOAP says', async () => {
    const known = await org.open().check();
    const fields = { user: known.user?.id ?? '' };
    org.salesforce.settings.oauth.userinfo = false;
    expect(await org.open('lena', { fields }).check()).toEqual(known);
    expect(await org.open().check()).toEqual(known);
    expect((await problemOf(org.open('revoked').check())).kind).toBe('key-refused');
    expect((await problemOf(org.open('revoked', { fields }).check())).kind).toBe('key-refused');
  });

  it('defines the fields that the org may demand', async () => {
    const found = await org
      .open()
      .fieldDefinitions({ object: 'Lead' }, [
        'Lead.LeadSource',
        'Opportunity.CloseDate',
        'Opportunity.Amount',
        'DoNotCall',
        'Lead.Nothing__c',
      ]);
    expect(found.map((one) => [one.field, one.kind])).toEqual([
      ['Lead.LeadSource', 'choice'],
      ['Opportunity.CloseDate', 'date'],
      ['Opportunity.Amount', 'number'],
      ['DoNotCall', 'check'],
      ['Lead.Nothing__c', 'text'],
    ]);
    expect(found[0]?.options.map((option) => option.value)).toContain('Web');
  });
});
