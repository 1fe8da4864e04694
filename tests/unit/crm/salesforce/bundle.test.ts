// The parts of jsforce as they are bundled for the worker: small, without eval, and at work where node's modules are not.

import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { openSession } from '@/lib/crm/salesforce/session';
import config from '../../../../wxt.config';
import { sandboxOrg, submit, whole } from './sandbox';

const root = resolve(import.meta.dirname, '../../../..');
const org = sandboxOrg();
let code = '';

beforeAll(async () => {
  const own = typeof config.vite === 'function' ? await config.vite(environment) : {};
  const alias = Object.entries({ '@': root, ...own.resolve?.alias }).flatMap(([find, replacement]) =>
    typeof replacement === 'string' ? [{ find, replacement }] : [],
  );
  const built = await build({
    ...(own.plugins ? { plugins: own.plugins } : {}),
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'chrome120',
      write: false,
      lib: {
        entry: resolve(root, 'lib/crm/salesforce/session.ts'),
        formats: ['iife'],
        name: 'salesforce',
        fileName: 'x',
      },
    },
  });
  const [first] = [built].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  code = chunk?.type === 'chunk' ? chunk.code : '';
}, 120_000);

/** What WXT tells a configuration about the build. */
const environment = { mode: 'production', command: 'build', browser: 'chrome', manifestVersion: 3 } as const;

/** openSession in a place that has what a service worker has, and nothing of node's. */
function inWorker(): typeof openSession {
  const place: Record<string, unknown> = {
    ...{ AbortController, Headers, Response, Request, ReadableStream, TextDecoder, TextEncoder },
    ...{ URL, URLSearchParams, atob, btoa, clearTimeout, crypto, performance, setTimeout },
    fetch: () => Promise.reject(new TypeError('not in this test')),
  };
  const context = createContext(place, { codeGeneration: { strings: false, wasm: false } });
  new Script(`${code}\nglobalThis.open = salesforce.openSession;`).runInContext(context);
  const { open } = place;
  if (!isOpen(open)) throw new Error('The bundle gives no openSession.');
  return open;
}
const isOpen = (value: unknown): value is typeof openSession => typeof value === 'function';

describe('the bundle', () => {
  it('is small, and makes no code out of text', () => {
    expect(code.length).toBeGreaterThan(50_000);
    expect(code.length).toBeLessThan(270_000);
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\s*\(|[^.\w]Function\s*\(\s*["'`]/);
    expect(code).not.toMatch(/\brequire\(|\bprocess\.env\b|XMLHttpRequest|localStorage/);
  });

  it('reads, writes and converts in a worker', async () => {
    const { sandbox, salesforce } = org;
    const session = inWorker()(
      { key: salesforce.tokens.lena, account: salesforce.orgs.acme.api },
      {
        fetch: sandbox.fetch,
        sleep: async () => undefined,
        random: () => 0.5,
        timeoutMs: 10_000,
        now: salesforce.now,
      },
    );
    const lead = salesforce.create('Lead', { LastName: 'Bundle', Company: 'Bundle & <Co>' });
    const ref = org.ref('Lead', lead.id);
    const parts: string[] = [];
    const snapshot = await session.read(ref, (part) => parts.push(part.name));
    expect([snapshot.name, parts]).toEqual(['Bundle', ['Bundle']]);
    const form = { account: 'new', opportunity: 'new', name: 'A & B' };
    await session.write(...submit(ref, whole({ form })));
    const { ConvertedContactId, ConvertedOpportunityId } = salesforce.lead(lead.id).values;
    expect(salesforce.opportunity(String(ConvertedOpportunityId)).values.Name).toBe('A & B');
    expect(
      salesforce
        .tasks(String(ConvertedContactId))
        .some((task) => /^Stagecheck/.test(String(task.values.Subject))),
    ).toBe(true);
  });
});
