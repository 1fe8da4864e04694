// The background in two scripts: played in a worker of our own, whose rules are those of a service worker.
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { asEntry, asParts } from '../../../wxt.parts.ts';

const entry = asEntry(
  'exports.base = 40; listen("message", () => require("./services.js")); ran.push("background");',
);
const parts = asParts({
  'services.js':
    'ran.push("services"); exports.crm = () => require("./crm.js").sum; exports.shared = require("./shared.js");',
  'crm.js':
    'ran.push("crm"); exports.sum = require("./background.js").base + require("./shared.js").two; exports.shared = require("./shared.js");',
  'shared.js': 'ran.push("shared"); exports.two = 2;',
});

/** One life of the worker. `installing`: its first; later ones may import only what that one did. */
function start(installed: Set<string>, installing: boolean) {
  const ran: string[] = [];
  const imported: string[] = [];
  const listeners = new Map<string, () => unknown>();
  const listen = (name: string, heard: () => unknown) => listeners.set(name, heard);
  const scope: Record<string, unknown> = { ran, listen, addEventListener: listen };
  scope.self = scope;
  let open = installing;
  const context = createContext(scope);
  scope.importScripts = (...names: string[]) => {
    for (const name of names) {
      if (!open && !installed.has(name)) throw new Error(`${name} was not imported while installing`);
      installed.add(name);
      imported.push(name);
      runInContext(parts, context);
    }
  };
  runInContext(entry, context);
  if (installing) listeners.get('install')?.();
  open = false;
  return { ran, imported, ask: () => listeners.get('message')?.() };
}

it('imports the parts while it is installed, and runs none of them', () => {
  const installed = new Set<string>();
  const first = start(installed, true);
  expect(first.imported).toEqual(['background-parts.js']);
  expect(first.ran).toEqual(['background']);
  first.ask();
  expect(first.imported).toHaveLength(1);
});

it('reads nothing but itself at a later start, until something is asked of a part', () => {
  const installed = new Set<string>();
  start(installed, true);
  const later = start(installed, false);
  expect(later.imported).toEqual([]);
  const services = later.ask();
  expect(later.imported).toEqual(['background-parts.js']);
  expect(later.ran).toEqual(['background', 'services', 'shared']);
  expect(services).toHaveProperty('crm');
});

it('runs each part once, when it is first needed, on what the others gave', () => {
  const worker = start(new Set(), true);
  const services = worker.ask();
  if (!hasCrm(services)) throw new Error('The services were not given.');
  expect(worker.ran).not.toContain('crm');
  expect(services.crm()).toBe(42);
  expect(services.crm()).toBe(42);
  expect(worker.ask()).toBe(services);
  expect(worker.ran).toEqual(['background', 'services', 'shared', 'crm']);
});

it('tries a part anew that could not be run', () => {
  let broken = true;
  const scope: Record<string, unknown> = { fails: () => broken };
  scope.self = scope;
  scope.addEventListener = () => undefined;
  const context = createContext(scope);
  scope.importScripts = () =>
    runInContext(asParts({ 'a.js': 'if (fails()) throw new Error("no"); exports.one = 1;' }), context);
  runInContext(asEntry('self.ask = () => require("./a.js").one;'), context);
  expect(() => runInContext('ask()', context)).toThrow('no');
  broken = false;
  expect(runInContext('ask()', context)).toBe(1);
});

const hasCrm = (given: unknown): given is { crm: () => number } =>
  typeof given === 'object' && given !== null && 'crm' in given;
