// A Salesforce record that a colleague merges, deletes or converts between our look and our call: nothing of ours lands unseen.
import { describe, expect, it } from 'vitest';
import { problemOf } from '../portal';
import { OPEN } from './decided';
import { change, sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const toNurture = [change('Lead.Status', OPEN, 'Nurture')];
const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Q ${crypto.randomUUID()}`, Company: 'Firm', Status: OPEN }).id;
const newContact = (more: Record<string, string> = {}) =>
  org.salesforce.create('Contact', { LastName: `Q ${crypto.randomUUID()}`, ...more }).id;
/** A colleague does this while such a call is on its way, or before its answer is. */
const meanwhile = (path: RegExp, does: () => void, when: 'before' | 'after' = 'before') =>
  org.salesforce.faults.arm({ path, times: 1, do: { meanwhile: does, when } });
const composite = /\/composite$/;
const soap = /\/Soap\//;
const convertForm = { account: 'new', opportunity: 'none' };

describe('a lead', () => {
  it('that was converted just before its evidence: not written to the contact, which nobody has reviewed', async () => {
    const lead = newLead();
    meanwhile(composite, () => org.salesforce.convert(lead));
    const [submission, step] = submit(org.ref('Lead', lead), whole());
    const problem = await problemOf(org.open().write(submission, { ...step, state: 'waiting' }));
    const contact = String(org.salesforce.lead(lead).values.ConvertedContactId);
    expect(problem).toMatchObject({ kind: 'converted', mergedInto: contact });
    expect(org.salesforce.tasks(contact)).toEqual([]);
  });

  it.each(['waiting', 'trying', 'failed'] as const)(
    'that was converted before its evidence was tried (%s): not written to the contact',
    async (state) => {
      const lead = newLead();
      org.salesforce.convert(lead);
      const [submission, step] = submit(org.ref('Lead', lead), whole());
      expect((await problemOf(org.open().write(submission, { ...step, state }))).kind).toBe('converted');
      const contact = String(org.salesforce.lead(lead).values.ConvertedContactId);
      expect(org.salesforce.tasks(contact)).toEqual([]);
    },
  );

  it('that was written, and converted before the lost answer was looked up: told as written, not as overtaken', async () => {
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead), whole({ changes: toNurture }));
    org.salesforce.faults.arm({ path: composite, times: 1, do: 'dropAfter' });
    await problemOf(org.open().write(submission, step));
    org.salesforce.convert(lead);
    const problem = await problemOf(org.open().probe(submission, step));
    expect(problem).toMatchObject({ kind: 'converted', standing: expect.stringContaining('in Salesforce') });
  });

  it('that was merged just before it is converted: merged, with the one that was kept', async () => {
    const [lead, kept] = [newLead(), newLead()];
    meanwhile(soap, () => org.salesforce.merge('Lead', kept, lead));
    const [submission, step] = submit(org.ref('Lead', lead), whole({ form: convertForm }));
    expect(await problemOf(org.open().write(submission, { ...step, state: 'waiting' }))).toMatchObject({
      kind: 'merged',
      mergedInto: kept,
    });
    expect(org.salesforce.lead(kept).values.IsConverted).toBe(false);
  });

  it('whose contact was merged right after its conversion: told, and not tried for ever', async () => {
    const [lead, kept] = [newLead(), newContact()];
    const mergeContact = () =>
      org.salesforce.merge('Contact', kept, String(org.salesforce.lead(lead).values.ConvertedContactId));
    meanwhile(soap, mergeContact, 'after');
    const [submission, step] = submit(org.ref('Lead', lead), whole({ form: convertForm }));
    const problem = await problemOf(org.open().write(submission, { ...step, state: 'waiting' }));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: kept });
    expect(problem.standing).toContain('The lead is converted');
    expect(problem.standing).not.toContain('next try');
    expect(org.salesforce.tasks(kept)).toEqual([]);
  });

  it('whose chosen account was merged away just then: the account is to be chosen again, the lead is not gone', async () => {
    const lead = newLead();
    const [account, kept] = ['Firm', 'Other'].map((Name) => org.salesforce.create('Account', { Name }).id);
    if (!account || !kept) throw new Error('No accounts.');
    meanwhile(soap, () => org.salesforce.merge('Account', kept, account));
    const form = { ...convertForm, account };
    const [submission, step] = submit(org.ref('Lead', lead), whole({ form }));
    const problem = await problemOf(org.open().write(submission, { ...step, state: 'waiting' }));
    expect(problem).toMatchObject({ kind: 'invalid', message: expect.stringContaining('not converted') });
    expect(org.salesforce.lead(lead).values.IsConverted).toBe(false);
  });
});

describe('a contact', () => {
  const gone = [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }];

  it('that was merged while its call ran: the refusal is told as the merge that it is', async () => {
    const [contact, kept] = [newContact(), newContact()];
    org.salesforce.merge('Contact', kept, contact);
    const halted = { errorCode: 'PROCESSING_HALTED', message: 'rolled back' };
    const part = (referenceId: string, body: unknown) => ({
      ...{ referenceId, body, httpStatusCode: 400, httpHeaders: {} },
    });
    const body = { compositeResponse: [part('held', [halted]), part('task', gone)] };
    org.salesforce.faults.arm({ path: composite, times: 1, do: { status: 200, body } });
    const [submission, step] = submit(org.ref('Contact', contact), whole());
    expect(await problemOf(org.open().write(submission, { ...step, state: 'waiting' }))).toMatchObject({
      kind: 'merged',
      mergedInto: kept,
    });
  });

  it('that was written, and merged before the lost answer was looked up: found where it is now, once', async () => {
    const [contact, kept] = [newContact(), newContact()];
    const [submission, step] = submit(org.ref('Contact', contact), whole());
    org.salesforce.faults.arm({ path: composite, times: 1, do: 'dropAfter' });
    await problemOf(org.open().write(submission, step));
    org.salesforce.merge('Contact', kept, contact);
    const problem = await problemOf(org.open().probe(submission, step));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: kept });
    expect(problem.standing).toContain('in Salesforce');
    expect(problem.standing).toContain(kept);
    expect(org.salesforce.tasks(kept)).toHaveLength(1);
    expect((await problemOf(org.open().write(submission, step))).standing).toContain(kept);
    expect(org.salesforce.tasks(kept)).toHaveLength(1);
  });
});
