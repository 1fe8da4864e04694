// POST /composite: up to 25 calls in one, where a later one may use what an earlier one gave.
import * as v from 'valibot';
import { refuse } from '../problem';
import type { Scene } from '../world';
import { type Answer, type Call, dispatch, ok, type Route, read } from './call';

const Body = v.object({
  allOrNone: v.optional(v.boolean(), false),
  collateSubrequests: v.optional(v.boolean(), false),
  compositeRequest: v.array(
    v.object({
      method: v.string(),
      url: v.string(),
      referenceId: v.pipe(
        v.string(),
        v.regex(
          /^[A-Za-z]\w*$/,
          'a referenceId starts with a letter and has letters, digits and underscores',
        ),
      ),
      body: v.optional(v.unknown()),
      httpHeaders: v.optional(v.record(v.string(), v.string()), {}),
    }),
  ),
});
type Sub = v.InferOutput<typeof Body>['compositeRequest'][number];
type Done = {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
};
const MOST = 25;
/** Of the 25, so many may be queries or collections of records. */
const MOST_QUERIES = 5;
const QUERY = /^\/services\/data\/v\d+\.\d\/(query|queryAll|composite\/sobjects)\b/;
const INHERITED = /^(accept|authorization|content-type)$/i;

/** A reference that leads to nothing: the call that uses it is not made. */
class Unresolved extends Error {}

export function composite(routes: () => readonly Route[]) {
  return (scene: Scene, call: Call): Answer => {
    const { compositeRequest: subs, allOrNone } = read(call, Body);
    if (subs.length === 0 || subs.length > MOST)
      throw refuse('INVALID_INPUT', `The number of subrequests (${subs.length}) must be from 1 to ${MOST}.`);
    const heavy = subs.filter((sub) => QUERY.test(sub.url)).length;
    if (heavy > MOST_QUERIES)
      throw refuse(
        'LIMIT_EXCEEDED',
        `${heavy} of the subrequests are queries or sObject Collections; ${MOST_QUERIES} is the limit.`,
      );
    const own = subs.flatMap((sub) => Object.keys(sub.httpHeaders)).find((name) => INHERITED.test(name));
    if (own) throw refuse('INVALID_INPUT', `Subrequests inherit the header ${own}: it can't be set in one.`);
    const names = new Set(subs.map((sub) => sub.referenceId));
    if (names.size < subs.length)
      throw refuse('INVALID_INPUT', 'A referenceId stands for more than one subrequest.');

    const good = (done: Done) => done.httpStatusCode < 400;
    const results = scene.world.store.attempt(
      () => {
        const list: Done[] = [];
        for (const sub of subs) {
          const stop = allOrNone && !list.every(good);
          list.push(stop ? halted(sub) : one(scene, call, sub, list));
        }
        return list;
      },
      (list) => !allOrNone || list.every(good),
    );
    const whole = !allOrNone || results.every(good);
    return ok({
      compositeResponse: whole ? results : results.map((done) => (good(done) ? halted(done) : done)),
    });
  };

  function one(scene: Scene, outer: Call, sub: Sub, before: Done[]): Done {
    try {
      const url = new URL(substituted(sub.url, before, encodeURIComponent), 'https://composite.invalid');
      const found = /^\/services\/data\/(v\d+\.\d)(\/.*)$/.exec(url.pathname);
      if (!found?.[1] || !found[2])
        throw refuse('INVALID_INPUT', `Subrequest URL must start with /services/data: ${sub.url}`);
      const headers = Object.entries(sub.httpHeaders).map(([name, value]) => [name.toLowerCase(), value]);
      const answer = dispatch(routes(), scene, {
        method: sub.method.toUpperCase(),
        path: decodeURIComponent(found[2]),
        version: found[1],
        query: url.searchParams,
        // What the outer call says of duplicates and paging doesn't hold for those inside it.
        headers: { authorization: outer.headers.authorization ?? '', ...Object.fromEntries(headers) },
        body: replaced(sub.body, before),
      });
      const { status, body = null, headers: httpHeaders = {} } = answer;
      const location =
        status === 201 && hasId(body) ? { Location: `${url.pathname.replace(/\/$/, '')}/${body.id}` } : {};
      return {
        body,
        httpHeaders: { ...httpHeaders, ...location },
        httpStatusCode: status,
        referenceId: sub.referenceId,
      };
    } catch (error) {
      if (!(error instanceof Unresolved)) throw error;
      const body = [{ errorCode: 'PROCESSING_HALTED', message: error.message }];
      return { body, httpHeaders: {}, httpStatusCode: 400, referenceId: sub.referenceId };
    }
  }
}

const halted = ({ referenceId }: { referenceId: string }): Done => ({
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
  httpHeaders: {},
  httpStatusCode: 400,
  referenceId,
});

const hasId = (body: unknown): body is { id: string } =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string';

function replaced(value: unknown, before: Done[]): unknown {
  if (typeof value === 'string') return substituted(value, before);
  if (Array.isArray(value)) return value.map((item) => replaced(item, before));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replaced(item, before)]));
}

/** @{ref.id}, @{ref.records[0].Id}: from the body of an earlier answer. */
function substituted(text: string, before: Done[], encode = (part: string) => part): string {
  return text.replace(/@\{(\w+)\.([^}]+)\}/g, (_, name: string, path: string) => {
    const done = before.find((item) => item.referenceId === name);
    let value: unknown = done && done.httpStatusCode < 400 ? done.body : undefined;
    for (const part of path.split(/[.[\]]+/).filter(Boolean))
      value =
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([key]) => key === part)?.[1]
          : undefined;
    if (value === undefined || value === null)
      throw new Unresolved(`Invalid reference specified. No value for ${name}.${path} found in ${name}`);
    return encode(String(value));
  });
}
