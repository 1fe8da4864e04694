// One open connection to a Salesforce org: each method of CrmSession, in its own file.
import { ProblemError } from '@/lib/problem/problem';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { type RecordRef, sameRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';
import { bounded } from '../shared/bounded';
import type { Allowance, Credential, CrmSession } from '../shared/crm';
import { personOf } from './auth/who';
import { createClient } from './client/client';
import { problem, Renewed } from './client/problems';
import { browserParts, type TransportParts } from './client/transport';
import { members } from './read/members';
import { readPerson } from './read/read';
import { check } from './setup/check';
import { fieldDefinitions } from './setup/definitions';
import { labelled } from './setup/labels';
import { createOrg, type Org } from './setup/org';
import { owners } from './setup/owners';
import { reviewOptions } from './setup/pipelines';
import { fieldPath, stageFields } from './setup/stage-fields';
import { isStale } from './setup/stale';
import { convertAll } from './write/convert';
import { convertedMeanwhile } from './write/converted';
import { probe } from './write/probe';
import { resultOf } from './write/result';
import { targetOf } from './write/target';
import { notOwn, wantedBy } from './write/wanted';
import { writeAll } from './write/write';

async function write(org: Org, submission: Submission, step: Step) {
  org.hold(submission.ref);
  const { wanted, form } = wantedBy(step.write, submission);
  const again = step.state !== 'waiting';
  const { target, made } = form
    ? await convertAll(org, submission, form, wanted, again)
    : await writeAll(org, submission, wanted, again);
  return resultOf(org, target, step.write, made);
}

/** Fields of other objects than the record's have no value here. No record belongs beside another. */
async function stageValues(org: Org, ref: RecordRef, fields: string[], of = ref) {
  if (!sameRef(ref, of)) throw notOwn();
  const target = await targetOf(org, ref);
  if (target.converted) throw await convertedMeanwhile(org, target.converted.contact);
  const names = fields.flatMap((field) => {
    const path = fieldPath(field);
    return path?.object === ref.object ? [path.name] : [];
  });
  const now = await org.fieldsOf(ref.object, ref.id, names);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const path = fieldPath(field);
      return path?.object === ref.object ? [[field, own(now, path.name) ?? '']] : [];
    }),
  );
}

/** Whatever is thrown that is no ProblemError is a mistake of ours; it leaves here as one all the same. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw problem(
      'unexpected',
      'Stagecheck made a mistake while talking to Salesforce. Nothing more was sent.',
      {},
      error,
    );
  }
}

/** The org's calls of the last 24 hours; it tells them with every answer. */
function allowanceOf(org: Org | null): Allowance | null {
  const usage = org?.client.usage();
  if (!usage) return null;
  const { used, max, readAt } = usage;
  return { max, remaining: Math.max(0, max - used), windowMs: 24 * 60 * 60_000, readAt };
}

/** Opens a session; nothing is sent before a method is called. `account`: the host of the org's API. */
export function openSession(
  { key, account, fields, renew, keep }: Credential,
  parts: TransportParts = browserParts,
): CrmSession {
  let opened: Org | null = null;
  /** The present one, and those before it with which a call may be under way. */
  let keys: readonly string[] = [key];
  /** Made at the first call, so that a bad host is told as every other problem is. */
  const org = () => {
    opened ??= createOrg(
      createClient({ token: key, host: account ?? '', renew: renew && renewed(renew) }, parts),
      parts.now,
      fields?.user,
      keep,
    );
    return opened;
  };
  /** Whoever signs in anew may be someone else, with other rights. */
  const renewed = (ask: () => Promise<string>) => async () => {
    const fresh = await ask();
    keys = [fresh, ...keys].slice(0, 3);
    await opened?.forget();
    return fresh;
  };
  /** What the org refuses as out of date is asked for anew the next time. */
  async function current<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      if (isStale(error)) await opened?.forget();
      throw error;
    }
  }
  /** Where the session had ended just then, what was sent is looked for first, as after an earlier try. */
  const renewing = (submission: Submission, step: Step) =>
    write(org(), submission, step).catch((error: unknown) => {
      if (!(error instanceof Renewed)) throw error;
      return write(org(), submission, { ...step, state: 'trying' });
    });
  const session: CrmSession = {
    comparesItself: true,
    check: () => guarded(async () => check(org())),
    // A token goes to its org's host and to no other: whoever answers there is that org.
    whose: () => guarded(async () => org().account),
    user: () => guarded(async () => personOf(await org().user())),
    ping: () => guarded(async () => void (await org().client.query('SELECT Id FROM User LIMIT 1'))),
    people: () => guarded(async () => owners(org())),
    stageFields: (ref) => guarded(async () => stageFields(org(), ref)),
    reviewOptions: (ref, form) => guarded(async () => reviewOptions(org(), ref, form)),
    fieldDefinitions: (of, fields) => guarded(async () => fieldDefinitions(org(), of, fields)),
    read: (ref, onPart, fields) => guarded(async () => readPerson(org(), ref, onPart, fields)),
    members: (ref) => guarded(async () => members(org(), ref)),
    stageValues: (ref, fields, of) => guarded(async () => stageValues(org(), ref, fields, of)),
    allowance: () => allowanceOf(opened),
    time: () => opened?.client.time() ?? null,
    probe: (submission, step) => guarded(async () => probe(org(), submission, step)),
    write: (submission, step) =>
      guarded(() =>
        current(() => renewing(submission, step)).catch(async (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error;
          throw await labelled(org(), submission.ref.object, error);
        }),
      ),
  };
  return bounded(session, () => keys);
}
