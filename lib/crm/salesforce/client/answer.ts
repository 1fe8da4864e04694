// Takes Salesforce's answer apart: status, and a body that is whole and of the kind that was asked for.
import * as v from 'valibot';
import { ForeignRefusal } from '@/lib/crm/shared/foreign';
import { retryAfter } from '@/lib/crm/shared/retry-after';
import { wholeText } from '@/lib/crm/shared/whole-text';
import type { ProblemError } from '@/lib/problem/problem';
import { withoutSecrets } from '@/lib/util/redact';
import { problem, refusal } from './problems';

export type Expected = { soap: boolean; secrets: readonly string[]; gives?: boolean; mayBeEmpty?: boolean };

/** As jsforce wants it: header names in lower case. */
export type Answer = { statusCode: number; headers: Record<string, string>; body: string };

/**
 * Rejects with ProblemError for refusals, redirects, pages instead of data, and bodies that break off. So jsforce only
 * ever sees answers that it can't trip over. `secrets`: what went along with the call. Nobody expects Salesforce to
 * repeat them; if it does, they go no further. `gives`: a call that is answered with secrets, which may be the same.
 * `mayBeEmpty`: a good answer may have no body.
 */
export async function readAnswer(
  response: Response,
  { soap, secrets, gives = false, mayBeEmpty = false }: Expected,
): Promise<Answer> {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw odd('Salesforce sent the call elsewhere: the org may have moved, or the session ended.', status);
  const good = status >= 200 && status < 300;
  const whole = await wholeText(response);
  const text = whole === null || (good && gives) ? whole : withoutSecrets(whole, secrets);
  if (good) {
    const limit = response.headers.get('sforce-limit-info');
    const told: Record<string, string> = limit === null ? {} : { 'sforce-limit-info': limit };
    if (status === 204 || (mayBeEmpty && text?.trim() === ''))
      return { statusCode: status, headers: told, body: '' };
    const data = text !== null && (soap ? isEnvelope(text) : parseJson(text) !== undefined);
    if (!data) throw odd('Salesforce answered, but the answer was not whole or not data.', status);
    const type = soap ? 'text/xml' : 'application/json';
    return { statusCode: status, headers: { ...told, 'content-type': type }, body: text };
  }
  // The identity service has no codes: it says this, as a plain word with status 403.
  if (text !== null && /^(Bad|Missing)_OAuth_Token/.test(text.trim()))
    throw refusal(401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]);
  const data = text === null ? undefined : soap ? faultOf(text) : parseJson(text);
  if (data === undefined && status < 500 && status !== 429 && status !== 401)
    throw odd(`Something that is not Salesforce's API answered with status ${status}.`, status);
  const refused = refusal(
    status === 500 && soap && data ? 400 : status,
    data,
    '',
    retryAfter(response.headers),
  );
  throw (soap ? data !== undefined : isOwn(data))
    ? refused
    : new ForeignRefusal(refused.problem, { cause: refused.cause });
}

const ownSchema = v.object({ errorCode: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]+$/)) });

/** What Salesforce's own refusals are: a list, or one alone, with a code of its own. */
const isOwn = (data: unknown): boolean => [data].flat().some((one) => v.is(ownSchema, one));

const odd = (message: string, status: number): ProblemError =>
  problem('odd-answer', message, status > 0 ? { status } : {});

/** undefined for what is no JSON; an object or a list else. */
export function parseJson(text: string): unknown {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

const isEnvelope = (text: string) =>
  /<(\w+:)?Envelope[\s>]/.test(text) && /<\/(\w+:)?Envelope>\s*$/.test(text);

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) =>
  xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** A SOAP fault as REST would tell it: sf:INVALID_SESSION_ID becomes INVALID_SESSION_ID. */
function faultOf(text: string): unknown {
  const code = /<faultcode>(?:\w+:)?(\w+)<\/faultcode>/.exec(text)?.[1];
  if (code === undefined) return undefined;
  const message = plain(/<faultstring>([^<]*)<\/faultstring>/.exec(text)?.[1] ?? '');
  return [{ errorCode: code, message: message.replace(new RegExp(`^${code}:\\s*`), '') }];
}
