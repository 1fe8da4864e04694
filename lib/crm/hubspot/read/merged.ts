// A contact that was merged away goes on answering with the one that was kept, which the rep has not seen.
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { isProblem, problem } from '../client/problems';
import type { Portal } from '../setup/portal';

/** `into`: the id that HubSpot answers with. */
export const mergedInto = (into: string, standing?: string): ProblemError =>
  problem('merged', 'The record was merged into another one.', {
    mergedInto: into,
    ...(standing === undefined ? {} : { standing }),
  });

/** What of a submission was written before; undefined for nothing. */
function writtenBefore({ steps }: Submission): string | undefined {
  const done = steps.flatMap(({ state, write: { kind } }) => (state === 'done' ? [`the ${kind}`] : []));
  return done.length === 0 ? undefined : `Already written: ${done.join(', ')}`;
}

/**
 * Rejects with merged where `contact`, as HubSpot answers, is not the one that the rep decided on. Whatever was tried
 * before: sent again it would reach someone else's record, as little reviewed as the first time.
 */
export function holdUnmerged(submission: Submission, contact: string): void {
  if (contact !== submission.ref.id) throw mergedInto(contact, writtenBefore(submission));
}

/**
 * Rejects with merged where HubSpot carried a change out on another record than was asked for: it was merged in that
 * very moment. `did`: what it did there, as a verb and the fields' names.
 */
export function holdChanged(asked: RecordRef, answered: { id: string }, did: string): void {
  if (answered.id === asked.id) return;
  throw mergedInto(answered.id, `HubSpot ${did} on the record that was kept (${answered.id}): look there`);
}

/** The id by which a contact goes on. Of a merge HubSpot's changelog says that both old ids lead to a new one. */
export const idNow = async (portal: Portal, contact: string): Promise<string> =>
  (await portal.client.get('contacts', contact, ['email'])).id;

/**
 * What a refusal means where the contact was merged just then. The changelog tells of reading by an old id alone: a write
 * by it may be carried out on the record that was kept (holdChanged, readMade), or be refused, as here.
 */
export async function orMerged(
  portal: Portal,
  submission: Submission,
  refused: ProblemError,
): Promise<ProblemError> {
  if (!isProblem(refused, 'gone', 'invalid')) return refused;
  const { id } = submission.ref;
  const now = await idNow(portal, id).catch(reported('hubspot.merged', id));
  return now === id ? refused : mergedInto(now, refused.problem.standing ?? writtenBefore(submission));
}

/** Reads back what HubSpot has taken: whatever goes wrong then, `did` stays true, wherever the record is by then. */
export async function afterIt<T>(did: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!isProblem(error, 'merged', 'gone')) throw error;
    const { mergedInto: into } = error.problem;
    const or = into === undefined ? '' : `, or on the record that was kept (${into}): look there`;
    throw new ProblemError({ ...error.problem, standing: `HubSpot ${did} just before${or}` });
  }
}
