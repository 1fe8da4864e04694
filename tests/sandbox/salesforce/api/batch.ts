// POST /composite/batch: up to 25 calls that have nothing to do with each other.
// REST API Developer Guide, "Batch": {hasErrors, results: [{statusCode, result}]}, urls from the version on.
import * as v from 'valibot';
import { refuse } from '../problem';
import type { Scene } from '../world';
import { type Answer, type Call, dispatch, ok, type Route, read } from './call';

const Body = v.object({
  haltOnError: v.optional(v.boolean(), false),
  batchRequests: v.array(
    v.object({ method: v.string(), url: v.string(), richInput: v.optional(v.unknown()) }),
  ),
});
const MOST = 25;

export function batch(routes: () => readonly Route[]) {
  return (scene: Scene, call: Call): Answer => {
    const { batchRequests } = read(call, Body);
    if (batchRequests.length === 0 || batchRequests.length > MOST)
      throw refuse('INVALID_INPUT', `A batch has from 1 to ${MOST} subrequests.`);
    const results = batchRequests.map(({ method, url, richInput }) => {
      const at = new URL(url.replace(/^\/?(services\/data\/)?/, 'https://org.example/'));
      const [, version = '', path = '/'] = /^\/(v\d+\.\d)(\/.*)$/.exec(decodeURIComponent(at.pathname)) ?? [];
      const one = { ...call, method, path, version, query: at.searchParams, body: richInput };
      const { status, body } = dispatch(routes(), scene, one);
      return { statusCode: status, result: body ?? null };
    });
    return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
  };
}
