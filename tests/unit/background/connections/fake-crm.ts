// A CRM with all three ways to sign in, its token server, and workers over one database, for the tests of connecting.
import { vi } from 'vitest';
import type { SignInBrowser } from '@/lib/background/connections/browser';
import { createConnections } from '@/lib/background/connections/connections';
import { createCookies } from '@/lib/background/connections/cookies';
import type { Lock } from '@/lib/background/connections/locks';
import { createReach } from '@/lib/background/connections/reach';
import { createRenewal } from '@/lib/background/connections/renewal';
import { createRevoke } from '@/lib/background/connections/revoke';
import { createSessions } from '@/lib/background/connections/sessions';
import { createSignIns } from '@/lib/background/connections/sign-ins';
import { type ConnectionStore, createConnectionStore } from '@/lib/background/connections/store';
import { createDatabase } from '@/lib/background/storage/database';
import type { Cookie, Credential, Crm, CrmSession, Tokens } from '@/lib/crm/shared/crm';
import { type Problem, ProblemError, type ProblemKind } from '@/lib/problem/problem';
import type { Person } from '@/lib/record/record';
import { unusedCalls } from './unused-calls';

export const ada = { id: '1', name: 'Ada Reyes', email: 'ada@example.com' };
export const ben = { id: '2', name: 'Ben Okafor', email: 'ben@example.com' };

const REDIRECT = 'https://abcdef.chromiumapp.org/';
const HOST = 'acme.crm.example';

/** The CRM's own side: which tokens are good, and what it is asked. Tokens rotate with every refresh. */
function createServer() {
  let made = 0;
  const good = new Set<string>();
  const state = {
    calls: vi.fn<(call: string) => void>(),
    /** Answers the next call of this path with this status, once. */
    fail: new Map<string, number>(),
    /** Holds answers back until it resolves. */
    gate: Promise.resolve(),
    rotates: true,
    host: HOST,
    checkFails: null as Problem | null,
    /** Who signs in from now on by OAuth; and whose each session is, where it is not Ada's. */
    user: ada as Person,
    sessions: new Map<string, Person>(),
    /** Access tokens the API no longer takes. */
    expired: new Set<string>(),
    good,
  };
  const owners = new Map<string, Person>();
  const issue = (host: string, user: Person) => {
    made += 1;
    const pair = { access: `access-${made}-of-${host}`, refresh: `refresh-${made}-of-${host}` };
    good.add(pair.access).add(pair.refresh);
    for (const token of Object.values(pair)) owners.set(token, user);
    return pair;
  };
  const ownerOf = (key: string): Person => owners.get(key) ?? state.sessions.get(key) ?? ada;
  const fetch = vi.fn(async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname } = new URL(url);
    const body = new URLSearchParams(String(init.body));
    state.calls(pathname);
    await state.gate;
    const status = state.fail.get(pathname);
    state.fail.delete(pathname);
    if (status === 0) throw new TypeError(`could not reach ${url}?${body}`);
    if (status) return new Response(JSON.stringify({ error: 'no', said: body.toString() }), { status });
    if (pathname === '/token') return Response.json(issue(state.host, state.user));
    if (pathname === '/revoke') {
      good.delete(body.get('token') ?? '');
      return new Response(null, { status: 204 });
    }
    const old = body.get('refresh') ?? '';
    if (!good.has(old)) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    if (state.rotates) good.delete(old);
    return Response.json(issue(state.host, ownerOf(old)));
  });
  return Object.assign(state, { fetch, ownerOf });
}
export type Server = ReturnType<typeof createServer>;

const problem = (kind: ProblemKind, message: string) => new ProblemError({ kind, message });

async function tokensOf(answer: Response, values: Record<string, string>): Promise<Tokens> {
  const text = await answer.text();
  // A CRM whose words repeat what it was sent: they must not get out.
  if (!answer.ok) throw problem(answer.status === 400 ? 'key-refused' : 'crm-down', text);
  const { access, refresh } = JSON.parse(text);
  const host = String(access).split('-of-')[1] ?? '';
  return { access, refresh, origin: `https://${host}`, fields: { client: values.client ?? '' } };
}

const post = (body: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(body) });

export function createCrm(server: Server): Crm {
  return {
    id: 'fake',
    name: 'Fakeforce',
    locate: (url) => {
      const { host } = new URL(url);
      return host.endsWith('.crm.example') ? { role: 'none', crm: 'fake', account: host, what: '' } : null;
    },
    recordUrl: ({ account, id }) => `https://${account}/records/${id}`,
    start: (account) => ({ label: 'leads', url: `https://${account}/leads` }),
    ways: [
      {
        kind: 'oauth',
        label: 'Sign in',
        help: '',
        reach: {
          field: 'host',
          host: String.raw`^([a-z]+)\.region\.crm\.example$`,
          origins: ['https://$1.region.crm.example/*', 'https://$1.pages.region.crm.example/*'],
        },
        fields: [{ id: 'client', label: 'Client id', help: '', placeholder: '' }],
        async start(values, { redirect, challenge, state }) {
          if (!values.client) {
            const fields = [{ field: 'client', label: 'Client id', message: 'is missing' }];
            throw new ProblemError({ kind: 'invalid', message: 'No client id.', fields });
          }
          return `https://${HOST}/authorize?${new URLSearchParams({ redirect, challenge, state })}`;
        },
        exchange: async (values, at, fetch) =>
          tokensOf(
            await fetch(`https://${HOST}/token`, post({ code: at.code, verifier: at.verifier })),
            values,
          ),
        async refresh(tokens, fetch) {
          const answer = await fetch(`https://${HOST}/refresh`, post({ refresh: tokens.refresh ?? '' }));
          return tokensOf(answer, tokens.fields);
        },
        async revoke(tokens, fetch) {
          const token = tokens.refresh ?? tokens.access;
          const answer = await fetch(`https://${HOST}/revoke`, post({ token }));
          if (!answer.ok) throw problem('crm-down', `could not end ${token}`);
        },
      },
      {
        kind: 'session',
        label: 'The session of this browser',
        help: '',
        permission: 'cookies',
        cookie: 'sid',
        origins: ['https://*.crm.example/*'],
        find(cookies: Cookie[], pageUrl: string) {
          const { host } = new URL(pageUrl);
          const sid = cookies.find(({ name, domain }) => name === 'sid' && domain === host);
          return sid ? { key: sid.value, account: host } : null;
        },
      },
      { kind: 'key', label: 'Key', help: '' },
    ],
    writesTogether: false,
    load: async () => ({
      open: (credential) => createSession(server, credential),
      proposeMapping: () => ({}),
    }),
  };
}

/** Answers `check` only; a refused token is renewed once per request, as lib/crm's transports do. */
function createSession(server: Server, credential: Credential): CrmSession {
  let key = credential.key;
  const refused = () => server.expired.has(key) || (key.startsWith('access') && !server.good.has(key));
  async function call<T>(answer: () => T): Promise<T> {
    const used = key;
    server.calls(`api ${used}`);
    if (!refused()) return answer();
    if (!credential.renew) throw problem('key-refused', `401 for ${used}`);
    const fresh = await credential.renew();
    key = fresh;
    server.calls(`api ${key}`);
    if (refused()) throw problem('key-refused', 'the renewed token is refused too');
    return answer();
  }
  return {
    check: () =>
      call(() => {
        if (server.checkFails) throw new ProblemError(server.checkFails);
        const id = key.split('-of-')[1] ?? credential.account ?? '';
        return { id, name: `Org ${id}`, timeZone: 'UTC', user: server.ownerOf(key), missing: [] };
      }),
    user: () => call(() => server.ownerOf(key)),
    people: () => call(() => [ada, ben]),
    ...unusedCalls,
  };
}

/** The browser's locks: one holder per name, whichever worker it is; `release` is what the death of a worker does. */
function createLocks() {
  const ends = new Map<string, Promise<unknown>>();
  const holders = new Map<string, () => void>();
  const lock: Lock = async (name, work) => {
    const before = ends.get(name);
    const held = (async () => {
      await before;
      const died = new Promise<void>((done) => holders.set(name, done));
      const done = work();
      await Promise.race([done.catch(() => undefined), died]);
      return { done };
    })();
    ends.set(name, held);
    return (await held).done;
  };
  const release = () => {
    for (const done of holders.values()) done();
  };
  return { lock, release };
}

let databases = 0;

/** One profile: its database, cookies and tabs, with as many workers after each other as a test wants. */
export function createWorld() {
  databases += 1;
  const server = createServer();
  const crm = createCrm(server);
  const crmById = (id: string) => (id === 'fake' ? crm : null);
  const store = createConnectionStore(createDatabase(`signing-in-${databases}`));
  const { lock, release } = createLocks();
  const profile = {
    cookies: [] as Cookie[] | null,
    pages: [] as string[],
    /** Origins that the browser was asked for and granted; and those that our script runs in by registration. */
    granted: [] as string[],
    runs: [] as string[],
    now: new Date('2026-11-21T10:00:00.000Z'),
  };
  const browser = {
    redirect: () => REDIRECT,
    launch: vi.fn(async (url: string): Promise<string | undefined> => {
      const state = new URL(url).searchParams.get('state') ?? '';
      return `${REDIRECT}?${new URLSearchParams({ code: 'the-code', state })}`;
    }),
    cookies: async () => profile.cookies,
    forgetCookies: vi.fn(async () => undefined),
    reaches: async (origins) => origins.every((one) => profile.granted.includes(one)),
    runOn: vi.fn(async (origins: string[]) => {
      profile.runs = origins;
    }),
    forgetOrigins: vi.fn(async (origins: string[]) => {
      profile.granted = profile.granted.filter((one) => !origins.includes(one));
    }),
    pages: async () => profile.pages,
  } satisfies SignInBrowser;
  const changed = vi.fn();
  const remind = vi.fn<(ms: number) => void>();

  /** A worker as the background puts it together; `over` lets a test take its place at one point. */
  function worker(over: Partial<ConnectionStore> = {}) {
    const parts = {
      store: { ...store, ...over },
      crmById,
      browser,
      policy: async () => ({}),
      fetch: server.fetch,
      lock,
      changed,
      now: () => profile.now,
    };
    const revoke = createRevoke(crmById, server.fetch);
    const renew = createRenewal(parts);
    const sessions = createSessions({ ...parts, renew });
    const reach = createReach(parts);
    const cookies = createCookies(parts);
    const signIns = createSignIns({ ...parts, revoke, reach, cookies, remind });
    const connections = createConnections({ ...parts, sessions, signIns, revoke, reach, cookies });
    return { connections, sessions, signIns, renew, reach };
  }

  return { server, store, profile, browser, changed, remind, worker, release, account: HOST };
}
export type World = ReturnType<typeof createWorld>;

/** Connected by OAuth as Ada. */
export async function connected(world: World) {
  const worker = world.worker();
  const { pending } = await worker.connections.begin('fake', 'oauth', { client: 'c1' });
  const connection = await worker.connections.finish(pending, ada);
  return { ...worker, connection, tokens: () => tokensIn(world) };
}

export async function tokensIn({ store, account }: World): Promise<Tokens> {
  const row = await store.get('fake', account);
  if (row?.credential.way !== 'oauth') throw new Error('not connected by OAuth');
  return row.credential.tokens;
}

/** The problem that work rejects with. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}
