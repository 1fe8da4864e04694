// An org with our field on its activities refuses what arrives a second time, and the whole call with it.
import { describe, expect, it } from 'vitest';
import { ONCE } from '@/lib/crm/salesforce/write/once';
import { deal, OPEN } from '../decided';
import { change, sandboxOrg, submit, whole } from '../sandbox';

const org = sandboxOrg();
const task = {
  kind: 'followUp' as const,
  label: 'Follow up',
  subject: 'Call back',
  dueOn: '2027-01-15',
  body: '',
};

const withField = () => {
  org.salesforce.settings.hidden = [];
};
let number = 0;
const newContact = () => {
  number += 1;
  const { id } = org.salesforce.people.account;
  return org.salesforce.create('Contact', { LastName: `Once ${number}`, AccountId: id });
};
const newLead = () => {
  number += 1;
  return org.salesforce.create('Lead', { LastName: `Once ${number}`, Company: 'Berg', Status: OPEN });
};

/** The last composite call that writes, once more, as it arrives from a connection that lay silent. */
async function arriveAgain(headers = true): Promise<void> {
  const sent = org.salesforce.requests.findLast(
    ({ path, body }) => path.endsWith('/composite') && JSON.stringify(body).includes('"POST"'),
  );
  if (!sent) throw new Error('Nothing was written.');
  await org.sandbox.fetch(`https://${org.salesforce.orgs.acme.api}${sent.path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${org.salesforce.tokens.lena}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(sent.body, (key, value) => (key === 'httpHeaders' && !headers ? undefined : value)),
  });
}

describe('a call that arrives once more', () => {
  it('makes nothing: no evidence, no next step, no opportunity', async () => {
    withField();
    const contact = newContact();
    const deals = () => org.salesforce.opportunities(org.salesforce.people.account.id).length;
    const had = deals();
    const [submission, step] = submit(org.ref('Contact', contact.id), whole({ deal, task }));
    await org.open().write(submission, step);
    const before = org.salesforce.tasks(contact.id).map((one) => one.values[ONCE]);
    expect(before.sort()).toEqual([submission.id, `next:${submission.id}`].sort());
    await arriveAgain();
    expect(org.salesforce.tasks(contact.id)).toHaveLength(2);
    expect(deals()).toBe(had + 1);
  });

  it('makes a second task where the org has no such field, which is why a repetition waits', async () => {
    const lead = newLead();
    await org.open().write(...submit(org.ref('Lead', lead.id), whole()));
    await arriveAgain();
    expect(org.salesforce.tasks(lead.id)).toHaveLength(2);
  });
});

it('a call with a change that arrives after its repetition finds the change made, and makes nothing', async () => {
  const lead = newLead();
  const changes = [change('Lead.Status', OPEN, 'Qualified Prospect')];
  await org.open().write(...submit(org.ref('Lead', lead.id), whole({ changes })));
  // Not known: whether Salesforce heeds If-Unmodified-Since within a composite call.
  for (const heeded of [true, false]) await arriveAgain(heeded);
  expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
});

describe('what was made by an earlier call, which nobody knew of', () => {
  it('is taken for made, and nothing is made beside it', async () => {
    withField();
    const lead = newLead();
    const [submission, step] = submit(org.ref('Lead', lead.id), whole({ task }));
    const first = await org.open().write(submission, step);
    const second = await org.open().write(submission, step);
    expect(second.parts).toEqual(first.parts);
    expect(org.salesforce.tasks(lead.id)).toHaveLength(2);
  });

  it('leaves the rest to be written', async () => {
    withField();
    const lead = newLead();
    const ref = org.ref('Lead', lead.id);
    const [submission, step] = submit(ref, whole());
    await org.open().write(submission, step);
    const changes = [change('Lead.Status', OPEN, 'Qualified Prospect')];
    await org.open().write(submission, { ...step, write: whole({ changes }) });
    expect(org.salesforce.lead(lead.id).values.Status).toBe('Qualified Prospect');
    expect(org.salesforce.tasks(lead.id)).toHaveLength(1);
  });
});

describe('the field is not filled in', () => {
  const sentField = async () => {
    const lead = newLead();
    await org.open().write(...submit(org.ref('Lead', lead.id), whole()));
    return org.salesforce.tasks(lead.id)[0]?.values[ONCE] ?? null;
  };

  it('where this sign-in may not write it', async () => {
    withField();
    org.salesforce.settings.readOnly = [{ object: 'Task', field: ONCE }];
    expect(await sentField()).toBeNull();
  });

  it('where the org doesn’t have it', async () => {
    expect(await sentField()).toBeNull();
  });
});
