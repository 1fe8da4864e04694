// A refusal that HubSpot did not word: a proxy may have said it after HubSpot has acted, so it is believed of no write.
import { describe, expect, it } from 'vitest';
import { mayHaveActed } from '@/lib/background/outbox/problems';
import { createTransport } from '@/lib/crm/hubspot/client/transport';
import { json, type Scripted, script, someKey } from '../answers';
import { problemOf } from '../portal';

const URL = 'https://api.hubapi.com/crm/v3/objects/contacts';

function send(method: string, ...answers: Scripted[]) {
  const parts = script(...answers);
  const url = method === 'READ' ? `${URL}/batch/read` : `${URL}/1`;
  const verb = method === 'READ' ? 'POST' : method;
  const request = {
    getUrl: () => url,
    getHttpMethod: () => verb,
    getBody: () => (verb === 'GET' ? undefined : '{"properties":{}}'),
  };
  return { parts, sent: createTransport(someKey(), parts).send(request) };
}

describe('a refusal that is not in HubSpot’s own form', () => {
  const forms: [number, unknown][] = [
    [429, {}],
    [429, { message: 'slow down' }],
    [429, { status: 'error', message: 'x', policyName: 'TEN_SECONDLY_ROLLING' }],
    [423, { message: 'locked' }],
    [477, {}],
    [401, { error: 'unauthorized' }],
    [403, { message: 'blocked', correlationId: 'c0ffee' }],
    [400, { errors: [] }],
    [404, { code: 5 }],
    [425, ['too early']],
    [411, {}],
  ];

  it.each(forms)('%i %j may have come after a write: its answer is lost', async (status, body) => {
    for (const method of ['POST', 'PATCH']) {
      const { parts, sent } = send(method, json(body, status, { 'retry-after': '1' }));
      const problem = await problemOf(sent);
      expect(problem).toMatchObject({ kind: 'odd-answer', status, retryAfterMs: 1000 });
      expect(mayHaveActed(problem)).toBe(true);
      expect(parts.calls).toHaveLength(1);
    }
  });

  it.each([408, 501, 502, 503, 505])('%i is lost by its status already', async (status) => {
    const { parts, sent } = send('POST', json({ message: 'x' }, status));
    expect(mayHaveActed(await problemOf(sent))).toBe(true);
    expect(parts.calls).toHaveLength(1);
  });

  it.each([
    [429, '<html>'],
    [401, ''],
  ])('%i with %j is lost too', async (status, text) => {
    const { parts, sent } = send('POST', new Response(text, { status }));
    expect(await problemOf(sent)).toMatchObject({ kind: 'odd-answer', status });
    expect(parts.calls).toHaveLength(1);
  });

  it('is believed of a read, which does nothing', async () => {
    const { parts, sent } = send('READ', json({}, 429, { 'retry-after': '1' }), json({ id: '1' }));
    await sent;
    expect(parts.slept).toEqual([1000]);
    expect(await problemOf(send('GET', json({}, 401)).sent)).toMatchObject({ kind: 'key-refused' });
  });
});
