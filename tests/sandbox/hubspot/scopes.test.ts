// The sandbox's scopes against HubSpot's own documents, and what a key without one is told.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { specsFolder, WHY_SKIPPED } from '../specs';
import { ACCOUNT, type Access, OWNERS, objectScopes } from './scopes';
import { objectTypes } from './types';

const folder = specsFolder();
const Operation = v.looseObject({
  security: v.optional(v.array(v.record(v.string(), v.array(v.string()))), []),
});
const Document = v.looseObject({ paths: v.record(v.string(), v.record(v.string(), v.unknown())) });

/** Each operation of a document, with the sets of scopes of which one is enough. */
function operations(name: string): { operation: string; method: string; scopes: string[][] }[] {
  if (folder === null) return [];
  const { paths } = v.parse(Document, JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8')));
  return Object.entries(paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, operation]) => ({
      operation: `${method} ${path}`,
      method,
      scopes: v.parse(Operation, operation).security.map((one) => Object.values(one).flat().sort()),
    })),
  );
}

const reads = ({ method, operation }: { method: string; operation: string }): Access =>
  method === 'get' || /\/(batch\/read|search)$/.test(operation) ? 'read' : 'write';

test.skipIf(folder === null)('every call on records wants what its document says', () => {
  const wrong = Object.values(objectTypes).flatMap(({ name }) =>
    operations(name)
      .filter((one) => !one.scopes.some((set) => set.join() === objectScopes(name, reads(one)).sort().join()))
      .map(({ operation, scopes }) => `${name}: ${operation} wants ${JSON.stringify(scopes)}`),
  );
  expect(wrong).toEqual([]);
});

test.skipIf(folder === null)('so do owners and account info', () => {
  const all = (name: string, scope: string) =>
    operations(name).every(({ scopes }) => scopes.some((set) => set.join() === scope));
  expect([all('crmOwners', OWNERS), all('accountInfo', ACCOUNT)]).toEqual([true, true]);
});

test.runIf(folder === null)('skipped: the documents are not here', () => {
  console.warn(WHY_SKIPPED);
});
