// Writing: what is confirmed stands in HubSpot once, read back; what can't be is told.
import { beforeEach, describe, expect, it } from 'vitest';
import { problemWords } from '@/lib/problem/text';
import { change, fields, problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
let id = '';

beforeEach(() => {
  id = portal.hubspot.create('contacts', {
    firstname: 'Ada',
    email: `ada${crypto.randomUUID()}@northwind.example`,
    lifecyclestage: 'lead',
  }).id;
  portal.hubspot.clearRequests();
});

const stage = () => portal.hubspot.contact(id).properties.lifecyclestage ?? '';
const forward = () =>
  submit(
    portal.ref(id),
    fields([change('lifecyclestage', 'lead', 'opportunity'), change('hs_lead_status', '', 'OPEN')]),
  );

describe('fields', () => {
  it('are written in one call and read back', async () => {
    const result = await portal.open().write(...forward());
    expect(portal.hubspot.contact(id).properties).toMatchObject({
      lifecyclestage: 'opportunity',
      hs_lead_status: 'OPEN',
    });
    expect(result).toEqual({
      text: 'Lifecycle Stage: opportunity; hs_lead_status: OPEN',
      url: portal.hubspot.recordUrl('contacts', id),
      id: null,
    });
    expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toHaveLength(1);
  });

  it.each([
    ['forward', 'lead', 'opportunity', false, 'HubSpot wrote Lifecycle Stage'],
    ['back', 'opportunity', 'lead', true, 'HubSpot emptied Lifecycle Stage'],
  ])(
    'that HubSpot writes to the one that the contact was merged into just then are told: %s',
    async (_, from, to, isBack, said) => {
      const other = portal.hubspot.create('contacts', { lifecyclestage: from }).id;
      const survivor = portal.hubspot.merge('contacts', other, id).id;
      portal.hubspot.clearRequests();
      const write = fields([change('lifecyclestage', from, to, isBack)]);
      const problem = await problemOf(portal.open().write(...submit(portal.ref(id), write)));
      expect(problem).toMatchObject({ kind: 'merged', mergedInto: survivor });
      expect(problem.standing).toContain(said);
      expect(problem.standing).toContain(survivor);
      expect(problemWords(problem, 'HubSpot').kept).not.toContain('nothing was overwritten');
      expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toHaveLength(1);
    },
  );

  it('that HubSpot says it saved and did not are told by name', async () => {
    portal.hubspot.settings.lifecycleBackward = 'ignored';
    portal.hubspot.patchContact(id, { lifecyclestage: 'customer' });
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'not-moved', fields: [{ field: 'lifecyclestage' }] });
    expect(problem.message).toContain('customer');
  });

  it('that the portal demands are asked for with their labels', async () => {
    portal.hubspot.settings.required.push({ type: 'contacts', property: 'jobtitle', on: 'update' });
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'required', fields: [{ field: 'jobtitle', label: 'Job Title' }] });
    expect(stage()).toBe('lead');
    const [definition] = await portal.open().fieldDefinitions({ object: 'contacts' }, ['jobtitle']);
    expect(definition).toMatchObject({ field: 'jobtitle', label: 'Job Title', kind: 'text' });
    const [submission, step] = submit(
      portal.ref(id),
      fields([change('lifecyclestage', 'lead', 'opportunity')], { jobtitle: 'CTO' }),
    );
    await portal.open().write(submission, step);
    expect(portal.hubspot.contact(id).properties).toMatchObject({
      lifecyclestage: 'opportunity',
      jobtitle: 'CTO',
    });
  });

  it('without the permission: missing-scope, named', async () => {
    expect(await problemOf(portal.open('readOnly').write(...forward()))).toMatchObject({
      kind: 'missing-scope',
      scopes: ['crm.objects.contacts.write'],
    });
    expect(stage()).toBe('lead');
  });

  it('a value that is no option: invalid, with the field', async () => {
    const write = fields([change('lifecyclestage', 'lead', 'no_such_stage')]);
    expect(await problemOf(portal.open().write(...submit(portal.ref(id), write)))).toMatchObject({
      kind: 'invalid',
      fields: [expect.objectContaining({ field: 'lifecyclestage' })],
    });
  });

  it("are not written into another portal's record", async () => {
    const ref = { ...portal.ref(id), account: portal.hubspot.portals.other };
    const [submission, step] = submit(ref, fields([change('lifecyclestage', 'lead', 'opportunity')]));
    expect((await problemOf(portal.open().write(submission, step))).kind).toBe('wrong-account');
    expect(portal.hubspot.requests).toEqual([]);
  });

  it.each([
    ['dropAfter', 'offline'],
    ['drop', 'offline'],
    ['html', 'odd-answer'],
  ] as const)('a lost answer (%s) is told, and the probe knows what happened', async (fault, kind) => {
    portal.hubspot.faults.arm({ method: 'PATCH', path: /contacts/, times: 1, do: fault });
    const [submission, step] = forward();
    const session = portal.open();
    expect(await problemOf(session.write(submission, step))).toMatchObject({ kind });
    expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toHaveLength(1);
    const found = await session.probe(submission, step);
    if (stage() === 'opportunity') expect(found?.text).toContain('opportunity');
    else expect(found).toBeNull();
    expect(stage()).toBe(fault === 'dropAfter' ? 'opportunity' : 'lead');
  });

  it.each([423, 429])('%i is waited out: HubSpot did nothing yet', async (status) => {
    portal.hubspot.faults.arm({ method: 'PATCH', path: /contacts/, times: 1, do: { status, body: {} } });
    await portal.open().write(...forward());
    expect(stage()).toBe('opportunity');
  });

  it.each([500, 502, 477, 409])('%i is not tried again', async (status) => {
    portal.hubspot.faults.arm({ method: 'PATCH', path: /contacts/, times: 1, do: { status, body: {} } });
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem.status).toBe(status);
    expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toHaveLength(1);
  });
});

describe('a note', () => {
  const body = 'Prospect: two-way <b>contact</b> & more\n\n  "quoted" line\nstagecheck/1 …';
  const note = () => submit(portal.ref(id), { kind: 'note', body }, owner());
  const owner = () => {
    const one = portal.hubspot.owners()[0];
    return { id: one?.id ?? '', name: 'Rae', email: '' };
  };

  it('shows the text as it is, on the contact, by the rep', async () => {
    const [submission, step] = note();
    const result = await portal.open().write(submission, step);
    const [made] = portal.hubspot.notes(id);
    expect(made?.id).toBe(result.id);
    expect(made?.properties.hs_note_body).toContain('two-way &lt;b&gt;contact&lt;/b&gt; &amp; more<br><br>');
    expect(made?.properties.hs_note_body).toContain(submission.id);
    expect(made?.properties.hubspot_owner_id).toBe(owner().id);
    expect(result.url).toContain(`/record/0-1/${id}/?engagement=${result.id}`);
  });

  it('is never written twice, whatever got lost', async () => {
    const [submission, step] = note();
    const session = portal.open();
    expect(await session.probe(submission, step)).toBeNull();
    portal.hubspot.settings.searchLagMs = 60_000;
    portal.hubspot.faults.arm({ method: 'POST', path: /notes$/, times: 1, do: 'dropAfter' });
    expect((await problemOf(session.write(submission, step))).kind).toBe('offline');
    const found = await session.probe(submission, step);
    expect(found?.id).toBe(portal.hubspot.notes(id)[0]?.id);
    expect(await session.write(submission, step)).toEqual(found);
    expect(portal.hubspot.notes(id)).toHaveLength(1);
  });

  it('is left without an owner that HubSpot refuses', async () => {
    const invalid = {
      category: 'VALIDATION_ERROR',
      message:
        'Property values were not valid: [{"isValid":false,"message":"no such owner","name":"hubspot_owner_id"}]',
    };
    portal.hubspot.faults.arm({
      method: 'POST',
      path: /notes$/,
      times: 1,
      do: { status: 400, body: invalid },
    });
    await portal.open().write(...note());
    expect(portal.hubspot.notes(id)).toHaveLength(1);
    expect(portal.hubspot.notes(id)[0]?.properties.hubspot_owner_id).toBeUndefined();
  });

  it('too long for HubSpot is said before it is sent', async () => {
    const [submission, step] = submit(portal.ref(id), { kind: 'note', body: '&'.repeat(20_000) });
    expect((await problemOf(portal.open().write(submission, step))).kind).toBe('invalid');
    expect(portal.hubspot.notes(id)).toEqual([]);
  });

  it('finds its marker among more notes than a page holds', async () => {
    portal.hubspot.settings.associationPage = 10;
    const [submission, step] = note();
    const session = portal.open();
    const first = await session.write(submission, step);
    const to = [{ type: 'contacts' as const, id }];
    for (let i = 0; i < 40; i++)
      portal.hubspot.create('notes', { hs_timestamp: new Date().toISOString(), hs_note_body: `n${i}` }, to);
    expect(await session.probe(submission, step)).toEqual(first);
  });
});

describe('a deal', () => {
  const draft = {
    create: true,
    name: 'Northwind: routing',
    pipeline: 'default',
    stage: 'appointmentscheduled',
    amount: 12_500.5,
    closeDate: '2027-01-31',
  };
  const deal = () => submit(portal.ref(id), { kind: 'deal', deal: draft });

  it('is created on the contact and its company, as previewed', async () => {
    const company = portal.hubspot.create('companies', { name: 'N', domain: `n${id}.example` }).id;
    portal.hubspot.associate('contacts', id, { type: 'companies', id: company });
    const [submission, step] = deal();
    const result = await portal.open().write(submission, step);
    const [made] = portal.hubspot.deals(id);
    expect(made?.properties).toMatchObject({
      dealname: draft.name,
      pipeline: 'default',
      dealstage: 'appointmentscheduled',
      amount: '12500.5',
    });
    expect(made?.properties.closedate).toContain('2027-01-31');
    expect(made?.properties.description).toContain(submission.id);
    expect(portal.hubspot.associated('deals', made?.id ?? '', 'companies').map((one) => one.id)).toEqual([
      company,
    ]);
    expect(result).toEqual({
      text: 'Deal "Northwind: routing" created',
      url: portal.hubspot.recordUrl('deals', made?.id ?? ''),
      id: made?.id,
    });
  });

  it('is never created twice', async () => {
    const [submission, step] = deal();
    const session = portal.open();
    portal.hubspot.faults.arm({ method: 'POST', path: /deals$/, times: 1, do: 'dropAfter' });
    await problemOf(session.write(submission, step));
    const found = await session.probe(submission, step);
    expect(found?.id).toBe(portal.hubspot.deals(id)[0]?.id);
    await session.write(submission, step);
    expect(portal.hubspot.deals(id)).toHaveLength(1);
  });

  it('without the permission: missing-scope', async () => {
    const problem = await problemOf(portal.open('noDeals').write(...deal()));
    expect(problem.kind).toBe('missing-scope');
    expect(portal.hubspot.deals(id)).toEqual([]);
  });

  it('whose answer was lost is not made again by a key that may not look for it', async () => {
    const [submission, step] = deal();
    const key = portal.hubspot.key('full');
    const all = key.scopes;
    key.scopes = all.filter((one) => !/deals\.read/.test(one));
    const session = portal.open();
    const told = await problemOf(session.probe(submission, { ...step, state: 'trying' })).finally(() => {
      key.scopes = all;
    });
    expect(told).toMatchObject({ kind: 'missing-scope', scopes: ['crm.objects.deals.read'] });
    expect(await session.probe(submission, { ...step, state: 'trying' })).toBeNull();
  });

  it("with a demanded property: required, with the deal's own label", async () => {
    portal.hubspot.settings.required.push({ type: 'deals', property: 'dealtype', on: 'create' });
    const problem = await problemOf(portal.open().write(...deal()));
    expect(problem).toMatchObject({ kind: 'required', fields: [{ field: 'dealtype' }] });
    expect(problem.fields?.[0]?.label).not.toBe('dealtype');
  });
});
