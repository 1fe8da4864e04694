// Which part of the product may import which: the one table, and the check of one file against it.
import { importsOf } from './imports.ts';

/**
 * room: where the rule holds; the longest that fits a file counts. ours: parts that may be imported. types: parts of
 * which only types may be. packages: libraries. A part is a folder or a file without its ending; a room may always
 * import from itself.
 */
type Rule = { room: string; ours: string[]; types?: string[]; packages?: string[] };

const pure = [
  'lib/playbook',
  'lib/qualification',
  'lib/problem',
  'lib/problem-words',
  'lib/problem-phrases',
  'lib/problem-told',
  'lib/diagnostics',
];
const asked = [
  'lib/messages',
  'lib/account-key',
  'lib/erased',
  'lib/known',
  'lib/port',
  'lib/alone',
  'lib/client',
  'lib/line',
  'lib/settings',
  'lib/layout',
  'lib/queue',
  'lib/queue-words',
  'lib/reach',
  'lib/reports',
];
const seen = ['lib/crm/crm'];

export const rules: Rule[] = [
  { room: 'lib/problem', ours: ['lib/problem-told'], packages: ['valibot'] },
  { room: 'lib/problem-told', ours: [], types: ['lib/problem'] },
  { room: 'lib/diagnostics', ours: ['lib/problem'], packages: ['valibot'] },
  { room: 'lib/problem-words', ours: ['lib/problem', 'lib/problem-phrases'] },
  { room: 'lib/problem-phrases', ours: ['lib/problem', 'lib/problem-words'] },
  { room: 'lib/playbook', ours: ['lib/diagnostics'], packages: ['valibot', '@noble/hashes'] },
  {
    room: 'lib/qualification',
    ours: ['lib/playbook', 'lib/problem', 'lib/diagnostics'],
    packages: ['valibot', '@noble/hashes'],
  },
  {
    room: 'lib/reports',
    ours: [...pure, 'lib/account-key'],
    packages: ['valibot', '@noble/hashes'],
  },

  { room: 'lib/reach', ours: [] },
  { room: 'lib/alone', ours: [] },
  { room: 'lib/line', ours: ['lib/problem', 'lib/diagnostics', 'lib/port'], types: ['lib/messages'] },
  { room: 'lib/account-key', ours: [] },
  { room: 'lib/erased', ours: [] },
  { room: 'lib/known', ours: ['lib/erased', 'lib/diagnostics'], packages: ['wxt'] },
  { room: 'lib/port', ours: [] },
  { room: 'lib/once', ours: ['lib/diagnostics'] },

  // The only folder that knows a CRM. glance goes into the content script, so it takes nothing along.
  {
    room: 'lib/crm',
    ours: [...pure, 'lib/reach'],
    packages: ['valibot', '@hubspot/api-client', 'jsforce', 'stream'],
  },
  { room: 'lib/crm/glance', ours: ['lib/crm/page-url', 'lib/crm/hubspot/page', 'lib/crm/salesforce/page'] },
  { room: 'lib/crm/page-url', ours: [] },
  { room: 'lib/crm/hubspot/page', ours: [] },
  { room: 'lib/crm/salesforce/page', ours: [] },
  { room: 'lib/crm/stubs', ours: [] },

  { room: 'lib/layout', ours: [], packages: ['valibot'] },
  { room: 'lib/settings', ours: [...pure, 'lib/layout', 'lib/stored-item'], packages: ['valibot'] },
  { room: 'lib/stored-item', ours: [], packages: ['wxt'] },
  {
    room: 'lib/messages',
    ours: [...pure, 'lib/layout', 'lib/queue'],
    types: [...seen, 'lib/answers', 'lib/layout', 'lib/reach'],
    packages: ['valibot'],
  },
  {
    room: 'lib/answers',
    ours: [],
    types: [...pure, ...seen, 'lib/layout', 'lib/queue', 'lib/reach', 'lib/reports'],
  },
  { room: 'lib/queue-words', ours: pure, types: ['lib/queue'] },
  { room: 'lib/queue', ours: pure, types: ['lib/reports', ...seen], packages: ['valibot'] },
  {
    room: 'lib/client',
    ours: ['lib/problem', 'lib/diagnostics', 'lib/known'],
    types: ['lib/messages'],
    packages: ['wxt'],
  },

  // Background code: the only one that holds keys, the database and open connections.
  {
    room: 'lib/senders',
    ours: ['lib/messages', 'lib/crm/locate', 'lib/problem', 'lib/qualification'],
    packages: ['wxt', 'valibot'],
  },
  { room: 'lib/rows', ours: ['lib/qualification', 'lib/problem', 'lib/playbook'], packages: ['valibot'] },
  {
    room: 'lib/database',
    ours: [...pure, 'lib/rows'],
    types: ['lib/crm'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  { room: 'lib/sweep', ours: ['lib/diagnostics'], packages: ['idb'] },
  {
    room: 'lib/connections',
    ours: [...pure, ...asked, 'lib/crm', 'lib/database', 'lib/rows'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  {
    room: 'lib/outbox',
    ours: [...pure, ...asked, 'lib/crm', 'lib/database', 'lib/rows', 'lib/connections'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  {
    room: 'lib/playbooks',
    ours: [...pure, ...asked, 'lib/database'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  {
    room: 'lib/services',
    ours: ['lib'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  { room: 'entrypoints/background', ours: ['lib'], packages: ['wxt'] },

  // The stub in the CRM's page: no React, no schema library, nothing that knows a CRM but its URLs.
  {
    room: 'entrypoints/crm.content',
    ours: ['lib/crm/glance', 'lib/page', 'lib/client'],
    types: ['lib/messages', 'lib/layout'],
    packages: ['wxt'],
  },
  { room: 'lib/page', ours: ['lib/port'], types: ['lib/layout', 'lib/messages'], packages: ['wxt'] },

  // Pages: they ask the background, and hold no key and no connection.
  {
    room: 'components/ui',
    ours: ['lib/problem', 'lib/problem-words', 'lib/diagnostics'],
    packages: ['react', 'react-dom'],
  },
  ...['sidebar', 'console', 'welcome', 'popup'].map((page) => ({
    room: `components/${page}`,
    // First run is the console's connecting and mapping, in order: it shows the same parts.
    ours: [...pure, ...asked, 'components/ui', ...(page === 'welcome' ? ['components/console'] : [])],
    types: seen,
    packages: ['react', 'react-dom', 'zustand', 'wxt', 'valibot'],
  })),
  ...['sidebar', 'console', 'welcome', 'popup'].map((page) => ({
    room: `entrypoints/${page}`,
    ours: [
      ...pure,
      ...asked,
      'components/ui',
      `components/${page}`,
      ...(page === 'welcome' ? ['components/console'] : []),
    ],
    types: seen,
    packages: ['react', 'react-dom', 'zustand', 'wxt'],
  })),
];

const within = (path: string, part: string) => path === part || path.startsWith(`${part}/`);

/** What is wrong with a file's imports, one line each; [] where nothing is. */
export function wrongImports(path: string, text: string): string[] {
  const bare = path.replace(/\.(ts|tsx)$/, '').replace(/\/index$/, '');
  const rule = rules
    .filter(({ room }) => within(bare, room))
    .sort((a, b) => b.room.length - a.room.length)[0];
  if (rule === undefined) return [`${path} is in no room that tests/unit/repo/directions.ts knows`];
  return importsOf(path, text)
    .filter(({ target, ours, typeOnly }) => {
      if (!ours) return !(rule.packages ?? []).includes(target);
      const parts = [rule.room, ...rule.ours, ...(typeOnly ? (rule.types ?? []) : [])];
      return !parts.some((part) => within(target, part));
    })
    .map(({ target, typeOnly }) => `${path} imports ${target}${typeOnly ? ' (types)' : ''}`);
}
