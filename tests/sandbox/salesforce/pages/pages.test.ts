// The Lightning pages as the server gives them: sign-in, policy, data, the org's rules, nothing of it in the API's log.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { Browser } from '../oauth/browser';

const LIGHTNING = 'https://acme.lightning.force.com';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());
const page = (path: string, init?: RequestInit) => sandbox.fetch(`${LIGHTNING}${path}`, init);
const post = (path: string, body: unknown) => page(path, { method: 'POST', body: JSON.stringify(body) });

test('a record page comes at its real address, once signed in, with a strict policy', async () => {
  const { ann } = sandbox.salesforce.people;
  expect(ann.url).toBe(`${LIGHTNING}/lightning/r/Lead/${ann.id}/view`);
  const browser = new Browser(sandbox);
  const shown = await browser.follow(`${ann.url}?ws=%2Flightning%2Fo%2FLead%2Flist`);
  expect(shown).toMatchObject({ status: 200, url: `${ann.url}?ws=%2Flightning%2Fo%2FLead%2Flist` });
  expect(shown.text).toContain('data-org="acme"');
  const answer = await sandbox.fetch(ann.url, {
    headers: { cookie: `sid=${browser.sid('acme.lightning.force.com')}` },
  });
  const policy = (answer.headers.get('content-security-policy') ?? '').split('; ');
  for (const rule of ["default-src 'self'", "frame-src 'none'", "script-src 'self'"])
    expect(policy).toContain(rule);
  for (const asset of ['/sandbox/app.js', '/sandbox/app.css']) {
    expect(shown.text).toContain(asset);
    expect((await page(asset)).status).toBe(200);
  }
});

test('the sandbox org has its own hosts; Classic addresses lead to Lightning', async () => {
  const { uatLead, ann } = sandbox.salesforce.people;
  expect((await new Browser(sandbox).follow(uatLead.url)).text).toContain('data-org="uat"');
  const classic = await new Browser(sandbox).follow(`https://acme.my.salesforce.com/${ann.id.slice(0, 15)}`);
  expect(classic.url).toBe(`${LIGHTNING}/lightning/r/${ann.id.slice(0, 15)}/view`);
});

test('without a session the form is shown, and the data is refused', async () => {
  sandbox.salesforce.settings.signedInAs = null;
  const browser = new Browser(sandbox);
  expect((await browser.follow(sandbox.salesforce.people.ann.url)).text).toContain('name="password"');
  expect((await page('/sandbox/list/Lead')).status).toBe(401);
});

test('a page changes a record and leaves a note as a person, by the rules, not through the API', async () => {
  const { ann, converted } = sandbox.salesforce.people;
  const path = `/sandbox/record/Lead/${ann.id}`;
  expect((await post(path, { values: { Status: 'Nurture' } })).status).toBe(200);
  expect((await post(`${path}/notes`, { text: 'By hand' })).status).toBe(200);
  expect(sandbox.salesforce.lead(ann.id).values.Status).toBe('Nurture');
  const text = await (await page(path)).text();
  for (const words of ['By hand', 'Email received', 'Outbound call', 'Working - Contacted → Nurture'])
    expect(text).toContain(words);
  expect((await post(path, { values: { Status: 'Nope' } })).status).toBe(400);
  expect((await post(`/sandbox/record/Lead/${converted.id}`, { values: { Title: 'x' } })).status).toBe(400);
  expect(sandbox.salesforce.requests).toEqual([]);
});

test('lists search; ids alone find their record; a deleted one is gone', async () => {
  const { archived, opportunity } = sandbox.salesforce.people;
  const list = await (await page('/sandbox/list/Lead?query=northwind&page=1')).text();
  expect(list).toContain('Ann Meyer');
  expect(list).not.toContain('Quentin');
  expect(await (await page(`/sandbox/record/any/${opportunity.id}`)).text()).toContain(
    'Decision Maker · primary',
  );
  expect((await page(`/sandbox/record/any/${archived.id}`)).status).toBe(404);
  expect((await page('/sandbox/list/Nope')).status).toBe(404);
});
