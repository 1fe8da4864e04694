// A field that the CRM demanded and the rep filled in: compared before it is overwritten, as a stage is, in both CRMs.
import { beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import { change, fields, sandboxPortal, submit } from '../../crm/portal';
import { sandboxOrg, submit as submitTo, whole } from '../../crm/salesforce/sandbox';
import { fakeStore } from './world';

const portal = sandboxPortal();
const org = sandboxOrg();

const demanded = (field: string, label: string, from: string, to: string): FieldChange => ({
  ...{ field, label, from, fromText: from, to, toText: to, backward: false, demanded: true },
});

async function carried(of: Submission, session: CrmSession, now: () => Date) {
  const kept = fakeStore();
  const steps = of.steps.map((step) => ({ ...step, state: 'waiting' as const }));
  const submission: Submission = { ...of, state: 'waiting', steps };
  await kept.store.add(submission);
  return deliver({
    submission,
    openSession: async () => session,
    store: kept.store,
    onChange: () => undefined,
    unkept: () => undefined,
    now,
    random: () => 0,
  });
}
const problemIn = (end: Submission) => end.steps[0]?.problem;

describe('in HubSpot', () => {
  let id = '';
  beforeEach(() => {
    const email = `ada${crypto.randomUUID()}@northwind.example`;
    id = portal.hubspot.create('contacts', { firstname: 'Ada', email, lifecyclestage: 'lead' }).id;
  });
  const stage = () => change('lifecyclestage', 'lead', 'opportunity');
  const send = (write: ReturnType<typeof fields>) =>
    carried(submit(portal.ref(id), write)[0], portal.open(), portal.hubspot.now);
  const held = () => portal.hubspot.contact(id).properties;

  it('a colleague’s value is not overwritten, and is told beside who changed it', async () => {
    portal.hubspot.patchContact(id, { jobtitle: 'Chief Financial Officer' });
    const end = await send(fields([stage(), demanded('jobtitle', 'Job Title', '', 'CTO')]));
    expect(end.state).toBe('failed');
    expect(problemIn(end)).toMatchObject({
      kind: 'changed',
      theirs: [{ field: 'jobtitle', value: 'Chief Financial Officer', text: 'Chief Financial Officer' }],
    });
    expect(held()).toMatchObject({ jobtitle: 'Chief Financial Officer', lifecyclestage: 'lead' });
  });

  it('the value that the rep was shown is overwritten', async () => {
    portal.hubspot.patchContact(id, { jobtitle: 'Boss' });
    const end = await send(fields([stage(), demanded('jobtitle', 'Job Title', 'Boss', 'CTO')]));
    expect(end.state).toBe('written');
    expect(end.steps[0]?.result?.text).toContain('Job Title: CTO');
    expect(held()).toMatchObject({ jobtitle: 'CTO', lifecyclestage: 'opportunity' });
  });

  it('a field that a colleague has set to the same value is no conflict, however it was typed', async () => {
    portal.hubspot.patchContact(id, { jobtitle: 'Head  of IT' });
    const end = await send(fields([stage(), demanded('jobtitle', 'Job Title', '', 'Head of IT')]));
    expect(end.state).toBe('written');
  });

  it('one kept by an earlier version is written to an empty field, and to no other', async () => {
    expect((await send(fields([stage()], { jobtitle: 'CTO' }))).state).toBe('written');
    expect(held().jobtitle).toBe('CTO');
    const end = await send(
      fields([change('lifecyclestage', 'opportunity', 'customer')], { jobtitle: 'CEO' }),
    );
    expect(problemIn(end)).toMatchObject({ kind: 'changed', theirs: [{ field: 'jobtitle', value: 'CTO' }] });
    expect(held()).toMatchObject({ jobtitle: 'CTO', lifecyclestage: 'opportunity' });
  });

  it('alone it is compared too', async () => {
    portal.hubspot.patchContact(id, { jobtitle: 'CFO' });
    const end = await send(fields([demanded('jobtitle', 'Job Title', '', 'CTO')]));
    expect(problemIn(end)?.kind).toBe('changed');
  });
});

describe('in Salesforce', () => {
  const OPEN = 'Open - Not Contacted';
  let id = '';
  beforeEach(() => {
    id = org.salesforce.create('Lead', { LastName: 'Berg', Company: 'Berg', Status: OPEN }).id;
  });
  const stage = () => change('Lead.Status', OPEN, 'Qualified Prospect');
  const send = (changes: FieldChange[], extra: Record<string, string> = {}, session = org.open()) =>
    carried(submitTo(org.ref('Lead', id), whole({ changes, extra }))[0], session, org.salesforce.now);
  const held = () => org.salesforce.lead(id).values;

  it.each([
    ['Phone', '', '+49 30 999', '111'],
    ['Phone', '+49 30 1', '+49 30 999', '111'],
    ['NumberOfEmployees', '', 40, '50'],
    ['NumberOfEmployees', '30', 40, '50'],
  ])('a colleague’s value of %s is not overwritten where it was "%s"', async (name, from, theirs, to) => {
    org.salesforce.patch('Lead', id, { [name]: theirs });
    const field = `Lead.${name}`;
    const end = await send([stage(), demanded(field, name, from, to)]);
    expect(end.state).toBe('failed');
    expect(problemIn(end)).toMatchObject({ kind: 'changed', theirs: [{ field, value: String(theirs) }] });
    expect(held()).toMatchObject({ [name]: theirs, Status: OPEN });
  });

  it('a change since the record was read is told from one of another field', async () => {
    const session = org.open();
    await session.read(org.ref('Lead', id), () => undefined);
    org.salesforce.patch('Lead', id, { Phone: '+49 30 999' });
    const phone = (from: string) => [stage(), demanded('Lead.Phone', 'Phone', from, '111')];
    expect(problemIn(await send(phone(''), {}, session))?.kind).toBe('changed');
    org.salesforce.patch('Lead', id, { Title: 'VP' });
    expect((await send(phone('+49 30 999'), {}, session)).state).toBe('written');
    expect(held()).toMatchObject({ Phone: '111', Title: 'VP' });
  });

  it('a field that a colleague has set to the same value is no conflict, however it was typed', async () => {
    org.salesforce.patch('Lead', id, { NumberOfEmployees: 40, Phone: '111' });
    const end = await send([
      stage(),
      demanded('Lead.NumberOfEmployees', 'Employees', '', '40.0'),
      demanded('Lead.Phone', 'Phone', '', '111'),
    ]);
    expect(problemIn(end)).toBeNull();
    expect(end.state).toBe('written');
  });

  it('one kept by an earlier version is written to an empty field, and to no other', async () => {
    expect((await send([stage()], { 'Lead.Phone': '111' })).state).toBe('written');
    const end = await send([], { 'Lead.Phone': '222' });
    expect(problemIn(end)).toMatchObject({
      kind: 'changed',
      theirs: [{ field: 'Lead.Phone', value: '111' }],
    });
    expect(held().Phone).toBe('111');
  });

  it('fields of what is made with it are compared with nothing', async () => {
    const end = await send([], { 'Task.Priority': 'High' });
    expect(end.state).toBe('written');
    expect(org.salesforce.tasks(id)[0]?.values.Priority).toBe('High');
  });
});
