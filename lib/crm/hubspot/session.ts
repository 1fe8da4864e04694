// One open connection to a HubSpot portal: each method of CrmSession, in its own file.

import { ProblemError } from '@/lib/problem/problem';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { own } from '@/lib/util/object';
import { reported } from '../../diagnostics/report';
import { bounded } from '../shared/bounded';
import type { Allowance, Credential, CrmSession } from '../shared/crm';
import { createClient } from './client/client';
import { problem } from './client/problems';
import type { RateLimit } from './client/rate-limit';
import { browserParts, createTransport, type TransportParts } from './client/transport';
import { readBeside } from './read/beside';
import { lastChanges } from './read/last-changes';
import { members } from './read/members';
import { orMerged } from './read/merged';
import { readPerson } from './read/read';
import { check } from './setup/check';
import { fieldDefinitions } from './setup/definitions';
import { allStageFields } from './setup/lead-fields';
import { owners } from './setup/owners';
import { reviewOptions } from './setup/pipelines';
import { createPortal, type Portal } from './setup/portal';
import { propertyOf } from './setup/stage-fields';
import { sameValue } from './write/compare';
import { targetOf } from './write/fields';
import { probe } from './write/probe';
import { writeDeal } from './write/write-deal';
import { writeFields } from './write/write-fields';
import { writeNote } from './write/write-note';
import { writeTask } from './write/write-task';

/** Puts the portal's labels to fields that a refusal names by their ids. */
async function labelled(portal: Portal, object: string, error: ProblemError): Promise<ProblemError> {
  const { fields } = error.problem;
  if (!fields || (error.problem.kind !== 'required' && error.problem.kind !== 'invalid')) return error;
  const known = await fieldDefinitions(
    portal,
    object,
    fields.map((one) => one.field),
  ).catch(reported('hubspot.session', []));
  // The review asks for fields of the contact alone.
  const beside = object === 'leads' && error.problem.kind === 'required';
  const lead = 'HubSpot demands more of the lead record first. Set it there, then try again.';
  return new ProblemError({
    ...error.problem,
    ...(beside ? { kind: 'invalid', message: lead } : {}),
    fields: fields.map((one, index) => ({ ...one, label: known[index]?.label ?? one.label })),
  });
}

/** The kind of record that a step makes or changes. */
function objectOf(submission: Submission, { write: step }: Step): string {
  if (step.kind === 'fields') return targetOf(submission, step).object;
  return step.kind === 'deal' ? 'deals' : step.kind === 'task' ? 'tasks' : 'contacts';
}

async function write(portal: Portal, submission: Submission, step: Step) {
  await portal.hold(submission.ref);
  if (submission.ref.object !== 'contacts')
    throw problem('not-here', 'Only contacts are written in HubSpot.');
  const again = step.state !== 'waiting';
  switch (step.write.kind) {
    case 'fields':
      return writeFields(portal, submission, step.write);
    case 'deal':
      return writeDeal(portal, submission, step.write.deal, again);
    case 'task':
      return writeTask(portal, submission, step.write.task, again);
    case 'note':
      return writeNote(portal, submission, step.write.body, again);
    case 'form':
    case 'together':
      throw problem('unexpected', 'HubSpot has no forms and takes one write at a time. Nothing was written.');
  }
}

async function stageValues(portal: Portal, ref: RecordRef, fields: string[], of = ref) {
  await portal.hold(ref);
  const record = await readBeside(portal, of, ref, fields.map(propertyOf));
  return Object.fromEntries(fields.map((field) => [field, own(record.properties, propertyOf(field)) ?? '']));
}

/** Whatever is thrown that is no ProblemError is a mistake of ours; it leaves here as one all the same. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw problem(
      'unexpected',
      'Stagecheck made a mistake while talking to HubSpot. Nothing more was sent.',
      {},
      error,
    );
  }
}

/** The whole team's allowance for a few seconds, which HubSpot tells with most answers. */
function allowanceOf({ max, remaining, intervalMs, readAt }: RateLimit): Allowance | null {
  if (max === null || remaining === null || readAt === null) return null;
  return { max, remaining, windowMs: intervalMs ?? 10_000, readAt };
}

/** Opens a session; nothing is sent before a method is called. `account`: the portal that the key is connected for. */
export function openSession(
  { key, account, keep, page }: Credential,
  parts: TransportParts = browserParts,
): CrmSession {
  const transport = createTransport(key, parts);
  const portal = createPortal(createClient(transport), account, parts.now, keep, page);
  const session: CrmSession = {
    check: () => guarded(() => check(portal)),
    whose: () => guarded(async () => (await portal.details()).portalId),
    ping: () => guarded(() => portal.ping()),
    people: () => guarded(() => owners(portal.client)),
    stageFields: () => guarded(() => allStageFields(portal)),
    reviewOptions: () => guarded(() => reviewOptions(portal)),
    fieldDefinitions: ({ object }, fields) => guarded(() => fieldDefinitions(portal, object, fields)),
    read: (ref, onPart, fields) => guarded(() => readPerson(portal, ref, onPart, fields)),
    members: (ref) => guarded(() => members(portal, ref)),
    stageValues: (ref, fields, of) => guarded(() => stageValues(portal, ref, fields, of)),
    sameValue,
    lastChanges: (ref, fields, of) => guarded(() => lastChanges(portal, ref, fields, of)),
    allowance: () => allowanceOf(transport.limit()),
    time: transport.time,
    probe: (submission, step) => guarded(() => probe(portal, submission, step)),
    write: (submission, step) =>
      guarded(() =>
        write(portal, submission, step).catch(async (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error;
          const told = await orMerged(portal, submission, error);
          throw await labelled(portal, objectOf(submission, step), told);
        }),
      ),
  };
  return bounded(session, () => [key]);
}
