// After the worker's rest: asks for what could not be pushed meanwhile, and says whether something is still on its way.
import type { Hearing } from '@/lib/protocol/line';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type Context, openSheet } from './context';
import type { Drafts } from './drafts';
import { isWaiting } from './progress';
import type { Records } from './records';
import { recordOf } from './state';

export function rest(context: Context, drafts: Drafts, records: Records): Pick<Hearing, 'back' | 'busy'> {
  const { get, backend } = context;

  async function outcome(): Promise<void> {
    const open = openSheet(context);
    if (!open) return;
    const reply = await backend.send('submission.last', {
      ref: open.sheet.submission?.ref ?? recordOf(open.sheet),
    });
    const sheet = get().sheets[open.key];
    if (!reply.ok || !reply.value || !sheet) return;
    // One that was over before this record was read is in what was read.
    const { id, finishedAt } = reply.value;
    const own = id === sheet.submission?.id || id === sheet.confirmed;
    if (own || finishedAt === null || finishedAt > (sheet.snapshot?.readAt ?? ''))
      records.onSubmission(reply.value);
  }

  async function draft(): Promise<void> {
    const open = openSheet(context);
    if (!open?.sheet.draftLoaded) return;
    const reply = await backend.send('draft.load', { ref: open.sheet.ref });
    if (reply.ok && reply.value && reply.value.revision !== get().sheets[open.key]?.kept?.revision)
      drafts.fromElsewhere(reply.value);
  }

  return {
    back: () => void Promise.all([outcome(), draft(), records.lookAfterAll()]),
    busy: () => Object.values(get().sheets).some(({ submission }) => submission && isOnItsWay(submission)),
  };
}

/** Being written, or just handed over: a worker that dies now leaves the rep without the outcome. */
const isOnItsWay = (submission: Submission): boolean =>
  submission.state === 'writing' || (submission.state === 'waiting' && !isWaiting(submission));
