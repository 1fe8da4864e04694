// One open connection to a HubSpot portal: each method of CrmSession, in its own file.
import { ProblemError } from '../../problem';
import type { RecordRef } from '../../qualification/record';
import type { Step, Submission } from '../../qualification/submission';
import type { CrmSession } from '../crm';
import { check } from './check';
import { createClient } from './client';
import { fieldDefinitions } from './definitions';
import { members } from './members';
import { owners } from './owners';
import { reviewOptions } from './pipelines';
import { createPortal, type Portal } from './portal';
import { probe } from './probe';
import { problem } from './problems';
import { readPerson } from './read';
import { stageFields } from './stage-fields';
import { browserParts, createTransport, type TransportParts } from './transport';
import { writeDeal } from './write-deal';
import { writeFields } from './write-fields';
import { writeNote } from './write-note';

export type SessionParts = TransportParts & { now: () => Date };

/** Puts the portal's labels to fields that a refusal names by their ids. */
async function labelled(portal: Portal, object: string, error: ProblemError): Promise<ProblemError> {
  const { fields } = error.problem;
  if (!fields || (error.problem.kind !== 'required' && error.problem.kind !== 'invalid')) return error;
  const known = await fieldDefinitions(
    portal,
    object,
    fields.map((one) => one.field),
  ).catch(() => []);
  return new ProblemError({
    ...error.problem,
    fields: fields.map((one, index) => ({ ...one, label: known[index]?.label ?? one.label })),
  });
}

async function write(portal: Portal, submission: Submission, step: Step) {
  await portal.hold(submission.ref);
  if (submission.ref.object !== 'contacts')
    throw problem('not-here', 'Only contacts are written in HubSpot.');
  switch (step.write.kind) {
    case 'fields':
      return writeFields(portal, submission, step.write);
    case 'deal':
      return writeDeal(portal, submission, step.write.deal);
    case 'note':
      return writeNote(portal, submission, step.write.body);
    case 'whole':
    case 'convert':
      throw problem('not-here', 'HubSpot has no such step.');
  }
}

async function stageValues(portal: Portal, ref: RecordRef, fields: string[]) {
  await portal.hold(ref);
  const record = await portal.client.get(ref.object, ref.id, fields);
  if (record.id !== ref.id)
    throw problem('merged', 'The contact was merged into another one.', { mergedInto: record.id });
  return Object.fromEntries(fields.map((field) => [field, record.properties[field] ?? '']));
}

/** Whatever is thrown that is no ProblemError is a mistake of ours; it leaves here as one all the same. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw problem('unexpected', 'Stagecheck made a mistake while talking to HubSpot. Nothing more was sent.');
  }
}

/** Opens a session; nothing is sent before a method is called. `account`: the portal that the key is connected for. */
export function openSession(
  { key, account }: { key: string; account: string | null },
  parts: SessionParts = { ...browserParts, now: () => new Date() },
): CrmSession {
  const portal = createPortal(createClient(createTransport(key, parts)), account, parts.now);
  return {
    check: () => guarded(() => check(portal)),
    people: () => guarded(() => owners(portal.client)),
    stageFields: () => guarded(() => stageFields(portal)),
    reviewOptions: () => guarded(() => reviewOptions(portal)),
    fieldDefinitions: (object, fields) => guarded(() => fieldDefinitions(portal, object, fields)),
    read: (ref, onPart, fields) => guarded(() => readPerson(portal, ref, onPart, fields)),
    members: (ref) => guarded(() => members(portal, ref)),
    stageValues: (ref, fields) => guarded(() => stageValues(portal, ref, fields)),
    probe: (submission, step) => guarded(() => probe(portal, submission, step)),
    write: (submission, step) =>
      guarded(() =>
        write(portal, submission, step).catch(async (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error;
          throw await labelled(portal, step.write.kind === 'deal' ? 'deals' : 'contacts', error);
        }),
      ),
  };
}
