// From a message to its handler: who sent it, is it well formed, then and only then what it does.
import * as v from 'valibot';
import { type Answers, type Reply, type RequestBody, type RequestName, requests } from '@/lib/messages';
import { problemOf } from '@/lib/outbox/problems';
import { fail, ok, type Result } from '@/lib/problem';
import { type BrowserSender, classify, type From } from '@/lib/senders';

/** The senders that a request is open to. */
export type FromFor<N extends RequestName> = Extract<From, { sender: (typeof requests)[N]['from'][number] }>;

/** One handler per request; rejects with ProblemError. */
export type Handlers = {
  [N in RequestName]: (body: RequestBody<N>, from: FromFor<N>) => Promise<Answers[N]>;
};

const EnvelopeSchema = v.strictObject({ name: v.string(), body: v.unknown() });

/** Answers every message with a Result, refused ones too. `self` is the extension's id and base URL. */
export function createRouter(handlers: Handlers, self: { id: string; base: string }) {
  return async (message: unknown, sender: BrowserSender): Promise<Result<unknown>> => {
    const from = classify(sender, self);
    const envelope = v.safeParse(EnvelopeSchema, message);
    if (!from || !envelope.success || !isRequest(envelope.output.name)) return refused('is not known here');
    return answer(handlers, envelope.output.name, envelope.output.body, from);
  };
}

async function answer<N extends RequestName>(
  handlers: Handlers,
  name: N,
  body: unknown,
  from: From,
): Promise<Reply<N>> {
  if (!mayAsk(name, from)) return refused('may not come from there');
  const parsed = v.safeParse(requests[name].body, body);
  if (!parsed.success) return refused(`is malformed: ${parsed.issues[0].message}`);
  try {
    return ok(await handlers[name](parsed.output, from));
  } catch (error) {
    return fail(problemOf(error));
  }
}

function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}

function mayAsk<N extends RequestName>(name: N, from: From): from is FromFor<N> {
  const allowed: readonly string[] = requests[name].from;
  return allowed.includes(from.sender);
}

function refused<T>(why: string): Result<T> {
  return fail({ kind: 'unexpected', message: `Stagecheck refused a message that ${why}.` });
}
