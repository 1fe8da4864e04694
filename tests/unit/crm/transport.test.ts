// What goes over the line, and what is made of silence, half answers, refusals and limits.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTransport } from '@/lib/crm/hubspot/client/transport';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import { broken, json, refused, type Scripted, script, someKey } from './answers';

const URL = 'https://api.hubapi.com/crm/v3/objects/contacts/1';
const SENT = 'https://api.hubapi.com/crm/objects/2026-09/contacts/1';

const request = (method = 'GET', url = URL, body?: string) => ({
  getUrl: () => url,
  getHttpMethod: () => method,
  getBody: () => body,
});

async function problemOf(run: Promise<unknown>): Promise<Problem> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error(`no problem, but ${String(error)}`);
  return error.problem;
}

function send(method: string, ...answers: Scripted[]) {
  const parts = script(...answers);
  const url = method === 'READ' ? `${URL.replace(/\/1$/, '')}/batch/read` : URL;
  const verb = method === 'READ' ? 'POST' : method;
  const body = verb === 'GET' ? undefined : '{"properties":{}}';
  return { parts, sent: createTransport(someKey(), parts).send(request(verb, url, body)) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a call', () => {
  it('goes to the 2026-09 path with the key in the header, and nowhere else', async () => {
    const key = someKey();
    const parts = script(json({ id: '1' }));
    const answer = await createTransport(key, parts).send(request('PATCH', URL, '{"a":1}'));
    expect(JSON.parse(await answer.body.text())).toEqual({ id: '1' });
    const [call] = parts.calls;
    expect(call?.url).toBe(SENT);
    expect(call?.init).toMatchObject({
      method: 'PATCH',
      body: '{"a":1}',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    });
    expect(call?.url).not.toContain(key);
  });

  it.each([
    ['https://api.hubapi.com/crm/v3/properties/contacts/x', '/crm/properties/2026-09/contacts/x'],
    ['https://api.hubapi.com/crm/v3/pipelines/deals', '/crm/pipelines/2026-09/deals'],
    ['https://api.hubapi.com/crm/v4/objects/a/1/associations/b', '/crm/objects/2026-09/a/1/associations/b'],
    ['https://api.hubapi.com/crm/v4/associations/a/b/batch/read', '/crm/associations/2026-09/a/b/batch/read'],
    [
      'https://api.hubapi.com/crm/v3/objects/contacts?limit=1&after=2',
      '/crm/objects/2026-09/contacts?limit=1&after=2',
    ],
    ['https://api.hubapi.com/account-info/2026-09/details', '/account-info/2026-09/details'],
  ])('%s becomes %s', async (from, to) => {
    const parts = script(json({}));
    await createTransport(someKey(), parts).send(request('GET', from));
    expect(parts.calls[0]?.url).toBe(`https://api.hubapi.com${to}`);
  });

  it.each([
    'https://evil.example/crm/v3/objects/contacts/1',
    'http://api.hubapi.com/crm/v3/objects/contacts/1',
    'https://api.hubapi.com:444/crm/v3/objects/contacts/1',
    'https://api.hubapi.com/oauth/v1/token',
    'https://api.hubapi.com/crm/v3/objects/../../oauth/v1/token',
    'https://api.hubapi.com/crm/v1/contacts',
  ])('%s is not sent at all', async (url) => {
    const parts = script(json({}));
    await expect(createTransport(someKey(), parts).send(request('GET', url))).rejects.toThrow();
    expect(parts.calls).toEqual([]);
  });

  it.each(['', 'short', 'pat-na1 with spaces', 'pat-na1-abc\r\nX-Evil: 1', 'pat-na1-ключ-ключ'])(
    'a key that is none (%j) is refused without being sent',
    async (key) => {
      const parts = script(json({}));
      const problem = await problemOf(createTransport(key, parts).send(request()));
      expect(problem.kind).toBe('key-refused');
      if (key) expect(JSON.stringify(problem)).not.toContain(key);
      expect(parts.calls).toEqual([]);
    },
  );
});

describe('no answer', () => {
  it.each(['GET', 'PATCH', 'POST'])('%s: silence is a timeout, told once, never repeated', async (method) => {
    vi.useFakeTimers();
    const { parts, sent } = send(method, 'silence');
    const problem = problemOf(sent);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await problem).toMatchObject({ kind: 'timeout' });
    expect(parts.calls).toHaveLength(1);
    expect(parts.calls[0]?.init.signal?.aborted).toBe(true);
  });

  it('a body that never ends is a timeout too', async () => {
    vi.useFakeTimers();
    const endless = () =>
      new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([123])) }));
    const { sent } = send('GET', endless);
    const problem = problemOf(sent);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await problem).toMatchObject({ kind: 'timeout' });
  });

  it('a broken line is tried twice more for a read', async () => {
    const { parts, sent } = send(
      'GET',
      new TypeError('fetch failed'),
      new TypeError('fetch failed'),
      json({ id: '1' }),
    );
    await sent;
    expect(parts.calls).toHaveLength(3);
    expect(parts.slept).toEqual([400, 1000]);
  });

  it('and given up after that, without the words of fetch', async () => {
    const { parts, sent } = send('READ', new TypeError('secret host name'));
    const problem = await problemOf(sent);
    expect(problem).toMatchObject({ kind: 'offline' });
    expect(problem.message).not.toContain('secret');
    expect(parts.calls).toHaveLength(3);
  });

  it.each(['PATCH', 'POST'])('%s is not repeated on a broken line', async (method) => {
    const { parts, sent } = send(method, new TypeError('fetch failed'));
    expect(await problemOf(sent)).toMatchObject({ kind: 'offline' });
    expect(parts.calls).toHaveLength(1);
  });
});

describe('an answer that is none', () => {
  const html = () =>
    new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
  it.each([
    ['a page', html()],
    ['half a body that ends', new Response('{"id":"1","prop', { status: 200 })],
    ['half a body that breaks', broken('{"id":"1","prop')],
    ['nothing', new Response('', { status: 200 })],
    ['a bare word', new Response('"ok"', { status: 200 })],
    ['null', new Response('null', { status: 200 })],
  ])('%s is odd; a write is not repeated', async (_, answer) => {
    const { parts, sent } = send('PATCH', answer);
    expect(await problemOf(sent)).toMatchObject({ kind: 'odd-answer' });
    expect(parts.calls).toHaveLength(1);
  });

  it('a read is asked again and may be lucky', async () => {
    const { parts, sent } = send('GET', broken('{"id'), json({ id: '1' }));
    await sent;
    expect(parts.calls).toHaveLength(2);
  });

  it.each([400, 403, 404, 302])('a page with status %i is not taken for HubSpot', async (status) => {
    const { sent } = send('GET', new Response('<html>', { status }));
    expect(await problemOf(sent)).toMatchObject({ kind: 'odd-answer', status });
  });

  it('a page with status 502 is HubSpot being down', async () => {
    const { sent } = send('GET', new Response('<html>bad gateway', { status: 502 }));
    expect(await problemOf(sent)).toMatchObject({ kind: 'crm-down', status: 502 });
  });
});

describe('refusals', () => {
  it.each([
    [401, 'EXPIRED_AUTHENTICATION', 'key-refused'],
    [403, 'FORBIDDEN', 'forbidden'],
    [403, 'MISSING_SCOPES', 'missing-scope'],
    [404, 'OBJECT_NOT_FOUND', 'gone'],
    [409, 'CONFLICT', 'invalid'],
    [400, 'VALIDATION_ERROR', 'invalid'],
    [418, 'TEAPOT', 'unexpected'],
  ])('%i %s is %s, once', async (status, category, kind) => {
    const { parts, sent } = send('GET', refused(status, category));
    expect(await problemOf(sent)).toMatchObject({ kind, status, supportId: 'c0ffee' });
    expect(parts.calls).toHaveLength(1);
  });

  it('a key that HubSpot repeats in its words goes no further', async () => {
    const key = someKey();
    const parts = script(json({ message: `bad key ${key}`, category: 'INVALID_AUTHENTICATION' }, 401));
    const problem = await problemOf(createTransport(key, parts).send(request()));
    expect(problem.kind).toBe('key-refused');
    expect(JSON.stringify(problem)).not.toContain(key);
  });

  it.each([
    ['at the end of a text that is cut', someKey(), (key: string) => `${'x'.repeat(460)}${key} is bad`],
    ['with signs that JSON writes otherwise', 'pat-"na1"\\0123456789abcdef', (key: string) => `bad ${key}`],
    ['in an address', 'pat-na1-/+0123456789abcdef', (key: string) => `at ?key=${encodeURIComponent(key)}`],
  ])('a key that HubSpot repeats %s goes no further, not even in part', async (_, key, words) => {
    const parts = script(json({ message: words(key), errors: [{ message: words(key), in: key }] }, 400));
    const told = JSON.stringify(await problemOf(createTransport(key, parts).send(request())));
    expect(told).toContain('[secret]');
    expect(told).not.toMatch(/pat-|0123456789/);
  });

  it('a key that HubSpot repeats in a good answer goes no further', async () => {
    const key = someKey();
    const answer = await createTransport(key, script(json({ id: '1', name: `of ${key}` }))).send(request());
    expect(JSON.parse(await answer.body.text())).toEqual({ id: '1', name: 'of [secret]' });
  });

  it('5xx: a read is tried twice more, a write never', async () => {
    const read = send('GET', refused(500, 'INTERNAL_ERROR'));
    expect(await problemOf(read.sent)).toMatchObject({ kind: 'crm-down', status: 500 });
    expect(read.parts.calls).toHaveLength(3);
    const write = send('POST', refused(503, 'INTERNAL_ERROR'));
    expect(await problemOf(write.sent)).toMatchObject({ kind: 'crm-down', status: 503 });
    expect(write.parts.calls).toHaveLength(1);
  });

  it('5xx with a time to wait: a read is not tried sooner, and not at all where that is long', async () => {
    const soon = send('GET', refused(503, 'INTERNAL_ERROR', {}, { 'retry-after': '4' }), json({ id: '1' }));
    await soon.sent;
    expect(soon.parts.slept).toEqual([4000]);
    const later = send('GET', refused(503, 'INTERNAL_ERROR', {}, { 'retry-after': '300' }));
    expect(await problemOf(later.sent)).toMatchObject({ kind: 'crm-down', retryAfterMs: 300_000 });
    expect(later.parts.calls).toHaveLength(1);
  });

  it.each(['GET', 'PATCH'])('%s: 423 waits two seconds, once', async (method) => {
    const lucky = send(method, refused(423, 'LOCKED'), json({ id: '1' }));
    await lucky.sent;
    expect(lucky.parts.slept).toEqual([2000]);
    const unlucky = send(method, refused(423, 'LOCKED'));
    expect(await problemOf(unlucky.sent)).toMatchObject({ kind: 'busy', status: 423 });
    expect(unlucky.parts.calls).toHaveLength(2);
  });

  it('477 says how long HubSpot is moving house', async () => {
    const { parts, sent } = send('GET', refused(477, 'MIGRATION_IN_PROGRESS', {}, { 'retry-after': '3600' }));
    expect(await problemOf(sent)).toMatchObject({ kind: 'busy', status: 477, retryAfterMs: 3_600_000 });
    expect(parts.calls).toHaveLength(1);
  });
});

describe('limits', () => {
  const limited = (policyName: string, headers = {}) => refused(429, 'RATE_LIMITS', { policyName }, headers);

  it.each(['GET', 'READ', 'PATCH', 'POST'])('%s: 429 waits as told and goes on', async (method) => {
    const { parts, sent } = send(method, limited('SECONDLY', { 'retry-after': '1' }), json({ id: '1' }));
    await sent;
    expect(parts.slept).toEqual([1000]);
  });

  it('waits by the policy where HubSpot names no time', async () => {
    const secondly = send('GET', limited('SECONDLY'), json({}));
    await secondly.sent;
    expect(secondly.parts.slept).toEqual([1125]);
    const rolling = send('GET', limited('TEN_SECONDLY_ROLLING'), json({}));
    await rolling.sent;
    expect(rolling.parts.slept).toEqual([2125]);
  });

  it('waits eight seconds in all at most, then says when to come back', async () => {
    const { parts, sent } = send('PATCH', limited('TEN_SECONDLY_ROLLING', { 'retry-after': '3' }));
    expect(await problemOf(sent)).toMatchObject({ kind: 'busy', retryAfterMs: 3000 });
    expect(parts.slept).toEqual([3000, 3000]);
  });

  it('a day that is used up is not waited for', async () => {
    const { parts, sent } = send('GET', limited('DAILY'));
    expect(await problemOf(sent)).toMatchObject({ kind: 'busy', status: 429 });
    expect(parts.slept).toEqual([]);
  });

  it('remembers the allowance, also when an answer names none', async () => {
    const headers = {
      'x-hubspot-ratelimit-max': '190',
      'x-hubspot-ratelimit-remaining': '12',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
    };
    const parts = script(json({}, 200, headers), json({}));
    const transport = createTransport(someKey(), parts);
    await transport.send(request());
    await transport.send(request());
    expect(transport.limit()).toMatchObject({ max: 190, remaining: 12, intervalMs: 10_000 });
  });
});
