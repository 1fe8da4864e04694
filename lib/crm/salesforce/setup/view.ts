// What the sign-in turns out to see: learned from the org's descriptions once a query was refused, and kept.
import * as v from 'valibot';
import type { Keep } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { isProblem } from '../client/problems';
import { objectsOf, pathsOf, type SeenField, type Select, type View } from '../client/select';
import type { Describe } from '../client/shapes';

const KEY = 'view';
const fieldSchema = v.object({
  filter: v.boolean(),
  sort: v.boolean(),
  path: v.optional(v.string()),
  to: v.optional(v.array(v.string())),
});
const keptSchema = v.object({
  at: v.number(),
  objects: v.array(v.tuple([v.string(), v.nullable(v.array(v.tuple([v.string(), fieldSchema])))])),
});

type Fields = Map<string, SeenField>;

export type Sight = ReturnType<typeof createSight>;

/** By which words Salesforce refuses a field: one that isn't there for this user, that can't be filtered or sorted. */
const NO_COLUMN = /No such column '([\w.]+)' on entity '(\w+)'/;
const NO_USE = /field '?([\w.]+)'? can ?not be (filtered|sorted)/i;

const fieldsOf = ({ fields }: Describe): Fields =>
  new Map(
    fields.map(({ name, filterable, sortable, relationshipName, referenceTo }) => [
      name.toLowerCase(),
      {
        ...{ filter: filterable, sort: sortable },
        ...(relationshipName ? { path: relationshipName, to: referenceTo } : {}),
      },
    ]),
  );

/**
 * Nothing is asked before a query is refused: most sign-ins see all that is asked for, and each description is a call.
 * `describe`: as the org describes an object at this moment. `ms`: how long it is believed.
 */
export function createSight(
  describe: (object: string) => Promise<Describe>,
  now: () => Date,
  ms: number,
  keep?: Keep,
) {
  let learnedAt = 0;
  const known = new Map<string, Fields | null>();
  /** Refusals that have been learned from: the same one twice has another reason. */
  const heard = new Set<string>();
  let loaded: Promise<void> | null = null;

  async function load(): Promise<void> {
    const kept = v.safeParse(keptSchema, await keep?.get(KEY).catch(reported('salesforce.view', null)));
    if (!kept.success || known.size > 0) return;
    learnedAt = kept.output.at;
    for (const [object, fields] of kept.output.objects) known.set(object, fields && new Map(fields));
  }

  async function save(): Promise<void> {
    const objects = [...known].map(([object, fields]) => [object, fields && [...fields]]);
    await keep?.set(KEY, { at: learnedAt, objects }).catch(reported('salesforce.view', undefined));
  }

  function forget(): void {
    known.clear();
    heard.clear();
  }

  async function look(objects: readonly string[]): Promise<void> {
    await Promise.all(
      [...new Set(objects)].map(async (object) => {
        const described = await describe(object).catch((error: unknown) => {
          if (isProblem(error, 'forbidden', 'gone', 'invalid')) return null;
          throw error;
        });
        known.set(object, described && fieldsOf(described));
      }),
    );
  }

  /** Where a description doesn't say it, the refusal does. */
  function deny(objects: readonly string[], message: string): void {
    const [, column, entity = ''] = NO_COLUMN.exec(message) ?? [];
    if (column) known.get(entity)?.delete(column.toLowerCase());
    const [, name = '', use = ''] = NO_USE.exec(message) ?? [];
    for (const fields of objects.map((object) => known.get(object))) {
      const field = fields?.get((name.split('.').at(-1) ?? '').toLowerCase());
      if (field) field[use.toLowerCase() === 'sorted' ? 'sort' : 'filter'] = false;
    }
  }

  const view: View = (object) => known.get(object);
  return {
    view,
    /** To be waited for before a query is made. */
    async ready(): Promise<void> {
      loaded ??= load();
      await loaded;
      if (known.size > 0 && now().getTime() - learnedAt >= ms) forget();
    },
    /** Looks at what these queries name, after one of them was refused. False where that refusal taught all it can. */
    async learn(selects: readonly Select[], refusals: readonly string[]): Promise<boolean> {
      const fresh = refusals.filter((message) => !heard.has(message));
      if (fresh.length === 0) return false;
      for (const message of fresh) heard.add(message);
      const objects = [...new Set(selects.flatMap(objectsOf))];
      if (known.size === 0) learnedAt = now().getTime();
      await look(objects);
      const paths = selects.flatMap(pathsOf).flatMap(({ object, path }) => {
        const fields = [...(known.get(object)?.values() ?? [])];
        const to = fields.find((one) => one.path === path)?.to ?? [];
        return to.length === 1 ? to : [];
      });
      await look(paths.filter((object) => !objects.includes(object)));
      const all = [...objects, ...paths];
      for (const message of fresh) deny(all, message);
      await save();
      return true;
    },
    forget,
  };
}
