// How the extension is built: the manifest, its permissions and its content security policy.

import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { SALESFORCE_PAGES } from './lib/crm/salesforce/page/origins';
import { builtins } from './lib/playbook/builtin';
import { UNUSED_MODELS } from './wxt.hubspot';
import { buildInParts } from './wxt.parts';

/**
 * CRM pages that the content script runs on. lib/crm/locate tests the exact host again. Salesforce's are static like
 * HubSpot's: a content script's pages are asked for at installation anyway, and its API lies on the same hosts.
 */
const CRM_PAGES = [
  'https://*.hubspot.com/*',
  ...SALESFORCE_PAGES,
  // Those behind Microsoft Defender's proxy.
  'https://*.lightning.force.com.mcas.ms/*',
];
/**
 * Orgs with a region in their hosts (acme.lightning.usa26.force.com): no pattern names them without all of these domains.
 * Nothing runs there by itself. The rep who connects such an org is asked for its two hosts, and for those alone.
 */
const REGIONAL = ['https://*.force.com/*', 'https://*.salesforce.com/*'];
/**
 * HubSpot's app alone, of all that lies under its domain: a match pattern can't say app-*, a glob beside it can. The app's
 * host has the portal's data centre in it: app.hubspot.com, app-eu1.hubspot.com.
 */
const APP_GLOBS = ['https://app.hubspot.com/*', 'https://app-*.hubspot.com/*'];
/** The APIs that the background talks to; docs/security.md gives the reason for each. */
const CRM_APIS = [
  'https://api.hubapi.com',
  'https://*.my.salesforce.com',
  'https://*.my.salesforce.mil',
  'https://*.my.sfcrmproducts.cn',
];
const API_PATTERNS = CRM_APIS.map((origin) => `${origin}/*`);

/** A policy can't name a region in the middle of a host either; lib/crm/salesforce/client/transport.ts calls the connected org alone. */
const REGIONAL_API = 'https://*.salesforce.com';

/** Fixes the extension's id, so that managed settings and OAuth redirects can name it. It is a public key. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA297SYPDXr/X2F4Tyg4mbEgkFEEzT5edIobr7CJdnKlmyJf8TwOcpCbGLFqhj1IcVzV6b93LFNQWEsBgnOrb1NSeiZFOFHrJcr+TChuW5HByVMHW7XDN2R1uUGrKe5nKTQL2Hr7dkvjrmKnZ43uzjN9i4nWUzFJQkUM0m1dcnwqoeXdOisVK4ULzM6Eamlv94mQTHTXg94OCT32P5nTUzuYubgN5cNK2eWdZV/yGuJx3fCsccR8SP449yJOeYHfJcGDZpfgbV7JTp62UfVvNS6Fzk+CYqJp6ipCEpvJYSwAko+pBct8CmjG0HAkQjI50v85nWd2g7rZYkkPZQ7yOzNwIDAQAB';

const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' };

const stub = (name: string) => resolve(import.meta.dirname, 'lib/crm/stubs', name);

/** Parts of jsforce that we replace, by the path that jsforce itself imports them under. */
const JSFORCE_PARTS: Readonly<Record<string, string>> = {
  'api/soap/schema': 'soap-schema.ts',
  csv: 'csv.ts',
  jsforce: 'root.ts',
  oauth2: 'oauth2.ts',
  query: 'records.ts',
  'quick-action': 'records.ts',
  sobject: 'records.ts',
  transport: 'transport.ts',
  'util/get-body-size': 'body-size.ts',
  'util/logger': 'logger.ts',
};

/**
 * jsforce's published browser build brings polyfills and eval: we bundle its TypeScript sources, in parts. Types (and
 * the tests, in node) come from jsforce/lib, which is the same code compiled. See docs/contributing.md.
 */
const jsforceParts = {
  name: 'jsforce-parts',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const root = resolve(import.meta.dirname, 'node_modules/jsforce/src');
    const path = source.startsWith('jsforce/lib/')
      ? resolve(root, source.slice('jsforce/lib/'.length).replace(/\.js$/, ''))
      : source.startsWith('.') && importer?.startsWith(`${root}/`)
        ? resolve(importer, '..', source)
        : null;
    if (!path?.startsWith(`${root}/`)) return null;
    const part = JSFORCE_PARTS[path.slice(root.length + 1)];
    return part === undefined ? `${path}.ts` : stub(`jsforce/${part}`);
  },
};

/** The models that HubSpot's client names and we never use. */
const hubspotParts = {
  name: 'hubspot-parts',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const isClient = importer?.includes('/@hubspot/api-client/') ?? false;
    return isClient && UNUSED_MODELS.test(source) ? stub('hubspot-model.ts') : null;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  manifest: {
    name: '__MSG_name__',
    short_name: 'Stagecheck',
    description: '__MSG_description__',
    default_locale: 'en',
    key: PUBLIC_KEY,
    // Before 130 the sidebar's frame had a lasting address in spite of use_dynamic_url, which any page could guess
    // (developer.chrome.com/blog/extension-news-october-2024; its first version had faults, crbug.com/363027634). No source
    // was found for since when every storage area has its access level; lib/background/services/shut.ts goes on where one refuses.
    minimum_chrome_version: '140',
    // One background for private windows and all others would hold keys and drafts of both in one database. 'split' would
    // have a second one that knows no account, and forgets what waits when the window is closed: see docs/security.md.
    incognito: 'not_allowed',
    // Without this key every other extension may send messages to the background; with an empty one, none may, and no page
    // (developer.chrome.com/docs/extensions/reference/manifest/externally-connectable).
    externally_connectable: { ids: [] },
    // identity: signing in to a CRM in the browser's own window for that; it brings no warning and no data.
    // alarms: to write what waits when its time has come. No warning either.
    permissions: ['storage', 'identity', 'alarms'],
    // cookies: only for the rep who chooses to use the session of this browser. scripting: only for the rep who connects
    // a regional org, to put the content script into its pages. Both are given back with the last such connection.
    optional_permissions: ['cookies', 'scripting'],
    optional_host_permissions: REGIONAL,
    host_permissions: [...new Set([...CRM_PAGES, ...API_PATTERNS])],
    storage: { managed_schema: 'managed.schema.json' },
    options_ui: { page: 'console.html', open_in_tab: true },
    icons: ICONS,
    action: { default_icon: ICONS },
    commands: {
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Q' },
        description: '__MSG_toggle__',
      },
    },
    web_accessible_resources: [
      {
        resources: ['sidebar.html'],
        // What is named here is granted nothing: it may frame the sidebar, where the content script was let in.
        matches: [...CRM_PAGES, ...REGIONAL],
        use_dynamic_url: true,
      },
    ],
    // A window of ours that another page opened (the CRM's, or our own frame in it) is out of that page's reach.
    cross_origin_opener_policy: { value: 'same-origin' },
    // For the worker too, whose calls go to the CRMs: our pages' own <meta> allows them 'self' alone, and no text as script.
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        `connect-src 'self' ${CRM_APIS.join(' ')} ${REGIONAL_API}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    },
  },
  hooks: {
    'vite:build:extendConfig': ([entry], config) => {
      if (entry?.name === 'background' && entry.type === 'background') buildInParts(config);
    },
    // The background reads the chosen playbook from its file: all of them are too much for its budget.
    'prepare:publicPaths': (_, paths) => {
      paths.push(...builtins.map(({ id }) => `playbooks/${id}.json`));
    },
    'build:publicAssets': (_, files) => {
      for (const playbook of builtins)
        files.push({ relativeDest: `playbooks/${playbook.id}.json`, contents: JSON.stringify(playbook) });
    },
    // The content script need not carry the list of pages that it runs on.
    'build:manifestGenerated': (_, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        script.matches = CRM_PAGES;
        // A page has to match a pattern and a glob.
        script.include_globs = [...APP_GLOBS, ...CRM_PAGES.filter((page) => !page.includes('hubspot.com'))];
      }
      // Otherwise the button would be called by the popup page's own title.
      if (manifest.action) manifest.action.default_title = '__MSG_popup__';
    },
  },
  vite: () => ({
    plugins: [jsforceParts, hubspotParts],
    build: { target: 'chrome120', modulePreload: { polyfill: false } },
    resolve: {
      // The HubSpot client names node's packages for a transport that we replace: see docs/contributing.md.
      alias: {
        'node-fetch': stub('node-fetch.ts'),
        'form-data': stub('form-data.ts'),
        url: stub('url.ts'),
        // jsforce and its XML parser name node's modules for streams that we never open.
        stream: stub('stream.ts'),
        events: stub('events.ts'),
        timers: stub('timers.ts'),
        xmlbuilder: stub('xmlbuilder.ts'),
        // The content script has a budget of 9 kB, and WXT's context for it takes 3: ours is lib/page/life.ts.
        'wxt/utils/content-script-context': resolve(import.meta.dirname, 'lib/page/no-context.ts'),
      },
    },
  }),
});
