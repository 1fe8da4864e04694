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
  'lib/problem/problem',
  'lib/problem/text',
  'lib/problem/phrases',
  'lib/problem/told',
  'lib/diagnostics',
];
const asked = [
  'lib/protocol/messages',
  'lib/record/account-key',
  'lib/protocol/erased',
  'lib/protocol/known',
  'lib/protocol/port',
  'lib/page/alone',
  'lib/protocol/client',
  'lib/protocol/line',
  'lib/background/storage/settings',
  'lib/protocol/layout',
  'lib/protocol/queue',
  'components/shared/queue-text',
  'lib/crm/shared/host-permissions',
  'lib/reports',
];
const seen = ['lib/crm/shared/crm'];

export const rules: Rule[] = [
  { room: 'lib/problem/problem', ours: ['lib/problem/told'], packages: ['valibot'] },
  { room: 'lib/problem/told', ours: [], types: ['lib/problem/problem'] },
  { room: 'lib/diagnostics', ours: ['lib/problem/problem'], packages: ['valibot'] },
  { room: 'lib/problem/text', ours: ['lib/problem/problem', 'lib/problem/phrases'] },
  { room: 'lib/problem/phrases', ours: ['lib/problem/problem', 'lib/problem/text'] },
  { room: 'lib/playbook', ours: ['lib/diagnostics'], packages: ['valibot', '@noble/hashes'] },
  {
    room: 'lib/qualification',
    ours: ['lib/playbook', 'lib/problem/problem', 'lib/diagnostics'],
    packages: ['valibot', '@noble/hashes'],
  },
  {
    room: 'lib/reports',
    ours: [...pure, 'lib/record/account-key'],
    packages: ['valibot', '@noble/hashes'],
  },

  { room: 'lib/crm/shared/host-permissions', ours: [] },
  { room: 'lib/page/alone', ours: [] },
  {
    room: 'lib/protocol/line',
    ours: ['lib/problem/problem', 'lib/diagnostics', 'lib/protocol/port'],
    types: ['lib/protocol/messages'],
  },
  { room: 'lib/record/account-key', ours: [] },
  { room: 'lib/protocol/erased', ours: [] },
  { room: 'lib/protocol/known', ours: ['lib/protocol/erased', 'lib/diagnostics'], packages: ['wxt'] },
  { room: 'lib/protocol/port', ours: [] },
  { room: 'lib/util/lazy', ours: ['lib/diagnostics'] },

  // The only folder that knows a CRM. glance goes into the content script, so it takes nothing along.
  {
    room: 'lib/crm',
    ours: [...pure, 'lib/crm/shared/host-permissions'],
    packages: ['valibot', '@hubspot/api-client', 'jsforce', 'stream'],
  },
  {
    room: 'lib/crm/glance',
    ours: ['lib/crm/shared/page-url', 'lib/crm/hubspot/page/page', 'lib/crm/salesforce/page/page'],
  },
  { room: 'lib/crm/shared/page-url', ours: [] },
  { room: 'lib/crm/hubspot/page/page', ours: [] },
  { room: 'lib/crm/salesforce/page/page', ours: [] },
  { room: 'lib/crm/stubs', ours: [] },

  { room: 'lib/protocol/layout', ours: [], packages: ['valibot'] },
  {
    room: 'lib/background/storage/settings',
    ours: [...pure, 'lib/protocol/layout', 'lib/background/storage/stored-item'],
    packages: ['valibot'],
  },
  { room: 'lib/background/storage/stored-item', ours: [], packages: ['wxt'] },
  {
    room: 'lib/protocol/messages',
    ours: [...pure, 'lib/protocol/layout', 'lib/protocol/queue'],
    types: [...seen, 'lib/protocol/responses', 'lib/protocol/layout', 'lib/crm/shared/host-permissions'],
    packages: ['valibot'],
  },
  {
    room: 'lib/protocol/responses',
    ours: [],
    types: [
      ...pure,
      ...seen,
      'lib/protocol/layout',
      'lib/protocol/queue',
      'lib/crm/shared/host-permissions',
      'lib/reports',
    ],
  },
  { room: 'components/shared/queue-text', ours: pure, types: ['lib/protocol/queue'] },
  { room: 'lib/protocol/queue', ours: pure, types: ['lib/reports', ...seen], packages: ['valibot'] },
  {
    room: 'lib/protocol/client',
    ours: ['lib/problem/problem', 'lib/diagnostics', 'lib/protocol/known'],
    types: ['lib/protocol/messages'],
    packages: ['wxt'],
  },

  // Background code: the only one that holds keys, the database and open connections.
  {
    room: 'lib/background/senders',
    ours: ['lib/protocol/messages', 'lib/crm/locate', 'lib/problem/problem', 'lib/qualification'],
    packages: ['wxt', 'valibot'],
  },
  {
    room: 'lib/background/storage/rows',
    ours: ['lib/qualification', 'lib/problem/problem', 'lib/playbook'],
    packages: ['valibot'],
  },
  {
    room: 'lib/background/storage/database',
    ours: [...pure, 'lib/background/storage/rows'],
    types: ['lib/crm'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  { room: 'lib/background/storage/sweep', ours: ['lib/diagnostics'], packages: ['idb'] },
  {
    room: 'lib/connections',
    ours: [...pure, ...asked, 'lib/crm', 'lib/background/storage/database', 'lib/background/storage/rows'],
    packages: ['idb', 'valibot', 'wxt'],
  },
  {
    room: 'lib/outbox',
    ours: [
      ...pure,
      ...asked,
      'lib/crm',
      'lib/background/storage/database',
      'lib/background/storage/rows',
      'lib/connections',
    ],
    packages: ['idb', 'valibot', 'wxt'],
  },
  {
    room: 'lib/playbooks',
    ours: [...pure, ...asked, 'lib/background/storage/database'],
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
    ours: ['lib/crm/glance', 'lib/page', 'lib/protocol/client'],
    types: ['lib/protocol/messages', 'lib/protocol/layout'],
    packages: ['wxt'],
  },
  {
    room: 'lib/page',
    ours: ['lib/protocol/port'],
    types: ['lib/protocol/layout', 'lib/protocol/messages'],
    packages: ['wxt'],
  },

  // Pages: they ask the background, and hold no key and no connection.
  {
    room: 'components/ui',
    ours: ['lib/problem/problem', 'lib/problem/text', 'lib/diagnostics'],
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
