// GET /recent: what a person looked at lately, which queries FOR VIEW and FOR REFERENCE say. Nothing else counts as looking.
// https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_for_view.htm
import type { ObjectName, SfRecord } from '../model';
import { seesRecord } from '../rules/access';
import { objectOf, objectOfId } from '../schema/objects';
import type { Shown } from '../soql/shown';
import type { Scene, World } from '../world';
import { ok, type Route, route } from './call';
import { shownRecord } from './records';

type Look = { type: ObjectName; id: string };
const MOST = 200;
const looks = new WeakMap<World, Map<string, Look[]>>();

const keyOf = ({ org, user }: Scene) => `${org.info.name}/${user}`;
const looksOf = (scene: Scene): Look[] => looks.get(scene.world)?.get(keyOf(scene)) ?? [];

/** Notes the rows of a query that ends in FOR VIEW or FOR REFERENCE as looked at. */
export function noteLooks(scene: Scene, soql: string, rows: readonly Shown[]) {
  if (!/\bFOR\s+(VIEW|REFERENCE)\s*$/i.test(soql)) return;
  const seen = rows.flatMap((row) => {
    const [, id = ''] = /\/(\w{18})"/.exec(JSON.stringify(row.attributes)) ?? [];
    const object = objectOfId(id);
    return object ? [{ type: object.name, id }] : [];
  });
  const before = looksOf(scene).filter((look) => !seen.some(({ id }) => id === look.id));
  const all = looks.get(scene.world) ?? new Map<string, Look[]>();
  looks.set(scene.world, all.set(keyOf(scene), [...seen, ...before].slice(0, MOST)));
}

/** The records that the person looked at, the latest first; of one object, or of all. */
export function lookedAt(scene: Scene, type?: ObjectName): SfRecord[] {
  return looksOf(scene)
    .filter((look) => type === undefined || look.type === type)
    .flatMap((look) => scene.org.find(look.type, look.id) ?? [])
    .filter((record) => !record.deleted && seesRecord(scene, record));
}

export const recentRoutes: Route[] = [
  route('GET', /^\/recent\/?$/, (scene, { query }) =>
    ok(
      lookedAt(scene)
        .slice(0, Number(query.get('limit') ?? MOST))
        .map((record) => {
          const object = objectOf(record.type);
          return shownRecord(scene, object, record, object.nameField);
        }),
    ),
  ),
];
