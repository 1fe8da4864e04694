// The bad days that can be ordered, and what the log tells of them.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { call } from './client';

const LIMITS = '/services/data/v66.0/limits';
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.salesforce.faults.clear();
  sandbox.salesforce.clearRequests();
});

test('a redirect, a maintenance page, an error in JSON', async () => {
  const { arm } = sandbox.salesforce.faults;
  arm({
    path: /limits/,
    times: 1,
    do: { status: 302, headers: { location: 'https://acme.my.salesforce.com/' } },
  });
  expect((await call(sandbox, LIMITS)).status).toBe(302);
  arm({ path: /limits/, times: 1, do: { status: 503, page: '<h1>We are down for maintenance.</h1>' } });
  const page = await call(sandbox, LIMITS);
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html;charset=utf-8']);
  arm({
    path: /limits/,
    times: 1,
    do: { status: 500, body: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'x' }] },
  });
  expect((await call(sandbox, LIMITS)).body).toMatchObject([{ errorCode: 'UNKNOWN_EXCEPTION' }]);
  expect(sandbox.salesforce.requests.map((entry) => entry.status)).toEqual([302, 503, 500]);
});

test('connections that break before and after the act, and in the middle of the answer', async () => {
  const { people } = sandbox.salesforce;
  const patch = (Title: string) =>
    call(sandbox, `/services/data/v66.0/sobjects/Lead/${people.ann.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ Title }),
    });
  const title = () => sandbox.salesforce.lead(people.ann.id).values.Title;
  sandbox.salesforce.faults.arm({ path: /Lead/, times: 1, do: 'drop' });
  await expect(patch('dropped')).rejects.toThrow('fetch failed');
  expect(title()).not.toBe('dropped');
  sandbox.salesforce.faults.arm({ method: 'PATCH', path: /Lead/, times: 1, do: 'dropAfter' });
  await expect(patch('done all the same')).rejects.toThrow('fetch failed');
  expect(title()).toBe('done all the same');
  sandbox.salesforce.faults.arm({ path: /limits/, times: 1, do: 'halfBody' });
  await expect(call(sandbox, LIMITS)).rejects.toThrow('fetch failed');
});

test('silence: the act is done, the answer never comes', async () => {
  const fault = sandbox.salesforce.faults.arm({ path: /limits/, times: 1, do: { silentMs: 60_000 } });
  const giveUp = new AbortController();
  const asked = call(sandbox, LIMITS, { signal: giveUp.signal });
  // Once the fault has struck the request is there; then the caller loses patience.
  const struck = async (): Promise<void> =>
    fault.struck > 0 ? undefined : new Promise((go) => setImmediate(go)).then(struck);
  await struck();
  giveUp.abort();
  await expect(asked).rejects.toThrow();
  expect(sandbox.salesforce.requests[0]?.fault).toContain('silentMs');
});
