// Several REST calls in one: made and taken apart. Salesforce allows 25, of which 5 may be queries.
import * as v from 'valibot';
import type { ProblemError } from '@/lib/problem/problem';
import { HALTED, parseErrors, problem, refusal } from './problems';

/** What a body takes from the answer to an earlier call. A type of its own, so that no text is ever taken for one. */
export type Reference = { refersTo: string };

type BodyValue = string | number | boolean | null | Reference;
export type Body = Record<string, BodyValue>;

/**
 * Text as a composite call can carry it. Salesforce follows whatever looks like a reference, in data too, and has no
 * escape: so what looks like one is broken by a space, which whoever reads it hardly sees, and a search still finds.
 */
export const unreferenced = (text: string): string => text.replaceAll('@{', '@ {');

export type CompositePart = {
  /** Letters and digits: others refer to it as @{id.field}. */
  id: string;
  method: 'GET' | 'POST' | 'PATCH';
  url: string;
  body?: Body;
  headers?: Record<string, string>;
  /** The object that it writes, for the names of fields in refusals. */
  object?: string;
};

export type CompositeAnswer = {
  /** What the calls that went well answered, by id; null for 204. */
  bodies: Map<string, unknown>;
  /** Why the others didn't. Those that only suffered from another's failure aren't in it. */
  problems: Map<string, ProblemError>;
  /** The first real refusal. */
  failed: ProblemError | null;
};

function sent(value: BodyValue): Exclude<BodyValue, Reference> {
  if (typeof value === 'string') return unreferenced(value);
  return typeof value === 'object' && value !== null ? value.refersTo : value;
}

/**
 * Saved by REST, these run the org's assignment rules unless told otherwise, and may go to another owner. Each part of a
 * composite call has to say so itself. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_autoassign.htm
 */
const ASSIGNED = ['Lead', 'Account', 'Case'];
const NO_RULES = { 'Sforce-Auto-Assign': 'FALSE' };

/** The headers of a part: a write of ours changes what it names, and never who owns the record. */
function headersOf({ method, object = '', headers }: CompositePart): {
  httpHeaders?: Record<string, string>;
} {
  const own = method !== 'GET' && ASSIGNED.includes(object) ? { ...NO_RULES, ...headers } : headers;
  return own === undefined ? {} : { httpHeaders: own };
}

export const compositeBody = (calls: CompositePart[], allOrNone: boolean) => ({
  allOrNone,
  compositeRequest: calls.map((part) => ({
    method: part.method,
    url: part.url,
    referenceId: part.id,
    ...(part.body === undefined
      ? {}
      : { body: Object.fromEntries(Object.entries(part.body).map(([name, value]) => [name, sent(value)])) }),
    ...headersOf(part),
  })),
});

const schema = v.object({
  compositeResponse: v.array(
    v.object({ body: v.unknown(), httpStatusCode: v.number(), referenceId: v.string() }),
  ),
});

/** Rejects with odd-answer where a call of ours has no answer in it: then nobody knows what happened. */
export function compositeAnswer(data: unknown, calls: CompositePart[]): CompositeAnswer {
  const parsed = v.safeParse(schema, data);
  const all = new Map(
    parsed.success ? parsed.output.compositeResponse.map((one) => [one.referenceId, one]) : [],
  );
  const answer: CompositeAnswer = { bodies: new Map(), problems: new Map(), failed: null };
  for (const { id, object } of calls) {
    const one = all.get(id);
    if (!one) throw problem('odd-answer', 'Salesforce answered, but the answer was not whole.');
    if (one.httpStatusCode >= 200 && one.httpStatusCode < 300) {
      answer.bodies.set(id, one.body);
      continue;
    }
    const errors = parseErrors(one.body);
    if (errors.length > 0 && errors.every((error) => error.errorCode === HALTED)) continue;
    const refused = refusal(one.httpStatusCode, one.body, object);
    answer.problems.set(id, refused);
    answer.failed ??= refused;
  }
  return answer;
}
