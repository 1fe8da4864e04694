// GET /query, /queryAll and what follows the first page.
import { refuse } from '../problem';
import { runQuery } from '../soql/run';
import type { Shown } from '../soql/shown';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route, wantedQuery } from './call';

/** Rows of results that didn't fit into one page, by the locator that the answer named. */
type Cursor = { org: string; rows: Shown[]; totalSize: number; size: number };
const cursors = new WeakMap<object, Map<string, Cursor>>();

function page(scene: Scene, call: Call, locator: string, cursor: Cursor, from: number): Answer {
  const records = cursor.rows.slice(from, from + cursor.size);
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

function cursorsOf({ world }: Scene): Map<string, Cursor> {
  const known = cursors.get(world) ?? new Map<string, Cursor>();
  cursors.set(world, known);
  return known;
}

function first(scene: Scene, call: Call, all: boolean): Answer {
  const { totalSize, rows } = runQuery(scene, wantedQuery(call), all);
  const asked = Number(/batchSize=(\d+)/i.exec(call.headers['sforce-query-options'] ?? '')?.[1] ?? 2000);
  const size = Math.min(Math.max(asked, 200), scene.settings.queryPage);
  const locator = `01g${String(cursorsOf(scene).size + 1).padStart(12, '0')}AAA`;
  return page(scene, call, locator, { org: scene.org.info.name, rows, totalSize, size }, 0);
}

function more(scene: Scene, call: Call, locator = '', from = ''): Answer {
  const cursor = cursorsOf(scene).get(locator);
  if (cursor?.org !== scene.org.info.name) throw refuse('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(scene, call, locator, cursor, Number(from));
}

export const queryRoutes: Route[] = [
  route('GET', /^\/query\/?$/, (scene, call) => first(scene, call, false)),
  route('GET', /^\/queryAll\/?$/, (scene, call) => first(scene, call, true)),
  route('GET', /^\/query(?:All)?\/(\w+)-(\d+)$/, more),
];
