// The seal on the record line of an evidence task: made of what only users of the org can read, and of no mail's facts.
import { report, reported } from '@/lib/diagnostics/report';
import { withSeal } from '@/lib/qualification/record-line/record-line';
import { sealedLineIn } from '@/lib/qualification/record-line/record-parse';
import type { Origin } from '@/lib/qualification/record-line/vouched';
import { isProblem } from '../client/problems';
import type { OrgRecord } from '../client/shapes';
import { isoTime, textOf } from '../client/values';
import type { Org } from '../setup/org';

/** When the org was made, and when the user who makes the task: ISO 8601 in UTC; '' where this sign-in may not read it. */
type Secret = { org: string; maker: string };

const PURPOSE = 'Stagecheck: record line of a task in Salesforce, 1';
/** Signs of the seal; who has none of the facts guesses it once in 2^64, and hears nothing of a wrong guess. */
const SIGNS = 16;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * HMAC-SHA-256 over the whole line without its blanks. Ids are no secret: Salesforce's own mails carry the user's, and
 * forms and pages the org's and the records'. The two times stand on no mail, form or page; whoever calls the API as a
 * user of the org reads them. Both, to the second, so that somebody who got to see one sealed line can't try them all.
 */
async function sealOf(line: string, { org, maker }: Secret): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const secret = bytesOf(JSON.stringify([PURPOSE, org, maker]));
  const key = await crypto.subtle.importKey('raw', secret, how, false, ['sign']);
  const made = await crypto.subtle.sign(how.name, key, bytesOf(line));
  const signs = [...new Uint8Array(made)].map((byte) => byte.toString(16).padStart(2, '0'));
  return signs.join('').slice(0, SIGNS);
}

/** The text with its line sealed, by whoever was made then; as it is where it has no line, or a time is not known. */
export async function withSealOf(text: string, secret: Secret): Promise<string> {
  const found = sealedLineIn(text);
  if (found === null || secret.org === '' || secret.maker === '') return text;
  return withSeal(text, await sealOf(found.line, secret));
}

/**
 * The text of an evidence task as it is written. Where this sign-in may not read what the seal is made of, it goes without:
 * colleagues who may will not count it, and are told so. Rejects where that could not be asked just now.
 */
export async function sealed(org: Org, text: string): Promise<string> {
  if (sealedLineIn(text) === null) return text;
  const maker = org.userMadeAt().catch((error: unknown) => {
    if (isProblem(error, 'offline', 'timeout', 'busy', 'crm-down')) throw error;
    report(error, 'salesforce.sealed');
    return '';
  });
  const [{ madeAt }, made] = await Promise.all([org.organization(), maker]);
  return withSealOf(text, { org: madeAt, maker: made });
}

type Seal = NonNullable<Origin['seal']>;

/** Whether a task's line carries its maker's seal. The org is asked once for each sign-in, and only where there is a line. */
export async function sealOn(org: Org, task: OrgRecord): Promise<Seal> {
  const found = sealedLineIn(textOf(task, 'Description'));
  if (found === null) return 'wrong';
  const { madeAt } = await org.organization().catch(reported('salesforce.sealed', { madeAt: '' }));
  const maker = isoTime(textOf(task, 'CreatedBy.CreatedDate')) ?? '';
  if (madeAt === '' || maker === '') return 'unknown';
  return found.seal === (await sealOf(found.line, { org: madeAt, maker })) ? 'right' : 'wrong';
}
