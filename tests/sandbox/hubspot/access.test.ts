// Who may call, how often, and the bad days that can be ordered.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { CONTACTS, caller, NOTES, noteOn, searchFor } from './caller';

let sandbox: Sandbox;
let ann: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  ann = sandbox.hubspot.people.ann.id;
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.hubspot.resetSettings();
  sandbox.hubspot.faults.clear();
});

test('unknown, expired and revoked keys are 401, each with its category', async () => {
  const seen = await Promise.all(
    ['nothing-like-a-key', 'expired', 'revoked'].map(async (key) => {
      const { status, body } = await caller(sandbox, key)('GET', `${CONTACTS}/${ann}`);
      return [status, body.category];
    }),
  );
  expect(seen).toEqual([
    [401, 'INVALID_AUTHENTICATION'],
    [401, 'EXPIRED_AUTHENTICATION'],
    [401, 'REVOKED_AUTHENTICATION'],
  ]);
});

test('a missing scope is 403 and named', async () => {
  const cases = [
    ['noDeals', 'GET', '/crm/pipelines/2026-09/deals', 'crm.objects.deals.read'],
    ['noOwners', 'GET', '/crm/owners/2026-09', 'crm.objects.owners.read'],
    ['noSchemas', 'GET', '/crm/properties/2026-09/contacts', 'crm.schemas.contacts.read'],
    ['noLeads', 'GET', '/crm/objects/2026-09/leads', 'crm.objects.leads.read'],
    ['noCompanies', 'GET', '/crm/objects/2026-09/companies', 'crm.objects.companies.read'],
  ] as const;
  for (const [key, method, path, scope] of cases) {
    const { status, body } = await caller(sandbox, key)(method, path);
    expect([status, body.category, body.errors[0]?.context.requiredGranularScopes]).toEqual([
      403,
      'MISSING_SCOPES',
      [scope],
    ]);
  }
  const write = await caller(sandbox, 'readOnly')('POST', NOTES, noteOn(ann, 'x'));
  expect([write.status, write.body.context.missingScopes]).toEqual([403, ['crm.objects.contacts.write']]);
});

test('a key can lose a scope while the sandbox runs', async () => {
  const key = sandbox.hubspot.key('usual');
  const scopes = [...key.scopes];
  key.scopes.splice(0, key.scopes.length, ...scopes.filter((scope) => scope !== 'crm.objects.contacts.read'));
  expect((await caller(sandbox, 'usual')('GET', `${CONTACTS}/${ann}`)).status).toBe(403);
  key.scopes.splice(0, key.scopes.length, ...scopes);
  expect((await caller(sandbox, 'usual')('GET', `${CONTACTS}/${ann}`)).status).toBe(200);
});

test('a key sees its own portal only', async () => {
  expect(
    (await caller(sandbox, 'otherPortal')('GET', `${CONTACTS}/${sandbox.hubspot.people.busy.id}`)).status,
  ).toBe(404);
});

test('the allowance rolls: headers count down, then 429 with the policy', async () => {
  sandbox.hubspot.settings.rateLimit = { max: 2, intervalMs: 60_000 };
  const call = caller(sandbox, 'noDeals');
  // This key has been used once, by the test of scopes above, or not at all: count from what is left.
  const answers = [];
  for (let turn = 0; turn < 3; turn += 1) answers.push(await call('GET', `${CONTACTS}/${ann}`));
  const last = answers.at(-1);
  expect([last?.status, last?.body.policyName]).toEqual([429, 'TEN_SECONDLY_ROLLING']);
  expect(last?.headers.get('x-hubspot-ratelimit-max')).toBe('2');
  expect(last?.headers.get('x-hubspot-ratelimit-remaining')).toBe('0');
  expect(last?.headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('60000');
});

test('search has an allowance of its own for the whole portal, and no headers', async () => {
  sandbox.hubspot.settings.searchesPerSecond = 0;
  const refused = await caller(sandbox)('POST', `${CONTACTS}/search`, searchFor([]));
  expect([refused.status, refused.body.policyName]).toEqual([429, 'SECONDLY']);
  sandbox.hubspot.settings.searchesPerSecond = 1000;
  const answer = await caller(sandbox)('POST', `${CONTACTS}/search`, searchFor([]));
  expect([answer.status, answer.headers.get('x-hubspot-ratelimit-max')]).toEqual([200, null]);
});

test('an armed status is answered so many times, after those that are let pass', async () => {
  const call = caller(sandbox);
  const fault = sandbox.hubspot.faults.arm({
    method: 'GET',
    path: /contacts/,
    times: 2,
    skip: 1,
    do: { status: 423, body: { message: 'locked' }, headers: { 'retry-after': '2' } },
  });
  const statuses = [];
  for (let turn = 0; turn < 4; turn += 1) statuses.push((await call('GET', `${CONTACTS}/${ann}`)).status);
  expect(statuses).toEqual([200, 423, 423, 200]);
  expect(fault.struck).toBe(2);
});

test('drop cuts before acting, dropAfter after', async () => {
  const call = caller(sandbox);
  const before = sandbox.hubspot.notes(ann).length;
  sandbox.hubspot.faults.arm({ path: /notes$/, times: 1, do: 'drop' });
  await expect(call('POST', NOTES, noteOn(ann, 'never'))).rejects.toThrow('fetch failed');
  expect(sandbox.hubspot.notes(ann)).toHaveLength(before);
  sandbox.hubspot.faults.arm({ path: /notes$/, times: 1, do: 'dropAfter' });
  await expect(call('POST', NOTES, noteOn(ann, 'made, but the answer is lost'))).rejects.toThrow(
    'fetch failed',
  );
  expect(sandbox.hubspot.notes(ann)).toHaveLength(before + 1);
});

test('html is a web page with 200, halfBody acts and breaks off', async () => {
  const call = caller(sandbox);
  sandbox.hubspot.faults.arm({ path: /contacts/, times: 1, do: 'html' });
  const page = await call('GET', `${CONTACTS}/${ann}`);
  expect([page.status, page.headers.get('content-type'), page.text.startsWith('<!doctype')]).toEqual([
    200,
    'text/html;charset=utf-8',
    true,
  ]);
  const before = sandbox.hubspot.notes(ann).length;
  sandbox.hubspot.faults.arm({ path: /notes$/, times: 1, do: 'halfBody' });
  await expect(call('POST', NOTES, noteOn(ann, 'half'))).rejects.toThrow('fetch failed');
  expect(sandbox.hubspot.notes(ann)).toHaveLength(before + 1);
});

test('silence: the caller gives up, and what was asked has happened', async () => {
  const before = sandbox.hubspot.notes(ann).length;
  sandbox.hubspot.faults.arm({ path: /notes$/, times: 1, do: { silentMs: 600_000 } });
  const giveUp = new AbortController();
  const answer = sandbox.fetch('https://api.hubapi.com/crm/objects/2026-09/notes', {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.hubspot.keys.full}`, 'content-type': 'application/json' },
    body: JSON.stringify(noteOn(ann, 'quiet')),
    signal: giveUp.signal,
  });
  const lost = expect(answer).rejects.toThrow();
  await expect.poll(() => sandbox.hubspot.notes(ann).length).toBe(before + 1);
  giveUp.abort();
  await lost;
});

test('the log holds bodies and the name of the key, never the key', async () => {
  sandbox.hubspot.clearRequests();
  const { full } = sandbox.hubspot.keys;
  await caller(sandbox)('POST', NOTES, noteOn(ann, `pasted by mistake: ${full}`));
  await sandbox.fetch('https://api.hubapi.com/oauth/2026-03/token/introspect', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: full }).toString(),
  });
  const entry = await sandbox.hubspot.request((request) => request.path === NOTES);
  expect(entry).toMatchObject({ method: 'POST', status: 201, key: 'full', fault: null });
  expect(sandbox.hubspot.requests).toHaveLength(2);
  expect(JSON.stringify(sandbox.hubspot.requests)).not.toContain(full);
});

test('another host is refused with 421', async () => {
  expect((await sandbox.fetch('https://example.com/')).status).toBe(421);
});
