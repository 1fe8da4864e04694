// GET /query, /queryAll and what follows the first page.
import { refuse } from '../problem';
import { runQuery } from '../soql/run';
import type { Shown } from '../soql/shown';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route, wantedQuery } from './call';
import { explained } from './explain';
import { noteLooks } from './recent';

/** Rows of results that didn't fit into one page, by the locator that the answer named. */
type Cursor = { org: string; rows: Shown[]; totalSize: number; size: number };
const cursors = new WeakMap<object, Map<string, Cursor>>();

function page(scene: Scene, call: Call, locator: string, cursor: Cursor, from: number): Answer {
  const records = cursor.rows.slice(from, from + cursor.size).map((row) => withPages(scene, call, row));
  const next = from + cursor.size;
  const done = next >= cursor.rows.length;
  if (!done) cursorsOf(scene).set(locator, cursor);
  return ok({
    totalSize: cursor.totalSize,
    done,
    ...(!done && { nextRecordsUrl: `/services/data/${call.version}/query/${locator}-${next}` }),
    records,
  });
}

const newLocator = (scene: Scene) => `01g${String(cursorsOf(scene).size + 1).padStart(12, '0')}AAA`;

type Children = { totalSize: number; done: boolean; records: Shown[] };
const isChildren = (value: unknown): value is Children =>
  typeof value === 'object' && value !== null && 'done' in value && 'records' in value;

/** A row whose children, where they are many, come in pages of their own with a locator of their own. */
function withPages(scene: Scene, call: Call, row: Shown): Shown {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (!isChildren(value)) return [name, value];
      const size = scene.settings.childPage;
      const records = value.records.slice(0, size).map((child) => withPages(scene, call, child));
      if (value.records.length <= size) return [name, { ...value, records }];
      const locator = newLocator(scene);
      const org = scene.org.info.name;
      cursorsOf(scene).set(locator, { org, rows: value.records, totalSize: value.totalSize, size });
      const nextRecordsUrl = `/services/data/${call.version}/query/${locator}-${size}`;
      return [name, { ...value, done: false, nextRecordsUrl, records }];
    }),
  );
}

function cursorsOf({ world }: Scene): Map<string, Cursor> {
  const known = cursors.get(world) ?? new Map<string, Cursor>();
  cursors.set(world, known);
  return known;
}

function first(scene: Scene, call: Call, all: boolean): Answer {
  const plan = call.query.get('explain');
  if (plan !== null) return explained(scene, plan);
  const soql = wantedQuery(call);
  const { totalSize, rows } = runQuery(scene, soql, all);
  noteLooks(scene, soql, rows);
  const asked = Number(/batchSize=(\d+)/i.exec(call.headers['sforce-query-options'] ?? '')?.[1] ?? 2000);
  const size = Math.min(Math.max(asked, 200), scene.settings.queryPage);
  return page(scene, call, newLocator(scene), { org: scene.org.info.name, rows, totalSize, size }, 0);
}

function more(scene: Scene, call: Call, asked = ''): Answer {
  const [, locator = '', from = ''] = /^(\w+)-(\d+)$/.exec(asked) ?? [];
  const cursor = cursorsOf(scene).get(locator);
  if (cursor?.org !== scene.org.info.name) throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(scene, call, locator, cursor, Number(from));
}

export const queryRoutes: Route[] = [
  route('GET', /^\/query\/?$/, (scene, call) => first(scene, call, false)),
  route('GET', /^\/queryAll\/?$/, (scene, call) => first(scene, call, true)),
  route('GET', /^\/query(?:All)?\/([^/]+)$/, more),
];
