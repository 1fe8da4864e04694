// A query as data, so that what a sign-in may not see, or not look for, can be left out of it. Pure.

/**
 * A part of a WHERE clause, as it stands there (`soql`), and the fields that it names; "EmailMessageRelation:RelationId"
 * is another object's. `narrows`: without it more is found, which whoever asks sorts out. `any`: parts of which one is
 * enough; those that can't be looked for are left out.
 */
export type Condition =
  | { soql: string; on: readonly string[]; narrows?: boolean }
  | { any: readonly { soql: string; on: readonly string[] }[] };

type Rows = {
  /** The object. */
  from: string;
  /** With the path to another record's: Owner.Name. */
  fields: readonly string[];
  /** Of these, the ones without which the rows say nothing. */
  needs?: readonly string[];
  where?: readonly Condition[];
  /** "CreatedDate DESC" */
  order?: readonly string[];
  limit: number;
};

/** `children`: queries of what hangs on the record, each with the name of its relationship. */
export type Select = Rows & { children?: readonly (Rows & { as: string })[] };

/** What is known of a field: whether a query may look for its values, and order by them; where a path leads through it. */
export type SeenField = {
  filter: boolean;
  sort: boolean;
  path?: string | undefined;
  to?: readonly string[] | undefined;
};

/** What a sign-in sees of an object, by the names of fields in small letters; null: nothing; undefined: not known yet. */
export type View = (object: string) => ReadonlyMap<string, SeenField> | null | undefined;

export type Use = 'select' | 'filter' | 'sort';

/** What was left out: a field of an object, or the whole object (field ''). */
export type Lack = { object: string; field: string; use: Use };

/** `soql`: null where without what is lacking nothing can be asked. */
export type Fitted = { soql: string | null; lacks: readonly Lack[] };

const EVERYTHING: SeenField = { filter: true, sort: true };

/** What a field is, at the end of its path; the object at whose field the path ends. */
function look(view: View, object: string, name: string): { of: string; field: SeenField | null } {
  const [other = '', own] = name.split(':');
  if (own !== undefined) return look(view, other, own);
  const [first = '', ...rest] = name.split('.');
  const known = view(object);
  if (known === undefined) return { of: object, field: EVERYTHING };
  if (known === null) return { of: object, field: null };
  if (rest.length === 0) return { of: object, field: known.get(name.toLowerCase()) ?? null };
  const through = [...known.values()].find((one) => one.path?.toLowerCase() === first.toLowerCase());
  if (!through) return { of: object, field: null };
  const [to = '', ...others] = through.to ?? [];
  // Of one of several objects Salesforce shows its name only, whatever the user sees of each.
  return others.length > 0 || to === '' ? { of: object, field: EVERYTHING } : look(view, to, rest.join('.'));
}

const allows = (field: SeenField | null, use: Use): boolean =>
  field !== null && (use === 'select' || field[use]);

/** The query with what this view shows, and what had to be left out of it. */
export function fitted(select: Select, view: View): Fitted {
  const lacks: Lack[] = [];
  const body = (rows: Rows, from: string, children: readonly string[] = []): string | null => {
    const may = (name: string, use: Use): boolean => {
      const { of, field } = look(view, rows.from, name);
      if (allows(field, use)) return true;
      const [last = ''] = [name.split(':').at(-1)?.split('.').at(-1)];
      lacks.push({ object: of, field: view(of) === null ? '' : last, use: field ? use : 'select' });
      return false;
    };
    if (view(rows.from) === null) {
      lacks.push({ object: rows.from, field: '', use: 'select' });
      return null;
    }
    const fields = rows.fields.filter((name) => may(name, 'select'));
    const where = (rows.where ?? []).map((one) => {
      if (!('any' in one)) {
        if (one.on.every((name) => may(name, 'filter'))) return one.soql;
        return one.narrows ? '' : null;
      }
      const left = one.any.filter(({ on }) => on.every((name) => may(name, 'filter')));
      if (left.length === 0) return null;
      const all = left.map(({ soql }) => soql).join(' OR ');
      return left.length === 1 ? all : `(${all})`;
    });
    // Ids rise with time, and can always be ordered by.
    const order = (rows.order ?? []).map((one) => {
      const [name = '', ...how] = one.split(' ');
      return may(name, 'sort') ? one : ['Id', ...how].join(' ');
    });
    if (where.includes(null) || rows.needs?.some((name) => !fields.includes(name))) return null;
    const all = [...fields, ...children];
    if (all.length === 0) return null;
    const conditions = where.filter((one) => one !== null && one !== '');
    return [
      `SELECT ${all.join(', ')} FROM ${from}`,
      ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
      ...(order.length > 0 ? [`ORDER BY ${[...new Set(order)].join(', ')}`] : []),
      `LIMIT ${rows.limit}`,
    ].join(' ');
  };
  const children = (select.children ?? []).flatMap((child) => {
    const soql = body(child, child.as);
    return soql === null ? [] : [`(${soql})`];
  });
  const soql = body(select, select.from, children);
  return { soql, lacks: once(lacks) };
}

/** Each once; where the whole object is lacking, its fields need not be named. */
export function once(lacks: readonly Lack[]): Lack[] {
  const whole = new Set(lacks.filter(({ field }) => field === '').map(({ object }) => object));
  const seen = new Set<string>();
  return lacks.filter(({ object, field }) => {
    const key = `${object}.${field}`;
    if (seen.has(key) || (field !== '' && whole.has(object))) return false;
    seen.add(key);
    return true;
  });
}

/** The objects that a query names itself; what its paths lead to is told by their descriptions. */
export function objectsOf({ from, children = [], where = [] }: Select): string[] {
  const others = where.flatMap((one) => ('any' in one ? one.any : [one])).flatMap(({ on }) => on);
  const named = others.flatMap((name) => (name.includes(':') ? [name.split(':')[0] ?? ''] : []));
  return [...new Set([from, ...children.map((child) => child.from), ...named])];
}

/** The first parts of its paths, with the object that they start at: "Owner" of Lead. */
export function pathsOf({ from, fields, children = [] }: Select): { object: string; path: string }[] {
  const all = [{ from, fields }, ...children];
  return all.flatMap(({ from: object, fields: names }) =>
    names.flatMap((name) => (name.includes('.') ? [{ object, path: name.split('.')[0] ?? '' }] : [])),
  );
}
