// jsforce as published, with its connections led to the sandbox: what the tests of the sandbox have in common.
import { globalAgent } from 'node:https';
import jsforce, { type Connection } from 'jsforce';
import * as v from 'valibot';
import type { Sandbox } from '../server';
import type { TokenName } from './grants';

/** Sends every HTTPS connection of this process to the sandbox; the host's name stays in the request. */
export function leadToSandbox(sandbox: Sandbox) {
  Object.assign(globalAgent.options, {
    port: sandbox.port,
    rejectUnauthorized: false,
    lookup: (_: string, options: { all?: boolean }, done: (...result: unknown[]) => void) =>
      options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  });
}

/** A connection with one of the sandbox's tokens, by its name or value. */
export function connect(sandbox: Sandbox, token: TokenName | string = 'lena'): Connection {
  const tokens: Record<string, string> = sandbox.salesforce.tokens;
  const org = sandbox.salesforce.orgs[token === 'uat' ? 'uat' : 'acme'];
  return new jsforce.Connection({
    instanceUrl: `https://${org.api}`,
    accessToken: tokens[token] ?? token,
    version: '66.0',
    maxRequest: 100,
  });
}

const Failure = v.looseObject({
  errorCode: v.optional(v.string()),
  message: v.string(),
  data: v.optional(v.unknown()),
});

/** What a call failed with: its code, its words, the fields it names. Rejects if it didn't fail. */
export async function failure(
  call: PromiseLike<unknown>,
): Promise<{ code: string; message: string; fields: string[] }> {
  const result = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in result) throw new Error(`This call was to fail: ${JSON.stringify(result.value)}`);
  const { errorCode = '', message, data } = v.parse(Failure, result.error);
  const fields = v.safeParse(v.object({ fields: v.array(v.string()) }), data);
  return { code: errorCode, message, fields: fields.success ? fields.output.fields : [] };
}

const Sub = v.object({
  referenceId: v.string(),
  httpStatusCode: v.number(),
  body: v.unknown(),
  httpHeaders: v.record(v.string(), v.string()),
});
const Composite = v.object({ compositeResponse: v.array(Sub) });

/** POST /composite by jsforce's own request. */
export async function composite(connection: Connection, compositeRequest: unknown[], allOrNone = true) {
  const body = JSON.stringify({ allOrNone, compositeRequest });
  const answer = await connection.request({
    method: 'POST',
    url: '/services/data/v66.0/composite',
    body,
    headers: { 'content-type': 'application/json' },
  });
  return v.parse(Composite, answer).compositeResponse;
}

const Errors = v.array(v.looseObject({ errorCode: v.string(), message: v.optional(v.string(), '') }));
/** The codes in the body of a failed part of a composite answer. */
export const codes = (body: unknown) => v.parse(Errors, body).map((error) => error.errorCode);
const Made = v.object({ id: v.string() });
export const idOf = (body: unknown) => v.parse(Made, body).id;

/** A plain call with a token: for what jsforce hides, like statuses and headers. */
export async function call(sandbox: Sandbox, path: string, init: RequestInit & { token?: string } = {}) {
  const { token = sandbox.salesforce.tokens.lena, ...rest } = init;
  const answer = await sandbox.fetch(`https://acme.my.salesforce.com${path}`, {
    ...rest,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...rest.headers },
  });
  const text = await answer.text();
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const body: unknown = isJson && text !== '' ? JSON.parse(text) : text;
  return { status: answer.status, headers: answer.headers, body };
}
