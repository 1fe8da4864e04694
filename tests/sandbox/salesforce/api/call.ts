// A REST call and its answer, apart from HTTP, so that a composite request can make them too.
import * as v from 'valibot';
import { malformed, Refusal, refuse } from '../problem';
import type { Scene } from '../world';

export type Call = {
  method: string;
  /** What follows /services/data/v66.0, decoded, without the query. */
  path: string;
  version: string;
  query: URLSearchParams;
  /** By lower-case name. */
  headers: Record<string, string>;
  body: unknown;
};
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };
export type Handler = (scene: Scene, call: Call, ...parts: string[]) => Answer;
export type Route = { method: string; path: RegExp; handle: Handler };

export const route = (method: string, path: RegExp, handle: Handler): Route => ({ method, path, handle });
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const none: Answer = { status: 204 };

/** Does what a call asks by the first route that fits; a refusal becomes its answer. */
export function dispatch(routes: readonly Route[], scene: Scene, call: Call): Answer {
  try {
    const here = routes.filter((item) => item.path.test(call.path));
    const methods = [
      ...new Set(here.flatMap(({ method }) => (method === 'GET' ? ['HEAD', 'GET'] : [method]))),
    ];
    const found = here.find((item) => item.method === (call.method === 'HEAD' ? 'GET' : call.method));
    if (!found && here.length > 0)
      throw refuse(
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${call.method}' not allowed. Allowed are ${methods.join(',')}`,
        undefined,
        405,
      );
    if (!found) throw refuse('NOT_FOUND', 'The requested resource does not exist', undefined, 404);
    const parts = found.path.exec(call.path)?.slice(1) ?? [];
    return found.handle(scene, call, ...parts.map((part) => part ?? ''));
  } catch (error) {
    if (error instanceof Refusal)
      // A 412 has no words of its own.
      return {
        status: error.status,
        headers: error.headers,
        ...(error.errors.length > 0 && { body: error.errors }),
      };
    throw error;
  }
}

export const Fields = v.pipe(
  v.unknown(),
  v.check((fields) => !Array.isArray(fields), 'one record is wanted, not a list'),
  v.record(v.string(), v.unknown()),
);

/** The body by a schema; JSON_PARSER_ERROR where it has another shape. */
export function read<T extends v.GenericSchema>(call: Call, schema: T): v.InferOutput<T> {
  const result = v.safeParse(schema, call.body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw refuse('JSON_PARSER_ERROR', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

export function wantedQuery(call: Call): string {
  const query = call.query.get('q');
  if (!query) throw malformed('A query string has to be specified');
  return query;
}
