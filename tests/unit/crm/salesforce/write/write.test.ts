// Writing to the sandbox org: everything in one composite call or nothing, never twice, compared before and after.
import { describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { problemOf } from '../../portal';
import { OPEN } from '../decided';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const PROSPECT = 'Qualified Prospect';
const composites = () =>
  org.salesforce.requests.filter((one) => one.path.endsWith('/composite') && one.method === 'POST');
let number = 0;
/** A lead of its own for each test. */
function newLead(values: Record<string, string | number> = {}) {
  number += 1;
  return org.salesforce.create('Lead', {
    LastName: `Test ${number}`,
    Company: `Firm ${number}`,
    Status: OPEN,
    ...values,
  });
}
function newContact() {
  number += 1;
  const { id } = org.salesforce.people.account;
  return org.salesforce.create('Contact', { LastName: `Contact ${number}`, AccountId: id });
}
const toProspect = [change('Lead.Status', OPEN, PROSPECT)];
const deal = (more: object = {}) => ({
  create: true,
  name: 'Berg rollout',
  pipeline: '012000000000000AAA',
  stage: 'Qualification',
  amount: 1200,
  closeDate: '2027-01-31',
  ...more,
});

describe('a submission', () => {
  it('writes status and evidence in one call, and reads back', async () => {
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ changes: toProspect }));
    org.salesforce.clearRequests();
    const result = await org.open().write(submission, step);
    expect(composites()).toHaveLength(1);
    expect(result.text).toContain('Evidence left');
    expect(result.url).toContain(lead.id);
    expect(org.salesforce.lead(lead.id).values.Status).toBe(PROSPECT);
    const [task, ...others] = org.salesforce.tasks(lead.id);
    expect(others).toEqual([]);
    expect(task?.values).toMatchObject({
      Status: 'Completed',
      Description: 'What was found.',
      IsClosed: true,
    });
    expect(task?.values.Subject).toContain(marker(submission.id));
  });

  it('creates an opportunity with the contact as primary role, and the evidence on both', async () => {
    const contact = newContact();
    const [submission, step] = submit(org.ref('Contact', contact.id), whole({ deal: deal() }));
    const result = await org.open().write(submission, step);
    const made = org.salesforce.opportunity(result.id ?? '');
    expect(made.values).toMatchObject({
      Name: 'Berg rollout',
      StageName: 'Qualification',
      Amount: 1200,
      CloseDate: '2027-01-31',
      AccountId: org.salesforce.people.account.id,
    });
    expect(org.salesforce.roles(made.id).map((role) => role.values)).toEqual([
      expect.objectContaining({ ContactId: contact.id, IsPrimary: true }),
    ]);
    expect(org.salesforce.tasks(contact.id)[0]?.values.WhatId).toBe(made.id);
    expect(result.url).toContain(`/Opportunity/${made.id}/`);
  });

  it('is written in steps too, where it is asked in steps', async () => {
    const contact = newContact();
    const ref = org.ref('Contact', contact.id);
    const [first, fields] = submit(ref, {
      kind: 'fields',
      changes: [change('Contact.Qualification_Stage__c', '', 'Prospect')],
      extra: {},
    });
    await org.open().write(first, fields);
    const [second, opportunity] = submit(ref, { kind: 'deal', deal: deal({ name: 'In steps' }) });
    const made = await org.open().write(second, opportunity);
    const [third, note] = submit(ref, { kind: 'note', body: 'Hello' });
    await org.open().write(third, note);
    expect(org.salesforce.contact(contact.id).values.Qualification_Stage__c).toBe('Prospect');
    expect(await org.open().probe(first, fields)).not.toBeNull();
    expect(await org.open().probe(second, opportunity)).toMatchObject({ id: made.id });
    expect(await org.open().probe(third, note)).not.toBeNull();
    expect(await org.open().probe(...submit(ref, { kind: 'note', body: 'Hello' }))).toBeNull();
  });
});

describe('nothing is kept of a submission', () => {
  it('when the org refuses a part of it, and its words stand beside the field', async () => {
    const lead = newLead();
    org.salesforce.settings.rules.push({
      object: 'Lead',
      when: [{ field: 'Status', is: PROSPECT }],
      message: 'A prospect needs a phone number.',
      errorDisplayField: 'Phone',
    });
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ changes: toProspect }));
    expect(await problemOf(org.open().write(submission, step))).toMatchObject({
      kind: 'invalid',
      message: 'A prospect needs a phone number.',
      fields: [{ field: 'Lead.Phone', label: 'Phone', message: 'A prospect needs a phone number.' }],
    });
    expect(org.salesforce.lead(lead.id).values.Status).toBe(OPEN);
    expect(org.salesforce.tasks(lead.id)).toEqual([]);
    expect(await org.open().probe(submission, step)).toBeNull();
    const more = { ...step, write: whole({ changes: toProspect, extra: { 'Lead.Phone': '+49 1' } }) };
    org.salesforce.resetSettings();
    await org.open().write(submission, more);
    expect(org.salesforce.lead(lead.id).values).toMatchObject({ Status: PROSPECT, Phone: '+49 1' });
  });

  it('when the evidence task is refused', async () => {
    const lead = newLead();
    org.salesforce.settings.noCreate.push({ object: 'Task' });
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ changes: toProspect }));
    expect((await problemOf(org.open().write(submission, step))).kind).toBe('forbidden');
    expect(org.salesforce.lead(lead.id).values.Status).toBe(OPEN);
  });

  it.each([
    [
      'a required field',
      { required: [{ object: 'Lead' as const, field: 'Phone' }] },
      'required',
      'Lead.Phone',
    ],
    [
      'an automation',
      {
        automation: [
          {
            object: 'Lead' as const,
            errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
            message: 'LeadTrigger: no',
          },
        ],
      },
      'automation',
      '',
    ],
    [
      'a read-only field',
      { readOnly: [{ object: 'Lead' as const, field: 'Status' }] },
      'forbidden',
      'Lead.Status',
    ],
  ])('because of %s', async (_, settings, kind, field) => {
    const lead = newLead();
    Object.assign(org.salesforce.settings, settings);
    const problem = await problemOf(
      org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes: toProspect }))),
    );
    expect(problem.kind).toBe(kind);
    expect(problem.fields?.[0]?.field ?? '').toBe(field);
    expect(org.salesforce.tasks(lead.id)).toEqual([]);
  });

  it('because the record is locked, deleted, converted, or not to be written', async () => {
    const write = (id: string, token: 'lena' | 'reader' = 'lena') =>
      problemOf(org.open(token).write(...submit(org.ref('Lead', id), whole({ changes: toProspect }))));
    const locked = newLead();
    org.salesforce.settings.lockedRecords.push(locked.id);
    expect((await write(locked.id)).kind).toBe('locked');
    expect((await write(newLead().id, 'reader')).kind).toBe('forbidden');
    const gone = newLead();
    org.salesforce.remove('Lead', gone.id);
    expect((await write(gone.id)).kind).toBe('gone');
    const [lost, kept] = [newLead(), newLead()];
    org.salesforce.merge('Lead', kept.id, lost.id);
    expect(await write(lost.id)).toMatchObject({ kind: 'merged', mergedInto: kept.id });
    expect(org.salesforce.lead(kept.id).values.Status).toBe(OPEN);
    expect(await write(org.salesforce.people.converted.id)).toMatchObject({
      kind: 'converted',
      mergedInto: org.salesforce.people.convertedContact.id,
      became: {
        name: org.salesforce.people.convertedContact.name,
        url: org.salesforce.people.convertedContact.url,
      },
    });
  });

  it('because a converted status is not to be set like any other', async () => {
    const lead = newLead();
    const changes = [change('Lead.Status', OPEN, 'Closed - Converted')];
    org.salesforce.clearRequests();
    const problem = await problemOf(
      org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes }))),
    );
    expect(problem).toMatchObject({ kind: 'invalid', fields: [{ field: 'Lead.Status' }] });
    expect(composites()).toEqual([]);
  });
});

describe('nothing is written twice', () => {
  it('when the same submission is sent again', async () => {
    const contact = newContact();
    const [submission, step] = submit(
      org.ref('Contact', contact.id),
      whole({ deal: deal({ name: 'Once only' }) }),
    );
    await org.open().write(submission, step);
    await org.open().write(submission, step);
    expect(org.salesforce.tasks(contact.id)).toHaveLength(1);
    expect(org.salesforce.all('Opportunity').filter((one) => one.values.Name === 'Once only')).toHaveLength(
      1,
    );
  });

  it.each(['dropAfter', 'halfBody'] as const)(
    'when the answer is lost (%s): the look-up finds it',
    async (fault) => {
      const lead = newLead();
      org.salesforce.faults.arm({ path: /\/composite$/, do: fault, times: 1 });
      const [submission, step] = submit(org.ref('Lead', lead.id), whole({ changes: toProspect }));
      const session = org.open();
      expect(['offline', 'odd-answer', 'crm-down']).toContain(
        (await problemOf(session.write(submission, step))).kind,
      );
      expect(await session.probe(submission, step)).toMatchObject({
        text: expect.stringContaining('Evidence left'),
      });
      await session.write(submission, step);
      expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
    },
  );

  it('when a row was busy: it is tried once more', async () => {
    const lead = newLead();
    org.salesforce.settings.busyRows.push({ id: lead.id, times: 1 });
    await org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes: toProspect })));
    expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
    const busier = newLead();
    org.salesforce.settings.busyRows.push({ id: busier.id, times: 9 });
    const problem = await problemOf(
      org.open().write(...submit(org.ref('Lead', busier.id), whole({ changes: toProspect }))),
    );
    expect(problem.kind).toBe('in-use');
    expect(org.salesforce.tasks(busier.id)).toEqual([]);
  });
});

describe('someone else', () => {
  it('may have changed or converted the record: its values are there to compare', async () => {
    const lead = newLead();
    expect(
      await org
        .open()
        .stageValues(org.ref('Lead', lead.id), ['Lead.Status', 'Contact.Qualification_Stage__c']),
    ).toEqual({ 'Lead.Status': OPEN });
    const gone = org.open().stageValues(org.ref('Lead', org.salesforce.people.converted.id), ['Lead.Status']);
    expect((await problemOf(gone)).kind).toBe('converted');
  });
});

describe('duplicates', () => {
  it('are shown, and only the rep may allow them', async () => {
    const { buyer } = org.salesforce.people;
    const email = String(org.salesforce.contact(buyer.id).values.Email);
    const contact = newContact();
    org.salesforce.settings.duplicates.push({
      object: 'Contact',
      fields: ['Email'],
      rule: 'Same email',
      saveAllowed: true,
    });
    const extra = { 'Contact.Email': email };
    const [submission, step] = submit(org.ref('Contact', contact.id), whole({ extra }));
    expect(await problemOf(org.open().write(submission, step))).toMatchObject({
      kind: 'invalid',
      duplicates: { mayAllow: true, records: [{ object: 'Contact', id: buyer.id, name: buyer.name }] },
    });
    expect(org.salesforce.tasks(contact.id)).toEqual([]);
    await org.open().write({ ...submission, allow: ['duplicates'] }, step);
    expect(org.salesforce.contact(contact.id).values.Email).toBe(email);
  });
});
