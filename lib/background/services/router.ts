// From a message to its handler: who sent it, is it well formed, then and only then what it does.

import * as v from 'valibot';
import { problemOf } from '@/lib/background/outbox/problems';
import { type BrowserSender, classify, type From } from '@/lib/background/senders';
import { report } from '@/lib/diagnostics/report';
import { fail, ok, type Problem, ProblemError, type Result } from '@/lib/problem/problem';
import {
  type Answers,
  type Reply,
  type RequestBody,
  type RequestName,
  requests,
} from '@/lib/protocol/messages';
import type { Place } from '@/lib/record/record';
import type { IsOld } from './erasures';
import { type Still, stillOf } from './still';

/** The senders that a request is open to. */
export type FromFor<N extends RequestName> = Extract<From, { sender: (typeof requests)[N]['from'][number] }>;

/** By these a frame is met at the worker's front (front.ts): they never come here. */
const AT_FRONT = ['page.frame', 'panel.hello'] as const;

type Routed = Exclude<RequestName, (typeof AT_FRONT)[number]>;

/** One handler per request; rejects with ProblemError. What it keeps, it keeps only where `still` lets it. */
export type Handlers = {
  [N in Routed]: (body: RequestBody<N>, from: FromFor<N>, still: Still) => Promise<Answers[N]>;
};

/** Hears of every request that got to its handler, with what it was answered; null: no problem. Never throws. */
export type Watch = (name: RequestName, from: From, body: unknown, problem: Problem | null) => void;

const EnvelopeSchema = v.strictObject({ name: v.string(), body: v.unknown() });

/** What a sidebar may always ask for: a rep can leave it, and get to the settings. */
const LEAVING: readonly RequestName[] = ['panel.close', 'panel.leave', 'page.open'];

/**
 * Answers every message with a Result, refused ones too. `self` is the extension's id and base URL; `open` says whether
 * the browser still lets us reach the account that a page shows. `watch` is told how each handler ended.
 */
export function createRouter(
  handlers: Handlers,
  self: { id: string; base: string },
  open: (place: Place) => Promise<boolean>,
  watch: Watch = () => undefined,
) {
  return async (
    message: unknown,
    sender: BrowserSender,
    isOld: IsOld = () => false,
  ): Promise<Result<unknown>> => {
    const from = classify(sender, self);
    const envelope = v.safeParse(EnvelopeSchema, message);
    const name = envelope.success ? envelope.output.name : '';
    if (!from || !envelope.success || !isRequest(name)) return refused('is not known here');
    try {
      if (from.sender !== 'trusted' && !LEAVING.includes(name) && !(await open(from.place)))
        return shut(from.place);
    } catch (error) {
      trace(error, name);
      return fail(problemOf(error));
    }
    return answer(handlers, name, envelope.output.body, from, stillOf(isOld), watch);
  };
}

async function answer<N extends Routed>(
  handlers: Handlers,
  name: N,
  body: unknown,
  from: From,
  still: Still,
  watch: Watch,
): Promise<Reply<N>> {
  if (!mayAsk(name, from)) return refused('may not come from there');
  const parsed = v.safeParse(requests[name].body, body);
  // What was expected there, by our own schema: the rest of an issue quotes values and their names, and one may be a key.
  if (!parsed.success)
    return refused(`is malformed: it expected ${parsed.issues[0].expected ?? parsed.issues[0].type}`);
  try {
    const value = await handlers[name](parsed.output, from, still);
    watch(name, from, parsed.output, null);
    return ok(value);
  } catch (error) {
    const problem = problemOf(error);
    trace(error, name);
    watch(name, from, parsed.output, problem);
    return fail(problem);
  }
}

/** A refusal of the CRM is noted by its code; what it was made from, and what we did not foresee, is traced too. */
function trace(error: unknown, name: RequestName): void {
  if (!(error instanceof ProblemError) || error.cause instanceof Error || error.problem.kind === 'unexpected')
    report(error, name);
}

function isRequest(name: string): name is Routed {
  return Object.hasOwn(requests, name) && !AT_FRONT.some((one) => one === name);
}

function mayAsk<N extends RequestName>(name: N, from: From): from is FromFor<N> {
  const allowed: readonly string[] = requests[name].from;
  return allowed.includes(from.sender);
}

function shut<T>(place: Place): Result<T> {
  const { account } = place.role === 'none' ? place : place.ref;
  return fail({
    kind: 'not-connected',
    way: 'oauth',
    message: `The browser does not let Stagecheck reach ${account ?? 'this page'}.`,
  });
}

function refused<T>(why: string): Result<T> {
  return fail({ kind: 'unexpected', message: `Stagecheck refused a message that ${why}.` });
}
