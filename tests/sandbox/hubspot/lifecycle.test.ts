// Going back a lifecycle stage in each of its behaviours, and the moves that a deal makes.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { CONTACTS, caller, DEALS, dealOf } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;
beforeAll(async () => {
  sandbox = await startSandbox();
  call = caller(sandbox);
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.hubspot.resetSettings();
});

/** A contact of its own for each test, at a stage. */
function contactAt(lifecyclestage: string): string {
  return sandbox.hubspot.create('contacts', { lastname: 'Ladder', lifecyclestage }).id;
}
const set = (id: string, lifecyclestage: string) =>
  call('PATCH', `${CONTACTS}/${id}`, { properties: { lifecyclestage } });
const stage = (id: string) => sandbox.hubspot.contact(id).properties.lifecyclestage ?? '';

test('a step forward is taken in every behaviour', async () => {
  for (const way of ['allowed', 'ignored', 'error'] as const) {
    sandbox.hubspot.settings.lifecycleBackward = way;
    const id = contactAt('lead');
    expect((await set(id, 'opportunity')).body.properties.lifecyclestage).toBe('opportunity');
    expect(stage(id)).toBe('opportunity');
  }
});

test('allowed: a step back is taken at once', async () => {
  sandbox.hubspot.settings.lifecycleBackward = 'allowed';
  const id = contactAt('customer');
  expect((await set(id, 'lead')).status).toBe(200);
  expect(stage(id)).toBe('lead');
});

test('ignored: 200 and unchanged; cleared first, it is taken', async () => {
  sandbox.hubspot.settings.lifecycleBackward = 'ignored';
  const id = contactAt('customer');
  const answer = await set(id, 'lead');
  expect([answer.status, answer.body.properties.lifecyclestage]).toEqual([200, 'customer']);
  expect(stage(id)).toBe('customer');
  expect((await set(id, '')).body.properties.lifecyclestage).toBeNull();
  expect((await set(id, 'lead')).body.properties.lifecyclestage).toBe('lead');
  expect(stage(id)).toBe('lead');
});

test('error: 400 with a code that names the property; cleared first, it is taken', async () => {
  sandbox.hubspot.settings.lifecycleBackward = 'error';
  const id = contactAt('customer');
  const answer = await set(id, 'lead');
  expect([answer.status, answer.body.category]).toEqual([400, 'VALIDATION_ERROR']);
  expect(answer.body.errors[0]?.context.propertyName).toEqual(['lifecyclestage']);
  expect(stage(id)).toBe('customer');
  await set(id, '');
  expect((await set(id, 'lead')).status).toBe(200);
  expect(stage(id)).toBe('lead');
});

test('where clearing is ignored or refused, the clear-then-set way is shut', async () => {
  sandbox.hubspot.settings.lifecycleBackward = 'ignored';
  sandbox.hubspot.settings.lifecycleClear = 'ignored';
  const id = contactAt('customer');
  expect((await set(id, '')).body.properties.lifecyclestage).toBe('customer');
  expect((await set(id, 'lead')).body.properties.lifecyclestage).toBe('customer');
  sandbox.hubspot.settings.lifecycleClear = 'error';
  expect((await set(id, '')).status).toBe(400);
  expect(stage(id)).toBe('customer');
});

test('history keeps every stage with its time and source', async () => {
  sandbox.hubspot.settings.lifecycleBackward = 'allowed';
  const id = contactAt('lead');
  await set(id, 'opportunity');
  await set(id, 'lead');
  const { body } = await call('GET', `${CONTACTS}/${id}?propertiesWithHistory=lifecyclestage`);
  const versions = body.propertiesWithHistory.lifecyclestage ?? [];
  expect(versions.map((version) => version.value)).toEqual(['lead', 'opportunity', 'lead']);
  expect(versions.map((version) => version.sourceType)).toEqual(['INTEGRATION', 'INTEGRATION', 'CRM_UI']);
});

test('a new deal moves its contact to opportunity where the portal says so, and never back', async () => {
  const still = contactAt('lead');
  await call('POST', DEALS, dealOf(still));
  expect(stage(still)).toBe('lead');
  sandbox.hubspot.settings.dealMovesContact = true;
  const moved = contactAt('lead');
  const customer = contactAt('customer');
  await call('POST', DEALS, dealOf(moved));
  await call('POST', DEALS, dealOf(customer));
  expect([stage(moved), stage(customer)]).toEqual(['opportunity', 'customer']);
});

test('the other portal has stages of its own', async () => {
  const other = caller(sandbox, 'otherPortal');
  const { id } = sandbox.hubspot.people.elsewhere;
  const wrong = await other('PATCH', `${CONTACTS}/${id}`, {
    properties: { lifecyclestage: 'salesqualifiedlead' },
  });
  expect([wrong.status, wrong.body.errors[0]?.code]).toEqual([400, 'INVALID_OPTION']);
  const right = await other('PATCH', `${CONTACTS}/${id}`, { properties: { lifecyclestage: '58123401' } });
  expect(right.body.properties.lifecyclestage).toBe('58123401');
});
