// POST /crm/objects/2026-09/{type}/search: filters, sorts and pages over an index that may run behind.
import { Hono } from 'hono';
import * as v from 'valibot';
import { badRequest } from '../problem';
import { matches, operators } from '../rules/filter';
import { indexed } from '../rules/indexed';
import { body } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';
import { shownRecord } from './show';
import { typeOf } from './type';

const Filter = v.object({
  propertyName: v.string(),
  operator: v.picklist(operators),
  value: v.optional(v.string()),
  highValue: v.optional(v.string()),
  values: v.optional(v.array(v.string())),
});
const Sort = v.union([
  v.string(),
  v.object({ propertyName: v.string(), direction: v.optional(v.picklist(['ASCENDING', 'DESCENDING'])) }),
]);
const SearchBody = v.object({
  filterGroups: v.optional(v.array(v.object({ filters: v.array(Filter) })), []),
  sorts: v.optional(v.array(Sort), []),
  query: v.optional(v.string()),
  properties: v.optional(v.array(v.string()), []),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)), 10),
  after: v.optional(v.union([v.string(), v.number()]), 0),
});
const GROUPS = 5;
const FILTERS = 6;
const FILTERS_IN_ALL = 18;
const RESULTS = 10_000;

export const search = new Hono<ApiEnv>().post('/:type/search', async (c) => {
  const type = typeOf(c, 'read');
  const input = await body(c, SearchBody);
  const { portal, world } = c.get('scene');
  const filters = input.filterGroups.flatMap((group) => group.filters);
  if (input.filterGroups.length > GROUPS) throw badRequest(`At most ${GROUPS} filter groups are allowed.`);
  if (input.filterGroups.some((group) => group.filters.length > FILTERS) || filters.length > FILTERS_IN_ALL) {
    throw badRequest(`At most ${FILTERS} filters in a group and ${FILTERS_IN_ALL} in all are allowed.`);
  }
  const fields = [
    ...filters.map((filter) => filter.propertyName),
    ...input.sorts.map((sort) => sorted(sort).name),
  ];
  for (const name of fields) {
    const known = name.startsWith('associations.') || portal.property(type.name, name);
    if (!known) throw badRequest(`There was a problem with the request: unknown property ${name}.`);
  }
  const after = Number(input.after === '' ? 0 : input.after);
  if (!Number.isInteger(after) || after < 0)
    throw badRequest('after must be the value of paging.next.after.');
  if (after + input.limit > RESULTS) throw badRequest(`At most ${RESULTS} results can be paged through.`);

  const at = new Date(world.clock().getTime() - world.settings.searchLagMs).toISOString();
  const hits = indexed(portal, type, at)
    .filter((entry) => !input.query || entry.text.includes(input.query.toLowerCase()))
    .filter(
      (entry) =>
        input.filterGroups.length === 0 ||
        input.filterGroups.some((group) => group.filters.every((filter) => matches(portal, entry, filter))),
    );
  for (const sort of [...input.sorts].reverse()) {
    const { name, down } = sorted(sort);
    hits.sort((a, b) => compare(a.value(name), b.value(name)) * (down ? -1 : 1));
  }
  const page = hits.slice(after, after + input.limit);
  const end = after + page.length;
  return json({
    total: hits.length,
    results: page.map((entry) => shownRecord(portal, entry.record, input.properties)),
    ...(end < hits.length && page.length > 0 && { paging: { next: { after: String(end) } } }),
  });
});

function sorted(sort: v.InferOutput<typeof Sort>): { name: string; down: boolean } {
  if (typeof sort === 'string') return { name: sort.replace(/^-/, ''), down: sort.startsWith('-') };
  return { name: sort.propertyName, down: sort.direction === 'DESCENDING' };
}

function compare(a: string, b: string): number {
  const numbers = a !== '' && b !== '' && Number.isFinite(Number(a)) && Number.isFinite(Number(b));
  return numbers ? Number(a) - Number(b) : a.localeCompare(b);
}
