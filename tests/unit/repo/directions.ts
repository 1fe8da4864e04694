// Which part of the product may import which: the one table, and the check of one file against it.
import { importsOf } from './imports.ts';

/**
 * room: where the rule holds; the longest that fits a file counts. ours: parts that may be imported. types: parts of
 * which only types may be. packages: libraries. A part is a folder or a file without its ending; a room may always
 * import from itself.
 */
type Rule = { room: string; ours: string[]; types?: string[]; packages?: string[] };

/** What a problem, a record and a playbook are, and what follows from them. Knows no CRM, no browser and no page. */
const pure = [
  'lib/util',
  'lib/problem',
  'lib/diagnostics',
  'lib/record',
  'lib/playbook',
  'lib/qualification',
];
/** What pages may know of the background: the questions, and the words of its answers. */
const asked = ['lib/protocol', 'lib/reports', 'lib/support', 'lib/crm/shared/host-permissions'];
const seen = ['lib/crm/shared/crm'];
const sidebar = 'components/sidebar';

export const rules: Rule[] = [
  { room: 'lib/util', ours: [], packages: ['valibot'] },
  { room: 'lib/problem', ours: [], packages: ['valibot'] },
  { room: 'lib/diagnostics', ours: ['lib/problem'], packages: ['valibot'] },
  { room: 'lib/record', ours: ['lib/util'], packages: ['valibot'] },
  { room: 'lib/playbook', ours: ['lib/diagnostics'], packages: ['valibot', '@noble/hashes'] },
  ...[
    { room: 'answers', on: [] },
    { room: 'record-line', on: ['answers'] },
    { room: 'evidence', on: ['answers', 'record-line'] },
    { room: 'draft', on: ['answers', 'record-line', 'evidence'] },
    { room: 'note', on: ['answers', 'record-line', 'evidence', 'draft'] },
    { room: 'plan', on: ['answers', 'record-line', 'evidence', 'draft', 'note'] },
  ].map(({ room, on }) => ({
    room: `lib/qualification/${room}`,
    ours: [
      ...pure.filter((one) => one !== 'lib/qualification'),
      ...on.map((lower) => `lib/qualification/${lower}`),
    ],
    packages: ['valibot', '@noble/hashes'],
  })),
  { room: 'lib/qualification', ours: pure },
  { room: 'lib/reports', ours: ['lib/playbook'] },
  { room: 'lib/support', ours: pure, packages: ['valibot', '@noble/hashes'] },

  // The only folder that knows a CRM. `shared` is what both of them stand on; the files beside it put them together.
  { room: 'lib/crm/shared', ours: pure, packages: ['valibot'] },
  { room: 'lib/crm/shared/host-permissions', ours: [] },
  { room: 'lib/crm/shared/page-url', ours: [] },
  {
    room: 'lib/crm/hubspot',
    ours: [...pure, 'lib/crm/shared'],
    packages: ['valibot', '@hubspot/api-client'],
  },
  {
    room: 'lib/crm/salesforce',
    ours: [...pure, 'lib/crm/shared'],
    packages: ['valibot', 'jsforce'],
  },
  { room: 'lib/crm', ours: pure },
  // These go into the content script, so they take nothing along.
  {
    room: 'lib/crm/glance',
    ours: ['lib/crm/shared/page-url', 'lib/crm/hubspot/page/page', 'lib/crm/salesforce/page/page'],
  },
  { room: 'lib/crm/hubspot/page/page', ours: [] },
  { room: 'lib/crm/salesforce/page/page', ours: [] },
  { room: 'lib/crm/stubs', ours: [], packages: ['stream'] },

  // What pages and the background say to each other.
  {
    room: 'lib/protocol',
    ours: pure,
    types: [...seen, 'lib/crm/shared/host-permissions', 'lib/reports', 'lib/support'],
    packages: ['valibot', 'wxt'],
  },

  // Background code: the only one that holds keys, the database and open connections.
  ...[
    { room: 'storage', on: [] },
    { room: 'outbox', on: ['storage'] },
    { room: 'playbooks', on: ['storage'] },
    { room: 'connections', on: ['storage'] },
    { room: 'services', on: ['storage', 'outbox', 'playbooks', 'connections', 'senders'] },
  ].map(({ room, on }) => ({
    room: `lib/background/${room}`,
    ours: [...pure, ...asked, 'lib/crm', ...on.map((lower) => `lib/background/${lower}`)],
    packages: ['idb', 'valibot', 'wxt'],
  })),
  {
    room: 'lib/background/senders',
    ours: ['lib/crm/locate', 'lib/record', 'lib/protocol'],
    packages: ['wxt', 'valibot'],
  },
  { room: 'entrypoints/background', ours: ['lib'], packages: ['wxt'] },

  // The stub in the CRM's page: no React, no schema library, nothing that knows a CRM but its URLs.
  {
    room: 'entrypoints/crm.content',
    ours: ['lib/crm/glance', 'lib/page', 'lib/protocol/client'],
    types: ['lib/protocol'],
    packages: ['wxt'],
  },
  { room: 'lib/page', ours: ['lib/protocol/port'], types: ['lib/protocol'], packages: ['wxt'] },

  // Pages: they ask the background, and hold no key and no connection.
  {
    room: 'components/ui',
    ours: ['lib/problem', 'lib/diagnostics'],
    packages: ['react', 'react-dom'],
  },
  { room: 'components/shared', ...page(['components/ui']) },
  { room: sidebar, ...page(['components/ui']) },
  { room: `${sidebar}/gate`, ours: [] },
  { room: `${sidebar}/store`, ...page([`${sidebar}/gate`, `${sidebar}/words`]) },
  { room: 'components/console', ...page(['components/ui', 'components/shared']) },
  { room: 'components/popup', ...page(['components/ui', 'components/shared']) },
  { room: 'components/welcome', ...page(['components/ui', 'components/shared']) },
  ...['sidebar', 'console', 'welcome', 'popup'].map((name) => ({
    room: `entrypoints/${name}`,
    ...page(['components/ui', 'components/shared', `components/${name}`, 'lib/page']),
  })),
];

/** What every page of ours may import beside these rooms. */
function page(rooms: string[]): Omit<Rule, 'room'> {
  return {
    ours: [...pure, ...asked, ...rooms],
    types: seen,
    packages: ['react', 'react-dom', 'zustand', 'wxt', 'valibot'],
  };
}

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

/** Files that import each other in a circle, and folders that do: a line for each circle, with all that are in it. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const reach = (from: string): Set<string> => {
    const reached = new Set<string>();
    const ahead = [...(imports.get(from) ?? [])];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      ahead.push(...(imports.get(next) ?? []));
    }
    return reached;
  };
  for (const one of imports.keys()) {
    if (seen.has(one)) continue;
    const reached = reach(one);
    if (!reached.has(one)) continue;
    const circle = [...reached].filter((other) => reach(other).has(one)).sort();
    for (const other of circle) seen.add(other);
    found.push(circle.join(' > '));
  }
  return found.sort();
}
