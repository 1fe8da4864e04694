// Converting leads of the sandbox org over SOAP: every choice, every refusal, and never twice.
import { describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { problemOf } from '../../portal';
import { sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
let number = 0;
function newLead(values: Record<string, string> = {}) {
  number += 1;
  return org.salesforce.create('Lead', { LastName: `Lead ${number}`, Company: `Firm ${number}`, ...values });
}
/** One that the review offers an account for, and in it a contact. */
function leadOf(account: string, contact: string) {
  const { Name } = org.salesforce.account(account).values;
  const { Email } = org.salesforce.contact(contact).values;
  return newLead({ Company: String(Name), Email: String(Email) });
}
type Answers = Record<string, string>;
/** The form as the product sends it: nothing for questions that weren't asked. */
const answers = (more: Answers): Answers => ({ account: 'new', opportunity: 'none', ...more });
const step = (lead: string, more: Answers = {}, ...allow: string[]) =>
  submit(org.ref('Lead', lead), { kind: 'form', form: 'convert', values: answers(more) }, ...allow);
const all = (lead: string, more: Answers = {}, extra: Record<string, string> = {}) =>
  submit(org.ref('Lead', lead), whole({ form: answers(more), extra }));
const evidence = (lead: string) =>
  org.salesforce
    .tasks(String(org.salesforce.lead(lead).values.ConvertedContactId))
    .filter((task) => /^Stagecheck/.test(String(task.values.Subject)));
const soap = () => org.salesforce.requests.filter((one) => one.path.startsWith('/services/Soap/'));

describe('a lead becomes', () => {
  it('a contact of a new account, and no opportunity', async () => {
    const lead = newLead();
    const result = await org.open().write(...step(lead.id));
    const { values } = org.salesforce.lead(lead.id);
    expect(values).toMatchObject({ IsConverted: true, Status: 'Closed - Converted' });
    expect(values.ConvertedOpportunityId).toBeUndefined();
    expect(result).toEqual({
      text: 'Lead converted to contact',
      id: values.ConvertedContactId,
      url: expect.stringContaining(`/Contact/${values.ConvertedContactId}/`),
      next: {
        ref: org.ref('Contact', String(values.ConvertedContactId)),
        url: expect.stringContaining(`/Contact/${values.ConvertedContactId}/`),
      },
    });
    expect(org.salesforce.account(String(values.ConvertedAccountId)).values.Name).toBe(lead.values.Company);
  });

  it('a contact of an account that is there, with an opportunity by name', async () => {
    const { id } = org.salesforce.people.account;
    const lead = leadOf(id, org.salesforce.people.buyer.id);
    const result = await org
      .open()
      .write(...step(lead.id, { account: id, opportunity: 'new', name: 'Berg & Söhne <1>' }));
    const { values } = org.salesforce.lead(lead.id);
    expect(values.ConvertedAccountId).toBe(id);
    expect(org.salesforce.opportunity(String(values.ConvertedOpportunityId)).values.Name).toBe(
      'Berg & Söhne <1>',
    );
    expect(result.text).toBe('Lead converted to contact and opportunity');
  });

  it('a contact that is there', async () => {
    const { account, buyer } = org.salesforce.people;
    const lead = leadOf(account.id, buyer.id);
    await org.open().write(...step(lead.id, { account: account.id, [`contact-${account.id}`]: buyer.id }));
    expect(org.salesforce.lead(lead.id).values.ConvertedContactId).toBe(buyer.id);
  });

  it('someone’s, where a queue had it', async () => {
    const { id } = org.salesforce.people.queueLead;
    expect((await problemOf(org.open().write(...step(id)))).kind).not.toBe('unexpected');
    expect(org.salesforce.lead(id).values.IsConverted).toBe(false);
    const owner = org.salesforce.user('lena').id;
    await org.open().write(...step(id, { owner }));
    const { ConvertedContactId } = org.salesforce.lead(id).values;
    expect(org.salesforce.contact(String(ConvertedContactId)).values.OwnerId).toBe(owner);
  });

  it('nothing, where it was given to someone else since the rep looked: said first, with the name', async () => {
    const lead = newLead();
    const [sent, form] = step(lead.id);
    const owner = { field: 'Lead.OwnerId', id: org.salesforce.user('lena').id };
    org.salesforce.patch('Lead', lead.id, { OwnerId: org.salesforce.user('marcus').id });
    const { kind, theirs } = await problemOf(org.open().write({ ...sent, owner }, form));
    expect([kind, theirs?.[0]?.text]).toEqual(['changed', 'Marcus Oyelaran']);
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(false);
    const seen = { ...owner, id: org.salesforce.user('marcus').id };
    await org.open().write({ ...sent, owner: seen }, form);
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(true);
  });

  it('and its evidence goes to what it became, in the same step', async () => {
    const lead = newLead();
    const [submission, together] = all(lead.id, { opportunity: 'new', name: 'With evidence' });
    const session = org.open();
    expect(await session.probe(submission, together)).toBeNull();
    const result = await session.write(submission, together);
    const { ConvertedOpportunityId } = org.salesforce.lead(lead.id).values;
    const [found, ...others] = evidence(lead.id);
    expect(others).toEqual([]);
    expect(found?.values.WhatId).toBe(ConvertedOpportunityId);
    expect(found?.values.Subject).toContain(marker(submission.id));
    expect(result.parts?.map((part) => part.id)).toEqual([ConvertedOpportunityId, found?.id]);
    expect(result.next?.ref).toEqual(org.ref('Opportunity', String(ConvertedOpportunityId)));
    expect(await session.probe(submission, together)).toEqual(result);
  });

  it('and only after a field that the org demands was filled', async () => {
    org.salesforce.settings.rules.push({
      object: 'Contact',
      when: [{ field: 'Phone', blank: true }],
      message: 'A contact needs a phone number.',
      errorDisplayField: 'Phone',
    });
    const lead = newLead();
    const problem = await problemOf(org.open().write(...all(lead.id)));
    expect(problem).toMatchObject({ kind: 'invalid', fields: [{ field: 'Lead.Phone' }] });
    await org.open().write(...all(lead.id, {}, { 'Lead.Phone': '+49 30 1' }));
    const { ConvertedContactId } = org.salesforce.lead(lead.id).values;
    expect(org.salesforce.contact(String(ConvertedContactId)).values.Phone).toBe('+49 30 1');
  });
});

describe('conversion and evidence', () => {
  it('go in steps too: what the lead still takes, the form, and the rest with what it became', async () => {
    const lead = newLead();
    const ref = org.ref('Lead', lead.id);
    const [alone, fields] = submit(ref, { kind: 'fields', changes: [], extra: { 'Lead.Phone': '1' } });
    const convert = { ...fields, write: { kind: 'form' as const, form: 'convert', values: answers({}) } };
    const submission = { ...alone, steps: [fields, convert] };
    const session = org.open();
    await session.write(submission, fields);
    const result = await session.write(submission, convert);
    expect(result.next?.ref.object).toBe('Contact');
    expect(await session.probe(submission, convert)).toEqual(result);
    expect(await session.probe(submission, fields)).not.toBeNull();
    const rest = { ...fields, write: whole() };
    expect(await session.probe(submission, rest)).toBeNull();
    await session.write(submission, rest);
    expect(await session.probe(submission, rest)).toMatchObject({
      parts: [{ text: expect.stringContaining('Evidence') }],
    });
    expect(evidence(lead.id)).toHaveLength(1);
    expect(soap()).toHaveLength(1);
  });

  it('are both there once, however often the step is repeated', async () => {
    const lead = newLead();
    const [submission, together] = all(lead.id);
    const session = org.open();
    const first = await session.write(submission, together);
    org.salesforce.clearRequests();
    expect(await session.write(submission, together)).toEqual(first);
    expect(soap()).toEqual([]);
    expect(evidence(lead.id)).toHaveLength(1);
  });

  it.each(['dropAfter', 'halfBody', 'drop'] as const)(
    'with the second answer lost (%s): only what is missing is done again',
    async (fault) => {
      const lead = newLead();
      const [submission, together] = all(lead.id, { opportunity: 'new', name: `Lost ${fault}` });
      const session = org.open();
      org.salesforce.faults.arm({ path: /\/composite$/, do: fault, times: 1 });
      const problem = await problemOf(session.write(submission, together));
      expect(problem.standing).toContain('The lead is converted.');
      expect(await session.probe(submission, together)).toEqual(
        fault === 'drop' ? null : expect.objectContaining({ next: expect.anything() }),
      );
      await session.write(submission, together);
      expect(soap()).toHaveLength(1);
      expect(evidence(lead.id)).toHaveLength(1);
      expect(
        org.salesforce.all('Opportunity').filter((one) => one.values.Name === `Lost ${fault}`),
      ).toHaveLength(1);
    },
  );

  it('with the evidence refused: the rep is told what stands, and the next try adds it', async () => {
    const lead = newLead();
    const [submission, together] = all(lead.id);
    org.salesforce.settings.noCreate.push({ object: 'Task' });
    const problem = await problemOf(org.open().write(submission, together));
    expect(problem).toMatchObject({ kind: 'forbidden', standing: expect.stringContaining('converted') });
    org.salesforce.resetSettings();
    expect(await org.open().probe(submission, together)).toBeNull();
    await org.open().write(submission, together);
    expect(evidence(lead.id)).toHaveLength(1);
    expect(soap()).toHaveLength(1);
  });

  it('go through although a rule finds duplicates, where the rep allows it', async () => {
    const { buyer } = org.salesforce.people;
    const { Email = '' } = org.salesforce.contact(buyer.id).values;
    const lead = newLead({ Email: String(Email) });
    org.salesforce.settings.duplicates.push({
      object: 'Contact',
      fields: ['Email'],
      rule: 'Same email',
      saveAllowed: true,
    });
    const [submission, together] = all(lead.id);
    expect((await problemOf(org.open().write(submission, together))).duplicates?.mayAllow).toBe(true);
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(false);
    await org.open().write({ ...submission, allow: ['duplicates'] }, together);
    expect(evidence(lead.id)).toHaveLength(1);
  });
});

describe('a conversion', () => {
  it('that has happened is not made again', async () => {
    const lead = newLead();
    const [submission, convert] = step(lead.id);
    const session = org.open();
    expect(await session.probe(submission, convert)).toBeNull();
    const first = await session.write(submission, convert);
    org.salesforce.clearRequests();
    expect(await session.write(submission, convert)).toEqual(first);
    expect(await session.probe(submission, convert)).toEqual(first);
    expect(soap()).toEqual([]);
  });

  it.each(['dropAfter', 'halfBody'] as const)(
    'whose answer is lost (%s) is looked up before anything is said',
    async (fault) => {
      const lead = newLead();
      org.salesforce.faults.arm({ path: /\/Soap\//, do: fault, times: 1 });
      const result = await org.open().write(...step(lead.id));
      expect(result.id).toBe(org.salesforce.lead(lead.id).values.ConvertedContactId);
      expect(soap()).toHaveLength(1);
    },
  );

  it('that never arrived is told as that', async () => {
    const lead = newLead();
    org.salesforce.faults.arm({ path: /\/Soap\//, do: 'drop', times: 1 });
    expect((await problemOf(org.open().write(...step(lead.id)))).kind).toBe('offline');
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(false);
  });

  it('is refused in the org’s words: rights, rules, statuses', async () => {
    expect((await problemOf(org.open('noConvert').write(...step(newLead().id)))).kind).toBe('forbidden');
    expect((await problemOf(org.open().write(...step(newLead().id, { status: 'Nurture' })))).kind).toBe(
      'invalid',
    );
    org.salesforce.settings.rules.push({
      object: 'Contact',
      when: [{ field: 'Phone', blank: true }],
      message: 'A contact needs a phone number.',
      errorDisplayField: 'Phone',
    });
    expect(await problemOf(org.open().write(...step(newLead().id)))).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('A contact needs a phone number.'),
    });
    const contact = org.ref('Contact', org.salesforce.people.buyer.id);
    const [submission, convert] = submit(contact, { kind: 'form', form: 'convert', values: answers({}) });
    expect((await problemOf(org.open().write(submission, convert))).kind).toBe('not-here');
  });

  it('with an ended session goes on with a renewed one', async () => {
    const lead = newLead();
    const session = org.open('expired', { renew: async () => org.salesforce.tokens.lena });
    await session.write(...step(lead.id));
    expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(true);
  });
});
