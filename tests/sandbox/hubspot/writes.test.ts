// What the API takes and refuses when records are made and changed.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { CONTACTS, caller, DEALS, dealOf, NOTES, noteOn } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
let ann: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  call = caller(sandbox);
  ann = sandbox.hubspot.people.ann.id;
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.hubspot.resetSettings();
});
const patch = (properties: Record<string, unknown>, id = ann) =>
  call('PATCH', `${CONTACTS}/${id}`, { properties });

test('values that do not fit are refused with their codes, and nothing is written', async () => {
  const before = sandbox.hubspot.contact(ann).properties;
  const cases: [Record<string, string>, string][] = [
    [{ no_such_thing: 'x', jobtitle: 'Changed' }, 'PROPERTY_DOESNT_EXIST'],
    [{ lifecyclestage: 'prospect', jobtitle: 'Changed' }, 'INVALID_OPTION'],
    [{ num_associated_deals: '3' }, 'READ_ONLY_VALUE'],
    [{ hs_sales_email_last_replied: '2026-01-01T00:00:00Z' }, 'READ_ONLY_VALUE'],
    [{ email: 'no address' }, 'INVALID_EMAIL'],
    [{ contract_end: 'soon' }, 'INVALID_DATE'],
    [{ hubspot_owner_id: '1' }, 'INVALID_OPTION'],
  ];
  for (const [properties, code] of cases) {
    const { status, body } = await patch(properties);
    expect([status, body.category, body.errors[0]?.code]).toEqual([400, 'VALIDATION_ERROR', code]);
  }
  expect(sandbox.hubspot.contact(ann).properties).toEqual(before);
});

test('a required property must have a value after the write', async () => {
  sandbox.hubspot.settings.required = [{ type: 'contacts', property: 'favourite_topic', on: 'update' }];
  const { status, body } = await patch({ hs_lead_status: 'CONNECTED' });
  expect([status, body.errors[0]?.code]).toEqual([400, 'MISSING_REQUIRED_PROPERTY']);
  expect(body.errors[0]?.context.propertyName).toEqual(['favourite_topic']);
  expect((await patch({ hs_lead_status: 'CONNECTED', favourite_topic: 'boats' })).status).toBe(200);
  // It has a value now.
  expect((await patch({ hs_lead_status: 'OPEN' })).status).toBe(200);
});

test('a conditionally required property is demanded with its condition only', async () => {
  const { id } = sandbox.hubspot.people.noReply;
  sandbox.hubspot.settings.conditional = [
    {
      type: 'contacts',
      when: { property: 'lifecyclestage', value: 'opportunity' },
      require: ['hs_buying_role'],
    },
  ];
  expect((await patch({ lifecyclestage: 'salesqualifiedlead' }, id)).status).toBe(200);
  const { status, body } = await patch({ lifecyclestage: 'opportunity' }, id);
  expect([status, body.errors[0]?.code]).toEqual([400, 'MISSING_CONDITIONAL_REQUIRED_PROPERTY']);
  expect(body.errors[0]?.context.propertyName).toEqual(['hs_buying_role']);
  expect(
    (await patch({ lifecyclestage: 'opportunity', hs_buying_role: 'CHAMPION;END_USER' }, id)).status,
  ).toBe(200);
});

test('a note needs its time, is at most 65,536 characters, and is found at its contact', async () => {
  const note = noteOn(ann, 'first');
  const untimed = await call('POST', NOTES, { ...note, properties: { hs_note_body: 'x' } });
  expect([untimed.status, untimed.body.errors[0]?.code]).toEqual([400, 'MISSING_REQUIRED_PROPERTY']);
  expect((await call('POST', NOTES, noteOn(ann, 'y'.repeat(65_537)))).status).toBe(400);
  const made = await call('POST', NOTES, noteOn(ann, 'y'.repeat(65_536)));
  expect(made.status).toBe(201);
  expect(sandbox.hubspot.notes(ann)[0]?.id).toBe(made.body.id);
  const shown = await call('GET', `${CONTACTS}/${ann}?associations=notes`);
  expect(shown.body.associations.notes?.results).toContainEqual({
    id: made.body.id,
    type: 'contact_to_note',
  });
});

test('a note on a contact that is gone, or by a wrong association type, makes nothing', async () => {
  const before = sandbox.hubspot.all('notes').length;
  expect((await call('POST', NOTES, noteOn(sandbox.hubspot.people.archived.id, 'x'))).status).toBe(404);
  const wrong = noteOn(ann, 'x');
  wrong.associations[0]?.types.splice(0, 1, { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 });
  expect((await call('POST', NOTES, wrong)).status).toBe(400);
  expect(sandbox.hubspot.all('notes')).toHaveLength(before);
});

test('a note moves lastmodifieddate of its contact but no other value that a person set', async () => {
  const before = sandbox.hubspot.contact(ann);
  const moment = Date.now();
  await expect.poll(() => Date.now(), { interval: 1 }).toBeGreaterThan(moment);
  await call('POST', NOTES, noteOn(ann, 'moves the clock'));
  const after = sandbox.hubspot.contact(ann);
  expect(after.properties.lastmodifieddate).not.toBe(before.properties.lastmodifieddate);
  expect(after.properties.lifecyclestage).toBe(before.properties.lifecyclestage);
  expect(Number(after.properties.num_notes)).toBe(Number(before.properties.num_notes) + 1);
});

test('a deal needs a name and a stage of its pipeline', async () => {
  const deal = dealOf(ann);
  const stage = (dealstage: string) => ({ ...deal, properties: { ...deal.properties, dealstage } });
  expect((await call('POST', DEALS, stage('151200301'))).body.errors[0]?.code).toBe('INVALID_OPTION');
  expect((await call('POST', DEALS, { ...deal, properties: { dealname: 'x' } })).status).toBe(400);
  const made = await call('POST', DEALS, stage('contractsent'));
  expect(made.status).toBe(201);
  expect(sandbox.hubspot.deals(ann).map((record) => record.id)).toEqual([made.body.id]);
  expect(sandbox.hubspot.contact(ann).properties.num_associated_deals).toBe('1');
});

test('an email address belongs to one contact', async () => {
  const email = sandbox.hubspot.contact(ann).properties.email;
  const { status, body } = await call('POST', CONTACTS, { properties: { email }, associations: [] });
  expect([status, body.category]).toEqual([409, 'CONFLICT']);
  expect(body.message).toContain(ann);
});

test('batch create and update, archive, and merge', async () => {
  const inputs = ['A', 'B'].map((lastname) => ({ properties: { lastname }, associations: [] }));
  const made = await call('POST', `${CONTACTS}/batch/create`, { inputs });
  const ids = made.body.results.map((result) => String(result.id));
  expect([made.status, ids.length]).toEqual([201, 2]);
  const [a = '', b = ''] = ids;
  const change = {
    inputs: [
      { id: a, properties: { jobtitle: 'One' } },
      { id: b, properties: { jobtitle: 'Two', city: 'Bonn' } },
    ],
  };
  expect((await call('POST', `${CONTACTS}/batch/update`, change)).status).toBe(200);
  const merged = await call('POST', `${CONTACTS}/merge`, { primaryObjectId: a, objectIdToMerge: b });
  const kept = String(merged.body.id);
  expect(ids).not.toContain(kept);
  expect(merged.body.properties.hs_merged_object_ids).toBe(`${a};${b}`);
  const old = await call('GET', `${CONTACTS}/${b}?properties=jobtitle,city`);
  expect([old.body.id, old.body.properties.jobtitle, old.body.properties.city]).toEqual([
    kept,
    'One',
    'Bonn',
  ]);
  expect((await call('GET', `${CONTACTS}/${a}`)).body.id).toBe(kept);
  expect((await call('DELETE', `${CONTACTS}/${kept}`)).status).toBe(204);
  expect((await call('GET', `${CONTACTS}/${a}`)).status).toBe(404);
  expect((await call('GET', `${CONTACTS}/${a}?archived=true`)).status).toBe(200);
});

test('associations can be put and taken away, and are paged', async () => {
  const { withDeal, records } = { ...sandbox.hubspot.people };
  const path = `${CONTACTS}/${ann}/associations/deals/${records.deal}`;
  const spec = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 4 }];
  expect((await call('PUT', path, spec)).status).toBe(201);
  expect(
    sandbox.hubspot
      .associated('deals', records.deal, 'contacts')
      .map((record) => record.id)
      .sort(),
  ).toEqual([ann, withDeal.id].sort());
  expect((await call('DELETE', path)).status).toBe(204);
  expect(sandbox.hubspot.associated('deals', records.deal, 'contacts').map((record) => record.id)).toEqual([
    withDeal.id,
  ]);
  expect(
    (await call('PUT', `/crm/objects/2026-09/contacts/${ann}/associations/default/deals/${records.deal}`))
      .status,
  ).toBe(200);

  sandbox.hubspot.settings.associationPage = 100;
  const { busy } = sandbox.hubspot.people;
  const first = await call('GET', `${CONTACTS}/${busy.id}?associations=calls`);
  expect(first.body.associations.calls?.results).toHaveLength(100);
  expect(first.body.associations.calls?.paging).toMatchObject({ next: { after: '100' } });
  const rest = await call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', {
    inputs: [{ id: busy.id, after: '100' }],
  });
  expect(rest.body.results[0]?.to).toHaveLength(30);
});

test('properties: an existing name is 409, hs_ is kept, a patch replaces the options whole', async () => {
  const path = '/crm/properties/2026-09/contacts';
  const property = {
    name: 'sc_stage',
    label: 'Stage',
    type: 'enumeration',
    fieldType: 'select',
    groupName: 'contactinformation',
  };
  const option = (value: string) => ({ label: value, value, displayOrder: 0, hidden: false });
  expect((await call('POST', path, { ...property, options: [option('a'), option('b')] })).status).toBe(201);
  expect((await call('POST', path, property)).status).toBe(409);
  expect((await call('POST', path, { ...property, name: 'hs_mine' })).status).toBe(400);
  expect((await patch({ sc_stage: 'a' })).status).toBe(200);
  await call('PATCH', `${path}/sc_stage`, { options: [option('c')] });
  expect((await patch({ sc_stage: 'b' })).status).toBe(400);
  expect((await call('GET', `${path}/sc_stage`)).body.name).toBe('sc_stage');
  expect((await call('GET', `${path}/nothing`)).status).toBe(404);
});
