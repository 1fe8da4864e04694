// Every endpoint's answers, and every usual request, are as HubSpot's OpenAPI documents say.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoggedRequest } from './common/log';
import { CONTACTS, caller, DEALS, dealOf, NOTES, noteOn, searchFor } from './hubspot/caller';
import { type Sandbox, startSandbox } from './server';
import { assertTrafficValid, loadSpecs, WHY_SKIPPED } from './specs';

const specs = loadSpecs();
if (!specs) console.warn(`Skipped: ${WHY_SKIPPED}`);

describe.skipIf(!specs)('against the documents', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  test('reading: every type, every endpoint', async () => {
    const call = caller(sandbox);
    const { people } = sandbox.hubspot;
    sandbox.hubspot.settings.searchesPerSecond = 100;
    sandbox.hubspot.settings.associationPage = 3;
    const types = ['contacts', 'companies', 'deals', 'leads', 'notes', 'tasks'];
    for (const type of types) {
      const list = await call(
        'GET',
        `/crm/objects/2026-09/${type}?limit=5&associations=contacts&properties=hs_object_id`,
      );
      const id = String(list.body.results[0]?.id ?? '');
      if (id) {
        await call(
          'GET',
          `/crm/objects/2026-09/${type}/${id}?associations=contacts,companies&propertiesWithHistory=hubspot_owner_id`,
        );
        await call('POST', `/crm/objects/2026-09/${type}/batch/read`, {
          inputs: [{ id }, { id: '1' }],
          properties: [],
          propertiesWithHistory: ['hubspot_owner_id'],
        });
      }
      await call('POST', `/crm/objects/2026-09/${type}/search`, searchFor([], { limit: 3 }));
      await call('GET', `/crm/properties/2026-09/${type}`);
    }
    await call(
      'GET',
      `${CONTACTS}/${people.busy.id}?associations=calls&properties=lifecyclestage,email&propertiesWithHistory=lifecyclestage`,
    );
    await call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', {
      inputs: [{ id: people.busy.id }],
    });
    await call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', { inputs: [{ id: '1' }] });
    for (const status of [200, 207] as const) {
      sandbox.hubspot.settings.unreadable = { ids: [people.busy.id], category: 'INTERNAL_ERROR', status };
      const inputs = [{ id: people.busy.id }];
      await call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', { inputs });
      const body = { inputs, properties: [], propertiesWithHistory: [] };
      await call('POST', `${CONTACTS}/batch/read`, body);
    }
    for (const path of [
      '/account-info/2026-09/details',
      '/crm/owners/2026-09?limit=3',
      `/crm/owners/2026-09/${sandbox.hubspot.owners()[0]?.id}`,
      '/crm/properties/2026-09/contacts/lifecyclestage',
      '/crm/pipelines/2026-09/deals',
      '/crm/pipelines/2026-09/leads',
      '/crm/pipelines/2026-09/deals/default',
      '/crm/pipelines/2026-09/deals/default/stages',
      '/crm/pipelines/2026-09/deals/default/stages/closedwon',
    ]) {
      expect((await call('GET', path)).status).toBe(200);
    }
    expect(assertTrafficValid(sandbox)).toBeGreaterThan(35);
  });

  test('writing', async () => {
    const call = caller(sandbox);
    const { ann, twinA, twinB, records } = sandbox.hubspot.people;
    const inputs = [{ properties: { lastname: 'Batch' }, associations: [] }];
    const answers = [
      await call('PATCH', `${CONTACTS}/${ann.id}`, { properties: { hs_lead_status: 'CONNECTED' } }),
      await call('POST', NOTES, noteOn(ann.id, '<p>note</p>')),
      await call('POST', DEALS, dealOf(ann.id)),
      await call('POST', `${CONTACTS}/batch/create`, { inputs }),
      await call('POST', `${CONTACTS}/batch/update`, {
        inputs: [{ id: ann.id, properties: { city: 'Kiel' } }],
      }),
      await call('POST', `${CONTACTS}/merge`, { primaryObjectId: twinA.id, objectIdToMerge: twinB.id }),
      await call('PUT', `${CONTACTS}/${ann.id}/associations/deals/${records.deal}`, [
        { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 4 },
      ]),
      await call('PUT', `${CONTACTS}/${ann.id}/associations/default/deals/${records.deal}`),
      await call('DELETE', `${CONTACTS}/${ann.id}/associations/deals/${records.deal}`),
      await call('POST', '/crm/properties/2026-09/contacts', {
        name: 'sc_x',
        label: 'X',
        type: 'string',
        fieldType: 'text',
        groupName: 'contactinformation',
      }),
      await call('PATCH', '/crm/properties/2026-09/contacts/sc_x', { label: 'Y' }),
      await call('POST', `${CONTACTS}/batch/archive`, { inputs: [{ id: twinA.id }] }),
      await call('DELETE', `${CONTACTS}/${sandbox.hubspot.people.bought.id}`),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([
      200, 201, 201, 201, 200, 200, 201, 200, 204, 201, 200, 204, 204,
    ]);
    assertTrafficValid(sandbox);
  });

  test('refusals', async () => {
    sandbox.hubspot.settings.required = [{ type: 'contacts', property: 'hs_persona', on: 'update' }];
    const call = caller(sandbox);
    const { ann, archived } = sandbox.hubspot.people;
    const path = `${CONTACTS}/${ann.id}`;
    sandbox.hubspot.clearRequests();
    const answers = [
      await caller(sandbox, 'expired')('GET', path),
      await caller(sandbox, 'readOnly')('PATCH', path, { properties: {} }),
      await call('GET', `${CONTACTS}/${archived.id}`),
      await call('POST', CONTACTS, {
        properties: { email: 'piotr.nowak@northwind-logistics.example' },
        associations: [],
      }),
      await call('PATCH', path, { properties: { lifecyclestage: 'nothing' } }),
      await call('PATCH', path, { properties: { city: 'x' } }),
    ];
    sandbox.hubspot.settings.rateLimit = { max: 0, intervalMs: 1000 };
    answers.push(await call('GET', path));
    sandbox.hubspot.resetSettings();
    expect(answers.map((answer) => answer.status)).toEqual([401, 403, 404, 409, 400, 400, 429]);
    assertTrafficValid(sandbox);
  });

  test('introspection', async () => {
    sandbox.hubspot.clearRequests();
    const answer = await sandbox.fetch('https://api.hubapi.com/oauth/2026-03/token/introspect', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token: sandbox.hubspot.keys.usual }).toString(),
    });
    expect(answer.status).toBe(200);
    expect(assertTrafficValid(sandbox)).toBe(1);
  });

  test('what departs from the documents is found', () => {
    const entry: LoggedRequest = {
      number: 1,
      at: '2026-11-21T12:00:00.000Z',
      method: 'POST',
      path: NOTES,
      query: '',
      key: 'full',
      contentType: 'application/json',
      body: noteOn('1', 'x'),
      status: 201,
      answer: {
        id: '1',
        properties: { hs_note_body: null },
        createdAt: '2026-11-21T12:00:00Z',
        updatedAt: '2026-11-21T12:00:00Z',
        archived: false,
      },
      fault: null,
      done: true,
    };
    const request = (change: Partial<LoggedRequest>) => specs?.validateRequest({ ...entry, ...change });
    const response = (change: Partial<LoggedRequest>) => specs?.validateResponse({ ...entry, ...change });
    expect([request({}), response({})]).toEqual([[], []]);
    expect(request({ body: { properties: {} } })?.join()).toContain('associations');
    expect(request({ body: { properties: { x: 1 }, associations: [] } })?.join()).toContain('string');
    expect(request({ query: '?colour=red' })?.join()).toContain('colour');
    expect(request({ path: '/crm/v3/objects/notes' })?.join()).toContain('no POST');
    expect(request({ contentType: 'text/plain' })?.join()).toContain('content type');
    expect(response({ answer: { id: 1 } })?.join()).toContain('archived');
    expect(response({ status: 202 })?.join()).toContain('202');
    expect(response({ status: 404, answer: { message: 'x' } })?.join()).toContain('category');
    expect(response({ answer: { ...Object(entry.answer), createdAt: 'yesterday' } })?.join()).toContain(
      'date-time',
    );
  });
});
