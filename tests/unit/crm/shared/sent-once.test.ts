// What makes something goes out as a stream where the host takes one, and as ever where it doesn't; a lost one is told.
import { describe, expect, it } from 'vitest';
import { createSentOnce, type SentInit } from '@/lib/crm/shared/sent-once';

const make = { method: 'POST', body: '{"note":"Grüße"}' };
const trial = { url: 'https://crm.example/read', init: { method: 'POST', body: '{"ids":[]}' } };

type Way = 'stream' | 'plain';
type Call = { url: string; way: Way; body: string };

/** A host that answers each call, by what it is and how it came. */
function host(answer: (call: Call) => Response) {
  const calls: Call[] = [];
  const sentOnce = createSentOnce(async (url: string, init: SentInit) => {
    const way: Way = init.body instanceof ReadableStream ? 'stream' : 'plain';
    const call = { url, way, body: await new Response(init.body).text() };
    calls.push(call);
    return answer(call);
  });
  let plain = 0;
  const plainly = () => {
    plain += 1;
  };
  const send = () => sentOnce('https://crm.example/make', make, trial, plainly);
  const sent = () => calls.map(({ url, way }) => `${new URL(url).pathname} ${way}`);
  return { calls, send, sent, plain: () => plain };
}

const fine = () => new Response('{}', { status: 201 });
const lost = () => {
  throw new TypeError('Failed to fetch');
};

describe('what makes something', () => {
  it('is sent as a stream, once it is known that the host takes them', async () => {
    const { calls, send, sent, plain } = host(fine);
    expect((await send()).status).toBe(201);
    await send();
    expect(sent()).toEqual(['/read stream', '/make stream', '/make stream']);
    expect(calls.map(({ body }) => body)).toEqual([trial.init.body, make.body, make.body]);
    expect(plain()).toBe(0);
  });

  it.each([
    ['refuses to connect', lost],
    ['answers 411', () => new Response('', { status: 411 })],
    ['reads no body', () => new Response('{"category":"VALIDATION_ERROR"}', { status: 400 })],
    ['stands still behind a proxy', () => new Response('', { status: 504 })],
  ])('is sent as ever where a stream %s, and that is tried anew each time', async (_, answer) => {
    const { send, sent, plain } = host(({ way }) => (way === 'stream' ? answer() : fine()));
    expect((await send()).status).toBe(201);
    await send();
    expect(sent()).toEqual(['/read stream', '/make plain', '/read stream', '/make plain']);
    expect(plain()).toBe(2);
  });

  it.each([411, 501, 505])(
    'is not sent again at once where %i seems to refuse the stream: whoever said so, it may have been carried out',
    async (status) => {
      const { send, sent, plain } = host(({ url, way }) =>
        way === 'stream' && url.endsWith('/make') ? new Response('', { status }) : fine(),
      );
      expect((await send()).status).toBe(status);
      expect(sent()).toEqual(['/read stream', '/make stream']);
      expect(plain()).toBe(0);
      // By then it has been looked for. Streams are not tried with this host again.
      expect((await send()).status).toBe(201);
      await send();
      expect(sent().slice(2)).toEqual(['/make plain', '/make plain']);
      expect(plain()).toBe(2);
    },
  );

  it('is not sent again where its answer is lost', async () => {
    const { send, sent } = host(({ url }) => (url.endsWith('/make') ? lost() : fine()));
    await expect(send()).rejects.toThrow(TypeError);
    expect(sent()).toEqual(['/read stream', '/make stream']);
  });

  it('is not sent again where a CRM answers anything else', async () => {
    const { send, sent } = host(({ url }) => new Response('', { status: url.endsWith('/make') ? 503 : 200 }));
    expect((await send()).status).toBe(503);
    expect(sent()).toEqual(['/read stream', '/make stream']);
  });
});
