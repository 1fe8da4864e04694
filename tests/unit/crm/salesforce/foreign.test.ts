// A refusal that Salesforce did not word, or that may not be its own, is believed of no write: it is looked for first.
import { describe, expect, it } from 'vitest';
import { createClient } from '@/lib/crm/salesforce/client/client';
import { json, script } from '../answers';
import { problemOf } from '../portal';
import { errors, HOST, type Scripted, someToken } from './org';

const people = json({ totalSize: 1, done: true, records: [{ Id: '1', Name: 'Rae' }] });
const refusedSession = errors(401, { errorCode: 'INVALID_SESSION_ID' });
const query = 'SELECT Id FROM User LIMIT 1';
const patch = [
  { id: 'record', method: 'PATCH' as const, url: '/services/data/v66.0/sobjects/Lead/1', body: {} },
];

function client(answers: Scripted, renew: () => Promise<string>) {
  const parts = script(...answers);
  return { client: createClient({ token: someToken(), host: HOST, renew }, parts), ...parts };
}

describe('a refusal that is not in Salesforce’s own form', () => {
  it.each<[number, unknown]>([
    [429, {}],
    [420, { message: 'slow down' }],
    [401, { error: 'invalid_token', error_description: 'x' }],
    [401, [{ message: 'Session expired or invalid' }]],
    [401, [{ errorCode: 'session expired', message: 'x' }]],
    [403, { message: 'blocked', code: 7 }],
    [404, []],
    [411, {}],
  ])('%i %j may have come after a write: its answer is lost', async (status, body) => {
    let renewed = 0;
    const { client: org, calls } = client([json(body, status, { 'retry-after': '1' })], async () => {
      renewed += 1;
      return someToken();
    });
    const problem = await problemOf(org.composite(patch, true));
    expect(problem).toMatchObject({ kind: 'odd-answer', status, retryAfterMs: 1000 });
    expect([renewed, calls.length]).toEqual([0, 1]);
  });

  it('is lost as a page, too', async () => {
    const { client: org, calls } = client([new Response('<html/>', { status: 401 })], async () =>
      someToken(),
    );
    expect((await problemOf(org.composite(patch, true))).kind).toBe('odd-answer');
    expect(calls).toHaveLength(1);
  });

  it('is believed of a read, which does nothing', async () => {
    const { client: org, calls } = client([json({}, 401), people], async () => someToken());
    expect((await org.query(query)).records).toHaveLength(1);
    expect(calls).toHaveLength(2);
  });
});

it('a session that has ended is renewed once by a write, which is not made again before it is looked for', async () => {
  let asked = 0;
  const { client: org, calls } = client([refusedSession], async () => {
    asked += 1;
    return someToken();
  });
  expect((await problemOf(org.composite(patch, true))).kind).toBe('key-refused');
  expect([asked, calls.length]).toEqual([1, 1]);
});
