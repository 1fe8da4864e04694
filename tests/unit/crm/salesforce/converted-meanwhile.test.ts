// A colleague has converted or changed the lead before the rep's own conversion: theirs is never taken for the rep's.
import { expect, it } from 'vitest';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { problemOf } from '../portal';
import { OPEN } from './decided';
import { sandboxOrg, submit } from './sandbox';

const org = sandboxOrg();
const newLead = () =>
  org.salesforce.create('Lead', { LastName: `Quick ${crypto.randomUUID()}`, Company: 'Firm', Status: OPEN });
type Seen = NonNullable<Extract<Step['write'], { kind: 'form' }>['seen']>;
function conversion(
  lead: string,
  state: Step['state'],
  values: Record<string, string>,
  seen?: Seen,
): [Submission, Step] {
  const write: Step['write'] = {
    ...{ kind: 'form', form: 'convert', values: { account: 'new', opportunity: 'none', ...values } },
    ...(seen ? { seen } : {}),
  };
  const [submission, step] = submit(org.ref('Lead', lead), write);
  return [submission, { ...step, state }];
}
const withDeal = { opportunity: 'new', name: 'Big deal' };
const soap = () => org.salesforce.requests.filter((one) => one.path.startsWith('/services/Soap/'));

it('says so of a conversion that was never sent, whatever became of the lead', async () => {
  const lead = newLead();
  await org.open().write(...conversion(lead.id, 'waiting', {}));
  const { ConvertedContactId } = org.salesforce.lead(lead.id).values;
  expect(await problemOf(org.open().write(...conversion(lead.id, 'waiting', {})))).toMatchObject({
    kind: 'converted',
    mergedInto: ConvertedContactId,
    became: { url: expect.stringContaining(String(ConvertedContactId)) },
  });
});

it.each([
  ['an opportunity was wanted and none is there', withDeal, {}],
  ['none was wanted and one is there', {}, withDeal],
])('says so of one that may have been sent, where %s', async (_, wanted, theirs) => {
  const lead = newLead();
  await org.open().write(...conversion(lead.id, 'waiting', theirs));
  for (const state of ['trying', 'failed'] as const) {
    const mine = conversion(lead.id, state, wanted);
    expect((await problemOf(org.open().probe(...mine))).kind).toBe('converted');
    expect((await problemOf(org.open().write(...mine))).kind).toBe('converted');
  }
});

it('says so where it became a contact of another account than the rep chose', async () => {
  const lead = newLead();
  await org.open().write(...conversion(lead.id, 'waiting', {}));
  const mine = conversion(lead.id, 'trying', { account: org.salesforce.people.account.id });
  expect((await problemOf(org.open().probe(...mine))).kind).toBe('converted');
});

it('does not convert a lead whose stage is not as the rep saw it, and says what it is', async () => {
  const lead = newLead();
  const seen = [{ field: 'Lead.Status', label: 'Lead Status', value: OPEN, text: 'Open' }];
  org.salesforce.patch('Lead', lead.id, { Status: 'Nurture' });
  org.salesforce.clearRequests();
  expect(await problemOf(org.open().write(...conversion(lead.id, 'waiting', {}, seen)))).toMatchObject({
    kind: 'changed',
    theirs: [{ field: 'Lead.Status', value: 'Nurture', label: 'Lead Status', was: 'Open' }],
  });
  expect(soap()).toEqual([]);
  const now = seen.map((one) => ({ ...one, value: 'Nurture', text: 'Nurture' }));
  await org.open().write(...conversion(lead.id, 'waiting', {}, now));
  expect(org.salesforce.lead(lead.id).values.IsConverted).toBe(true);
});
