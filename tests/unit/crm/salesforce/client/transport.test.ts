// The transport under jsforce: nothing hangs, nothing is repeated that wrote, no token goes astray.
import { describe, expect, it } from 'vitest';
import { createClient } from '@/lib/crm/salesforce/client/client';
import { ProblemError } from '@/lib/problem/problem';
import { broken, json, script } from '../../answers';
import { problemOf } from '../../portal';
import { errors, HOST, header, type Scripted, someToken } from '../org';

const people = json({ totalSize: 1, done: true, records: [{ Id: '1', Name: 'Rae' }] });
const refusedSession = errors(401, { errorCode: 'INVALID_SESSION_ID' });

function client(answers: Scripted, renew?: () => Promise<string>, token = someToken()) {
  const parts = script(...answers);
  return { client: createClient({ token, host: HOST, renew }, parts), token, ...parts };
}
const query = 'SELECT Id FROM User LIMIT 1';
const patch = [
  { id: 'record', method: 'PATCH' as const, url: '/services/data/v66.0/sobjects/Lead/1', body: {} },
];
const composite = (httpStatusCode: number, body: unknown) =>
  json({ compositeResponse: [{ body, httpHeaders: {}, httpStatusCode, referenceId: 'record' }] });

describe('an answer', () => {
  it('comes through jsforce, from the version and host that we set', async () => {
    const { client: org, calls, token } = client([people]);
    expect(await org.query(query)).toEqual({ records: [{ Id: '1', Name: 'Rae' }], done: true });
    expect(calls[0]?.url).toBe(`https://${HOST}/services/data/v66.0/query?q=${encodeURIComponent(query)}`);
    expect(header(calls[0], 'authorization')).toBe(`Bearer ${token}`);
    expect(calls[0]?.init).toMatchObject({ redirect: 'manual', credentials: 'omit', cache: 'no-store' });
  });

  it.each<[string, Scripted, string]>([
    ['never comes', ['silence'], 'timeout'],
    ['breaks off', [broken('{"records": [')], 'odd-answer'],
    ['is a page', [new Response('<html>Sign in</html>')], 'odd-answer'],
    ['is empty', [new Response('')], 'odd-answer'],
    ['is a plain word', [json('hello')], 'odd-answer'],
    ['has another shape', [json({ rows: [] })], 'odd-answer'],
    [
      'sends elsewhere',
      [new Response(null, { status: 302, headers: { location: 'https://x.example' } })],
      'odd-answer',
    ],
    ['is a page of a proxy', [new Response('<html/>', { status: 403 })], 'odd-answer'],
    ['is a line that drops', [new TypeError('network')], 'offline'],
    ['is an overloaded server', [new Response('<html/>', { status: 503 })], 'crm-down'],
    ['is a used-up day', [errors(403, { errorCode: 'REQUEST_LIMIT_EXCEEDED' })], 'busy'],
    ['is an API that is off', [errors(403, { errorCode: 'API_DISABLED_FOR_ORG' })], 'no-api'],
  ])('that %s ends as a problem', async (_, answers, kind) => {
    expect((await problemOf(client(answers).client.query(query))).kind).toBe(kind);
  });

  it('with a body that never ends is a timeout', async () => {
    const endless = new Response(
      new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{')) }),
    );
    expect((await problemOf(client([() => endless]).client.query(query))).kind).toBe('timeout');
  });
});

describe('a call that fails', () => {
  it('is made again when it only reads, a few times', async () => {
    const {
      client: org,
      calls,
      slept,
    } = client([new TypeError('drop'), new Response('', { status: 502 }), people]);
    expect((await org.query(query)).records).toHaveLength(1);
    expect(calls).toHaveLength(3);
    expect(slept).toHaveLength(2);
    const worse = client([new TypeError('drop')]);
    await problemOf(worse.client.query(query));
    expect(worse.calls).toHaveLength(3);
  });

  it('is made again when it is a composite of reads', async () => {
    const { client: org, calls } = client([new TypeError('drop'), composite(200, {})]);
    await org.composite([{ id: 'record', method: 'GET', url: '/services/data/v66.0/limits' }], false);
    expect(calls).toHaveLength(2);
  });

  it('is not made again when it writes, nor after a timeout', async () => {
    const write = client([new TypeError('drop'), composite(204, null)]);
    expect((await problemOf(write.client.composite(patch, true))).kind).toBe('offline');
    expect(write.calls).toHaveLength(1);
    const late = client(['silence']);
    await problemOf(late.client.query(query));
    expect(late.calls).toHaveLength(1);
  });

  it('because a row was locked is made again, once', async () => {
    const locked = composite(400, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'busy', fields: [] }]);
    const twice = client([locked, composite(204, null)]);
    expect((await twice.client.composite(patch, true)).failed).toBeNull();
    expect(twice.calls).toHaveLength(2);
    const ever = client([locked]);
    expect((await ever.client.composite(patch, true)).failed?.problem.kind).toBe('in-use');
    expect(ever.calls).toHaveLength(2);
  });
});

describe('an org that says when to come back', () => {
  const later = (status: number, retryAfter: string) =>
    json([{ errorCode: 'SERVER_UNAVAILABLE', message: 'Come back later.' }], status, {
      'retry-after': retryAfter,
    });

  it.each([429, 503])('is heard, and not asked again before (%i)', async (status) => {
    const { client: org, calls } = client([later(status, '600')]);
    expect((await problemOf(org.query(query))).retryAfterMs).toBe(600_000);
    expect(calls).toHaveLength(1);
    const write = client([later(status, '600')]);
    expect((await problemOf(write.client.composite(patch, true))).retryAfterMs).toBe(600_000);
  });

  it('is waited for where that is soon', async () => {
    const { client: org, slept } = client([later(503, '3'), people]);
    expect((await org.query(query)).records).toHaveLength(1);
    expect(slept).toEqual([3_000]);
  });

  it('is heard over SOAP too', async () => {
    const page = () => new Response('<html/>', { status: 503, headers: { 'retry-after': '600' } });
    const { client: org } = client([page]);
    const request = {
      ...{ convertedStatus: 'Closed', doNotCreateOpportunity: true, leadId: '00Q5e00000AbCdEEAV' },
      ...{ overwriteLeadSource: false, sendNotificationEmail: false },
    };
    expect(await problemOf(org.convert(request))).toMatchObject({
      kind: 'crm-down',
      retryAfterMs: 600_000,
    });
  });
});

it.each([
  '?xml?><e:Envelope></e:Envelope>',
  '<e:Envelope><e:Body></e:Envelope>',
  '<a/><e:Envelope></e:Envelope>',
])(
  'XML that is not sound, or not of its form, is an odd answer, after which the CRM is looked at: %s',
  async (text) => {
    const { client: org } = client([new Response(text, { headers: { 'content-type': 'text/xml' } })]);
    const request = {
      ...{ convertedStatus: 'Closed', doNotCreateOpportunity: true, leadId: '00Q5e00000AbCdEEAV' },
      ...{ overwriteLeadSource: false, sendNotificationEmail: false },
    };
    expect((await problemOf(org.convert(request))).kind).toBe('odd-answer');
  },
);

describe('a session that has ended', () => {
  it('is renewed once, and the call made again', async () => {
    const fresh = someToken();
    let asked = 0;
    const {
      client: org,
      calls,
      token,
    } = client([refusedSession, people], async () => {
      asked += 1;
      return fresh;
    });
    expect((await org.query(query)).records).toHaveLength(1);
    expect(asked).toBe(1);
    expect(calls.map((call) => header(call, 'authorization'))).toEqual([
      `Bearer ${token}`,
      `Bearer ${fresh}`,
    ]);
  });

  it('is not renewed without end', async () => {
    let times = 0;
    const { client: org, calls } = client([refusedSession], async () => {
      times += 1;
      return someToken();
    });
    expect((await problemOf(org.query(query))).kind).toBe('key-refused');
    expect([times, calls.length]).toEqual([1, 2]);
  });

  it('is renewed once for all calls that it stopped', async () => {
    const fresh = someToken();
    let times = 0;
    const answer = (_: string, init: RequestInit) =>
      header({ init }, 'authorization') === `Bearer ${fresh}` ? people.clone() : refusedSession.clone();
    const { client: org } = client([answer], async () => {
      times += 1;
      return fresh;
    });
    await Promise.all([org.query(query), org.query(query), org.query(query)]);
    expect(times).toBe(1);
  });

  it('is told where it cannot be renewed', async () => {
    expect((await problemOf(client([refusedSession]).client.query(query))).kind).toBe('key-refused');
    const gone = client([refusedSession], async () => {
      throw new ProblemError({ kind: 'key-refused', message: 'taken back' });
    });
    expect(await problemOf(gone.client.query(query))).toMatchObject({
      kind: 'key-refused',
      message: 'taken back',
    });
    expect(gone.calls).toHaveLength(1);
  });

  it('that the org never lets near its API is told as that, and not renewed', async () => {
    const barred = errors(401, {
      errorCode: 'INVALID_SESSION_ID',
      message: 'This session is not valid for use with the REST API',
    });
    let times = 0;
    const { client: org, calls } = client([barred], async () => {
      times += 1;
      return someToken();
    });
    const problem = await problemOf(org.query(query));
    expect(problem.kind).toBe('no-api');
    expect(problem.message).toContain('not valid for use with the REST API');
    expect([times, calls.length]).toEqual([0, 1]);
  });
});

describe('a token', () => {
  it.each(['', 'short', `with space ${'x'.repeat(20)}`, `line\nbreak${'x'.repeat(20)}`])(
    'that is none (%j) is not sent',
    async (token) => {
      const { client: org, calls } = client([people], undefined, token);
      expect((await problemOf(org.query(query))).kind).toBe('key-refused');
      expect(calls).toHaveLength(0);
    },
  );

  it.each(['evil.example', 'acme.lightning.force.com', 'acme.my.salesforce.com.evil.example', ''])(
    'goes to no host like %j',
    (host) => {
      expect(() => createClient({ token: someToken(), host }, script(people))).toThrow(ProblemError);
    },
  );

  const long = () => `${someToken()}${'abcdef0123456789'.repeat(32)}`;
  /** Behind what every token of the org begins with. */
  const secretPart = (token: string) => token.slice(20, 36);

  it.each([
    ['whole', someToken(), (token: string) => `bad ${token}`],
    ['where the text is cut', someToken(), (token: string) => `${'x'.repeat(480)}${token}`],
    ['where it alone is longer than what is shown', long(), (token: string) => `bad ${token}`],
    ['in an address', someToken(), (token: string) => `?sid=${encodeURIComponent(token)}`],
  ])('is not repeated by a problem: %s', async (_, token, words) => {
    const refusal = { errorCode: 'ODD', message: words(token), fields: [words(token)] };
    const { client: org } = client([errors(400, refusal)], undefined, token);
    const told = JSON.stringify(await problemOf(org.query(query)));
    expect(told).toContain('[secret]');
    expect(told).not.toContain(secretPart(token));
  });

  it('is not repeated by a part of a composite answer', async () => {
    const token = someToken();
    const body = [{ errorCode: 'ODD', message: `session ${token} is bad`, fields: [] }];
    const { client: org } = client([composite(400, body)], undefined, token);
    const { failed } = await org.composite(patch, true);
    expect(failed?.problem.message).toBe('session [secret] is bad');
  });

  it.each([400.5, 1e9, -3])(
    'of a part with a status that no HTTP has (%d) tells no status',
    async (status) => {
      const { client: org } = client([composite(status, [{ errorCode: 'ODD', message: 'no', fields: [] }])]);
      const { failed } = await org.composite(patch, true);
      expect(failed?.problem.message).toBe('no');
      expect(failed?.problem).not.toHaveProperty('status');
    },
  );

  it('is not repeated by a fault of SOAP, whose call carries it in its body', async () => {
    const token = someToken();
    const fault = `<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>sf:INVALID_FIELD</faultcode><faultstring>INVALID_FIELD: not with ${token.replace('!', '&#33;')}</faultstring></e:Fault></e:Body></e:Envelope>`;
    const answer = new Response(fault, { status: 500, headers: { 'content-type': 'text/xml' } });
    const { client: org, calls } = client([answer], undefined, token);
    const lead = {
      convertedStatus: 'x',
      doNotCreateOpportunity: true,
      leadId: '00Q',
      overwriteLeadSource: false,
    };
    const problem = await problemOf(org.convert({ ...lead, sendNotificationEmail: false }));
    expect(String(calls[0]?.init.body)).toContain(token);
    expect(problem).toMatchObject({ kind: 'invalid', message: 'not with [secret]' });
  });

  it('is not repeated after it was renewed, neither the old one nor the new one', async () => {
    const [old, fresh] = [someToken(), someToken()];
    const refusal = errors(400, { errorCode: 'ODD', message: `${old} became ${fresh}` });
    const { client: org } = client([refusedSession, refusal], async () => fresh, old);
    expect((await problemOf(org.query(query))).message).toBe('[secret] became [secret]');
  });
});
