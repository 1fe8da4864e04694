// Holds the sandbox's traffic against HubSpot's OpenAPI documents, where they are at hand. They are never part of
// this repository: STAGECHECK_SPECS names their folder, or they lie in ../shared/specs beside the checkout.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import type { LoggedRequest } from './common/log';
import { UNDOCUMENTED } from './hubspot/scopes';
import { type Checker, checker } from './specs/checker';
import { findOperation, type Operation, operations } from './specs/operations';

const folders = [process.env.STAGECHECK_SPECS, resolve(import.meta.dirname, '../../../shared/specs')];

/** The folder of HubSpot's documents, or null where there is none. */
export function specsFolder(): string | null {
  const places = folders.flatMap((folder) => (folder ? [resolve(folder, 'hubspot'), folder] : []));
  return places.find((folder) => existsSync(resolve(folder, 'contacts.json'))) ?? null;
}

/** What to say where tests are skipped. */
export const WHY_SKIPPED = "HubSpot's OpenAPI documents are not here (STAGECHECK_SPECS or ../shared/specs).";

export type Specs = {
  /** What is wrong with a request, in words; empty when it is as the documents say. */
  validateRequest(entry: LoggedRequest): string[];
  /** What is wrong with the answer. Armed faults are not HubSpot's answers and pass. */
  validateResponse(entry: LoggedRequest): string[];
};

let loaded: Specs | null = null;

/** Null where the documents are not at hand. */
export function loadSpecs(): Specs | null {
  const folder = specsFolder();
  if (!folder) return null;
  loaded ??= read(folder);
  return loaded;
}

/**
 * Throws with every departure from the documents in the sandbox's API log. Where they are not at hand it does
 * nothing but say so; the answer tells how many exchanges were checked.
 */
export function assertTrafficValid(sandbox: { hubspot: { requests: readonly LoggedRequest[] } }): number {
  const specs = loadSpecs();
  if (!specs) {
    console.warn(`Traffic not checked: ${WHY_SKIPPED}`);
    return 0;
  }
  const entries = sandbox.hubspot.requests;
  const wrong = entries.flatMap((entry) =>
    [...specs.validateRequest(entry), ...specs.validateResponse(entry)].map(
      (problem) => `${entry.method} ${entry.path}${entry.query} (${entry.status}): ${problem}`,
    ),
  );
  if (wrong.length > 0) throw new Error(`Not as HubSpot's documents say:\n${wrong.join('\n')}`);
  return entries.length;
}

function read(folder: string): Specs {
  const all: { operation: Operation; check: Checker }[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const document = v.parse(v.looseObject({}), JSON.parse(readFileSync(resolve(folder, name), 'utf8')));
    const check = checker(document);
    for (const operation of operations(document, name)) all.push({ operation, check });
  }
  const find = (entry: LoggedRequest) => findOperation(all, entry.method, entry.path);
  return {
    validateRequest(entry) {
      const found = find(entry);
      if (UNDOCUMENTED.some((path) => path === entry.path)) return [];
      if (!found) return [`there is no ${entry.method} ${entry.path} in the documents`];
      return found.check.request(found.operation, entry);
    },
    validateResponse(entry) {
      const found = find(entry);
      if (!found || !entry.done || entry.fault || entry.status === null) return [];
      return found.check.response(found.operation, entry.status, entry.answer);
    },
  };
}
