// The CRM pages as the server gives them: policy, data, live state, and nothing of it in the API's log.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
const page = (path: string, init?: RequestInit) => sandbox.fetch(`https://app.hubspot.com${path}`, init);

test('a record page comes at its real address, with a strict policy', async () => {
  const { ann } = sandbox.hubspot.people;
  expect(ann.url).toBe(`https://app.hubspot.com/contacts/24680135/record/0-1/${ann.id}`);
  const answer = await sandbox.fetch(`${ann.url}?interaction=note`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'self'", "frame-src 'none'", "script-src 'self'", "style-src 'self'"]) {
    expect(policy.split('; ')).toContain(rule);
  }
  const html = await answer.text();
  expect(html).toContain('data-portal="24680135"');
  for (const asset of ['/sandbox/app.js', '/sandbox/app.css']) {
    expect(html).toContain(asset);
    expect((await page(asset)).status).toBe(200);
  }
});

test('a page changes a record and leaves a note as a person, not through the API', async () => {
  const { ann } = sandbox.hubspot.people;
  const path = `/sandbox/24680135/record/0-1/${ann.id}`;
  const body = JSON.stringify({ properties: { lifecyclestage: 'opportunity' } });
  expect((await page(path, { method: 'POST', body })).status).toBe(200);
  expect(
    (await page(`${path}/notes`, { method: 'POST', body: JSON.stringify({ text: 'By hand' }) })).status,
  ).toBe(200);
  expect(sandbox.hubspot.contact(ann.id).history.lifecyclestage?.[0]).toMatchObject({
    value: 'opportunity',
    sourceType: 'CRM_UI',
  });
  expect(await (await page(path)).text()).toContain('By hand');
  expect(sandbox.hubspot.requests).toEqual([]);
});

test("a page keeps the portal's rules too", async () => {
  const { customer } = sandbox.hubspot.people;
  sandbox.hubspot.settings.lifecycleBackward = 'error';
  const body = JSON.stringify({ properties: { lifecyclestage: 'lead' } });
  const answer = await page(`/sandbox/24680135/record/0-1/${customer.id}`, { method: 'POST', body });
  sandbox.hubspot.resetSettings();
  expect(answer.status).toBe(400);
});

test('lists search and page; a deleted record and a strange portal are refused', async () => {
  const list = await (await page('/sandbox/24680135/list/0-1?query=northwind&page=1')).text();
  expect(list).toContain('Ann Meyer');
  expect(list).not.toContain('Gareth');
  expect((await page(`/sandbox/24680135/record/0-1/${sandbox.hubspot.people.archived.id}`)).status).toBe(404);
  expect((await page('/sandbox/99999999/list/0-1')).status).toBe(403);
});
