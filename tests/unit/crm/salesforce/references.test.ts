// Text that looks like a reference of a composite call: written so that it can be read, never followed, and found again.
import { describe, expect, it } from 'vitest';
import { compositeBody } from '@/lib/crm/salesforce/client/composite';
import { hostileTexts } from '../../../fuzz/hostile-text';
import { sandboxOrg, submit, whole } from './sandbox';

const org = sandboxOrg();
const looking = ['@{first.name}', '@{held.records[0].Id}', '@{deal.id}', '@@{held.records[0].Id}@{'];
const readable = (text: string) => text.replaceAll('@{', '@ {');
const newLead = (Phone = '') =>
  org.salesforce.create('Lead', { LastName: `Ref ${crypto.randomUUID()}`, Company: 'Firm', Phone });
const newContact = () =>
  org.salesforce.create('Contact', {
    LastName: `Ref ${crypto.randomUUID()}`,
    AccountId: org.salesforce.people.account.id,
  });
const taskOf = (subject: string) => ({
  ...{ kind: 'followUp' as const, label: 'Follow up', dueOn: '2027-01-18' },
  ...{ subject: `Ask for ${subject}`, body: `They wrote ${subject}` },
});
const dealOf = (name: string) => ({
  ...{ create: true, name, pipeline: '', stage: 'Qualification', amount: null, closeDate: '2027-01-31' },
});
const composites = () => org.salesforce.requests.filter((one) => one.path.endsWith('/composite'));

describe.each(looking)('%s in', (text) => {
  it('a note stays there, to be read', async () => {
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ body: `They wrote: ${text} there` }));
    await org.open().write(submission, { ...step, state: 'waiting' });
    const [task, ...others] = org.salesforce.tasks(lead.id);
    expect(others).toEqual([]);
    expect(task?.values.Description).toBe(`They wrote: ${readable(text)} there`);
  });

  it('a next step is written, read back as it is, and found again', async () => {
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead.id), {
      kind: 'together',
      writes: [{ kind: 'task', task: taskOf(text) }],
    });
    const session = org.open();
    expect(await session.write(submission, step)).toMatchObject({ text: 'Task for 2027-01-18 created' });
    const [task] = org.salesforce.tasks(lead.id);
    expect(task?.values.Subject).toBe(`Ask for ${readable(text)}`);
    expect(task?.values.Description).toContain(`They wrote ${readable(text)}`);
    expect(await session.probe(submission, step)).toMatchObject({ id: task?.id });
    await session.write(submission, step);
    expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
  });

  it('an opportunity’s name is its name, in the receipt too', async () => {
    const [submission, step] = submit(org.ref('Contact', newContact().id), whole({ deal: dealOf(text) }));
    const result = await org.open().write(submission, step);
    expect(org.salesforce.opportunity(String(result.id)).values.Name).toBe(readable(text));
    expect(result.parts?.[0]?.text).toBe(`Opportunity "${readable(text)}" created`);
  });

  it('a demanded field is kept, compared as it was written, and found again', async () => {
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead.id), {
      ...{ kind: 'fields', changes: [], extra: { 'Lead.Phone': text } },
    });
    const session = org.open();
    const result = await session.write(submission, step);
    expect(org.salesforce.lead(lead.id).values.Phone).toBe(readable(text));
    expect(await session.probe(submission, step)).toEqual(result);
  });

  it('a value that the rep saw is compared, and is none of the call that writes', async () => {
    const lead = newLead(text);
    const seen = { ...{ field: 'Lead.Phone', label: 'Phone', from: text, fromText: text }, backward: false };
    const [submission, step] = submit(org.ref('Lead', lead.id), {
      ...{ kind: 'fields', changes: [{ ...seen, to: '1', toText: '1' }], extra: {} },
    });
    await org.open().write(submission, { ...step, state: 'waiting' });
    expect(org.salesforce.lead(lead.id).values.Phone).toBe('1');
    // Whether Salesforce looks for references before or after it decodes an address is written nowhere.
    for (const { body } of composites())
      expect(decodeURIComponent(JSON.stringify(body))).not.toContain("Phone = '");
  });
});

it('no text becomes a reference in what is sent, and only what we refer to is one', () => {
  for (const text of [...looking, ...hostileTexts]) {
    const { compositeRequest } = compositeBody(
      [
        {
          ...{ id: 'task', method: 'POST', url: '/services/data/v66.0/sobjects/Task' },
          body: { WhoId: { refersTo: '@{held.records[0].Id}' }, Description: text },
        },
      ],
      true,
    );
    expect(JSON.stringify(compositeRequest).split('@{')).toHaveLength(2);
    expect(compositeRequest[0]?.body).toMatchObject({ WhoId: '@{held.records[0].Id}' });
  }
});
