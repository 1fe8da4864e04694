// The built extension's budgets and permissions: read from .output, which is built first when it is stale.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, extension } from '../../browser/built.ts';
import { read } from './files.ts';

const kB = 1000;
const at = (path: string) => join(extension, path);
const size = (path: string) => statSync(at(path)).size;

beforeAll(() => ensureBuilt(), 120_000);

const scripts = () =>
  readdirSync(extension, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));

describe('the production build', () => {
  it('puts under 9 kB of script into a CRM page, and no React', () => {
    expect(size('content-scripts/crm.js')).toBeLessThan(9 * kB);
    expect(readFileSync(at('content-scripts/crm.js'), 'utf8')).not.toMatch(/react|\$\$typeof|jsx/i);
  });

  it('keeps what a worker starts with under 33 kB, and the whole background under 557 kB, in two scripts', () => {
    const background = readFileSync(at('background.js'), 'utf8');
    const parts = readFileSync(at('background-parts.js'), 'utf8');
    expect(size('background.js')).toBeLessThan(33 * kB);
    expect(size('background.js') + size('background-parts.js')).toBeLessThan(557 * kB);
    // The one other script that it can load is its own, by name.
    const loads = [...`${background}${parts}`.matchAll(/\bimportScripts\b.{0,24}/g)].map(([call]) => call);
    expect(loads.length).toBe(2);
    for (const call of loads) expect(call).toMatch(/^importScripts\("background-parts\.js"\)/);
    expect(`${background}${parts}`).not.toMatch(/\bimport\s*\(|\bfrom\s*["']\.\/|import\s*["']\.\//);
  });

  it('keeps what the sidebar loads under 541 kB', () => {
    const page = readFileSync(at('sidebar.html'), 'utf8');
    const loaded = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.reduce((sum, path) => sum + size(path), 0)).toBeLessThan(541 * kB);
  });

  it('keeps what the toolbar popup loads under 300 kB, with no CRM’s client in it', () => {
    const page = readFileSync(at('popup.html'), 'utf8');
    const loaded = [...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.reduce((sum, path) => sum + size(path), 0)).toBeLessThan(300 * kB);
    for (const path of loaded)
      expect(readFileSync(at(path), 'utf8')).not.toMatch(/api\.hubapi|services\/data/);
  });

  it('makes no code out of text', () => {
    const makers = /\beval\s*\(|\bnew Function\s*\(|[^.\w]Function\s*\(\s*["'`]/;
    expect(scripts().length).toBeGreaterThan(4);
    expect(scripts().filter((path) => makers.test(readFileSync(at(path), 'utf8')))).toEqual([]);
  });

  it('asks for these permissions and no others', () => {
    const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(at('manifest.json'), 'utf8')));
    expect(manifest.permissions).toEqual(['storage', 'identity', 'alarms']);
    expect(manifest.optional_permissions).toEqual(['cookies', 'scripting']);
    expect(manifest.host_permissions).toEqual([...pages, 'https://api.hubapi.com/*']);
    expect(manifest.optional_host_permissions).toEqual(regional);
    // Absent, it lets every other extension send messages.
    expect(manifest.externally_connectable).toEqual({ ids: [] });
    expect(manifest.incognito).toBe('not_allowed');
    expect(Number(manifest.minimum_chrome_version)).toBeGreaterThanOrEqual(140);
    expect(manifest.content_scripts.map(({ matches }) => matches)).toEqual([pages]);
    expect(manifest.content_scripts.some((script) => script.all_frames === true)).toBe(false);
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['sidebar.html'], matches: [...pages, ...regional], use_dynamic_url: true },
    ]);
  });
});

it('puts its script into HubSpot’s app and into nothing else under HubSpot’s domain', () => {
  const manifest = v.parse(ManifestSchema, JSON.parse(readFileSync(at('manifest.json'), 'utf8')));
  const globs = manifest.content_scripts.flatMap((script) => script.include_globs ?? []);
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const runs = (url: string) =>
    globs.some((glob) => new RegExp(`^${glob.split('*').map(escaped).join('.*')}$`).test(url));
  for (const host of ['app', 'app-eu1', 'app-na2'])
    expect(runs(`https://${host}.hubspot.com/contacts/1/record/0-1/1`), host).toBe(true);
  for (const host of ['www', 'blog', 'developers', 'api', 'apps', 'acme.app', 'meetings-app'])
    expect(runs(`https://${host}.hubspot.com/contacts/1/record/0-1/1`), host).toBe(false);
  // The other CRM's pages are as they were.
  for (const page of pages.slice(1))
    expect(runs(page.replace('*.', 'acme.').replace('/*', '/x')), page).toBe(true);
});

it('lets its pages run and reach this much and no more', () => {
  const manifest = v.parse(PolicySchema, JSON.parse(readFileSync(at('manifest.json'), 'utf8')));
  const policy = manifest.content_security_policy.extension_pages.split('; ').map((part) => part.split(' '));
  expect(Object.fromEntries(policy.map(([name, ...sources]) => [name, sources]))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'", ...apis],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
  // The guide for admins names each of them.
  const told = read('docs/security.md').split('\n## The pages\n')[1]?.split('\n## ')[0] ?? '';
  for (const host of apis) expect(told).toContain(`\`${host}\``);
});

it.each(['console', 'popup', 'sidebar', 'welcome'])(
  'lets each page reach the extension alone, and make no text into script: %s',
  (page) => {
    const html = readFileSync(at(`${page}.html`), 'utf8');
    const own = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(html);
    expect(own?.[1]).toBe("connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'");
    // It holds for what stands behind it.
    expect(html.indexOf('<script')).toBeGreaterThan(own?.index ?? html.length);
  },
);

it('has its windows answer to no page that opened them', () => {
  const manifest: unknown = JSON.parse(readFileSync(at('manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({ cross_origin_opener_policy: { value: 'same-origin' } });
});

/** Where the extension's own code may send requests at all; the last: the API of orgs with a region in their address. */
const apis = [
  'https://api.hubapi.com',
  'https://*.my.salesforce.com',
  'https://*.my.salesforce.mil',
  'https://*.my.sfcrmproducts.cn',
  'https://*.salesforce.com',
];

const pages = [
  'https://*.hubspot.com/*',
  'https://*.lightning.force.com/*',
  'https://*.my.salesforce.com/*',
  'https://*.my.salesforce-setup.com/*',
  'https://*.lightning.force.mil/*',
  'https://*.lightning.crmforce.mil/*',
  'https://*.my.salesforce.mil/*',
  'https://*.lightning.sfcrmapps.cn/*',
  'https://*.my.sfcrmproducts.cn/*',
  'https://*.lightning.force.com.mcas.ms/*',
];

/** Asked for by an org's own two hosts, when an org with a region in them is connected. */
const regional = ['https://*.force.com/*', 'https://*.salesforce.com/*'];

const PolicySchema = v.object({
  content_security_policy: v.strictObject({ extension_pages: v.string() }),
});

const ManifestSchema = v.object({
  permissions: v.array(v.string()),
  host_permissions: v.array(v.string()),
  optional_permissions: v.optional(v.unknown()),
  optional_host_permissions: v.optional(v.unknown()),
  externally_connectable: v.optional(v.unknown()),
  incognito: v.optional(v.string()),
  minimum_chrome_version: v.optional(v.string()),
  content_scripts: v.array(
    v.object({
      matches: v.array(v.string()),
      include_globs: v.optional(v.array(v.string())),
      all_frames: v.optional(v.boolean()),
    }),
  ),
  web_accessible_resources: v.array(v.unknown()),
});
