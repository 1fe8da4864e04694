// The small parts that signing in stands on: the bounded call, the team's policy, and words without secrets.
import { describe, expect, it, vi } from 'vitest';
import { boundedFetch } from '@/lib/background/connections/call';
import { createPolicy } from '@/lib/background/connections/policy';
import { scrubbed } from '@/lib/background/connections/secrets';
import { ProblemError } from '@/lib/problem/problem';
import { problemOf } from './fake-crm';

const url = 'https://acme.crm.example/token?code=s3cr3t';

describe('a call of a sign-in', () => {
  it('sends no cookies and follows no redirect, and has its whole answer when it resolves', async () => {
    const fetch = vi.fn(async () => new Response('{"a":1}', { status: 201, headers: { 'x-b': 'c' } }));
    const answer = await boundedFetch('Fakeforce', fetch)(url, { method: 'POST', body: 'x' });
    expect([answer.status, answer.headers.get('x-b'), await answer.json()]).toEqual([201, 'c', { a: 1 }]);
    expect(fetch).toHaveBeenCalledWith(
      url,
      expect.objectContaining({ method: 'POST', body: 'x', credentials: 'omit', redirect: 'error' }),
    );
  });

  it('gives up on an answer, or a body, that never comes', async () => {
    const never = boundedFetch('Fakeforce', () => new Promise(() => undefined), 5);
    expect((await problemOf(never(url, {}))).kind).toBe('timeout');
    const stalls = async () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    expect((await problemOf(boundedFetch('Fakeforce', stalls, 5)(url, {}))).kind).toBe('timeout');
  });

  it('tells a dropped connection without its address, and calls nothing but https', async () => {
    const drops = boundedFetch('Fakeforce', () => Promise.reject(new TypeError(`Failed to fetch ${url}`)));
    const problem = await problemOf(drops(url, {}));
    expect(problem.kind).toBe('offline');
    expect(problem.message).not.toContain('s3cr3t');
    expect((await problemOf(drops('http://acme.crm.example/', {}))).kind).toBe('unexpected');
  });

  it('can hand on an answer that has no body', async () => {
    const empty = boundedFetch('Fakeforce', async () => new Response(null, { status: 204 }));
    expect((await empty(url, {})).status).toBe(204);
  });
});

describe('the team’s policy', () => {
  it.each<[string, () => Promise<unknown>, Record<string, string>]>([
    ['none at all', () => Promise.reject(new Error('no managed storage')), {}],
    ['an empty one', async () => ({}), {}],
    ['one for this CRM', async () => ({ signIn: { fake: { client: 'c' } } }), { client: 'c' }],
    ['one for another', async () => ({ signIn: { other: { client: 'c' } } }), {}],
    ['one of another shape', async () => ({ signIn: { fake: { client: 7 } } }), {}],
  ])('%s', async (_, read, expected) => {
    expect(await createPolicy(read)('fake')).toEqual(expected);
  });
});

describe('an error’s words', () => {
  const error = (message: string) => new ProblemError({ kind: 'crm-down', message });
  it('stay where they hold no secret, and go where they do, even one that JSON writes differently', () => {
    expect(scrubbed(error('down'), 's3cr3t').problem.message).toBe('down');
    for (const secret of ['s3cr3t', 'with"quote', 'back\\slash']) {
      const { problem } = scrubbed(error(`no: ${secret}`), secret);
      expect(problem.kind).toBe('crm-down');
      expect(problem.message).not.toContain(secret);
    }
  });

  it('go where they hold a part of one, as a text that was cut does', () => {
    const secret = `5Aep861${crypto.randomUUID()}${crypto.randomUUID()}`;
    const { problem } = scrubbed(error(`unknown token ${secret.slice(0, 50)}…`), secret);
    expect(problem.message).not.toContain(secret.slice(0, 24));
  });

  it.each([
    ['spaces', ' '],
    ['dots', '.'],
    ['signs that nobody sees', '\u200b'],
  ])('go where they hold one with %s in it, whichever of its tokens it is', (_, between) => {
    const [access, refresh] = [crypto.randomUUID(), crypto.randomUUID()];
    const tokens = {
      access: `00D5e000000abcD!${access}`,
      refresh: `5Aep861${refresh}`,
      origin: '',
      fields: {},
    };
    for (const token of [tokens.access, tokens.refresh]) {
      const message = `cannot use ${token.replace(/(.{9})/g, `$1${between}`)}`;
      expect(scrubbed(error(message), tokens).problem.message).toMatch(/are not shown/);
    }
  });

  it('of a mistake of ours are not told at all', () => {
    expect(scrubbed(new TypeError('x of s3cr3t')).problem).toMatchObject({
      kind: 'unexpected',
      message: expect.not.stringContaining('s3cr3t'),
    });
  });
});
