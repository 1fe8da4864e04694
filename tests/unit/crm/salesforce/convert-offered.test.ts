// A conversion reaches beyond the record that the page shows: into no account, contact or owner that was not offered.
import { expect, it } from 'vitest';
import { problemOf } from '../portal';
import { sandboxOrg, submit } from './sandbox';

const org = sandboxOrg();
type Answers = Record<string, string>;
const newLead = (values: Answers = {}) =>
  org.salesforce.create('Lead', {
    ...{ LastName: `Offered ${crypto.randomUUID()}`, Company: `Firm ${crypto.randomUUID()}` },
    ...values,
  });
/** One that the review offers an account for, and in it a contact. */
function leadOf(account: string, contact: string) {
  const { Name } = org.salesforce.account(account).values;
  const { Email } = org.salesforce.contact(contact).values;
  return newLead({ Company: String(Name), Email: String(Email) });
}
const step = (lead: string, more: Answers = {}) =>
  submit(org.ref('Lead', lead), {
    ...{ kind: 'form', form: 'convert', values: { account: 'new', opportunity: 'none', ...more } },
  });
const soap = () => org.salesforce.requests.filter((one) => one.path.startsWith('/services/Soap/'));

it('a lead becomes nothing that was not offered for it: no other account, contact or owner', async () => {
  const { account, buyer, queueLead } = org.salesforce.people;
  const refused = async (lead: string, more: Answers) => {
    const problem = await problemOf(org.open().write(...step(lead, more)));
    expect(problem).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('was not offered for this lead'),
    });
    expect(org.salesforce.lead(lead).values.IsConverted).toBe(false);
  };
  const [stranger, mine] = [newLead(), leadOf(account.id, buyer.id)];
  await refused(stranger.id, { account: account.id });
  await refused(stranger.id, { account: account.id, [`contact-${account.id}`]: buyer.id });
  const other = org.salesforce.create('Contact', { LastName: 'Other', AccountId: account.id });
  await refused(mine.id, { account: account.id, [`contact-${account.id}`]: other.id });
  // A person has the lead: what it becomes stays theirs. And nobody who is no active user gets a queue's.
  await refused(newLead().id, { owner: org.salesforce.user('marcus').id });
  await refused(queueLead.id, { owner: '005000000000000AAA' });
  expect(soap()).toEqual([]);
});

it('what was offered is looked up only where something was chosen', async () => {
  const { account, buyer } = org.salesforce.people;
  const asked = async (lead: string, more: Answers = {}) => {
    org.salesforce.clearRequests();
    await org.open().write(...step(lead, more));
    return org.salesforce.requests.length;
  };
  const plain = await asked(newLead().id);
  expect(await asked(leadOf(account.id, buyer.id).id, { account: account.id })).toBe(plain + 2);
});
