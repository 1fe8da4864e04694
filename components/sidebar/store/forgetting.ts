// What was erased of an account goes from an open sidebar too: else it would be kept again with the next answer.

import { type Erased, isErased } from '@/lib/protocol/erased';
import { accountKey } from '@/lib/record/account-key';
import { type RecordRef, refKey } from '@/lib/record/record';
import type { Context } from './context';
import type { Drafts } from './drafts';
import { isOver } from './handover';
import type { Records } from './records';
import type { Sheet } from './state';

export function forgetting(context: Context, drafts: Drafts, records: Records) {
  const { get, set } = context;

  /**
   * `since`: when this page knew what it knows. A decision that is still to be written stays with its answers, unless
   * those were removed too.
   */
  function forget(erased: Erased, since: number): void {
    const gone = (part: 'answers' | 'decisions', { crm, account }: RecordRef) =>
      isErased(erased[part][accountKey(crm, account)], since);
    const goes = ({ ref, submission }: Sheet) =>
      gone('decisions', ref) || (gone('answers', ref) && (submission === null || isOver(submission)));
    const { sheets, open, place, connection } = get();
    const left = Object.entries(sheets).filter(([, sheet]) => !goes(sheet));
    if (open === null || left.some(([key]) => key === open)) set({ sheets: Object.fromEntries(left) });
    else {
      set({ sheets: Object.fromEntries(left), open: null });
      if (connection && place?.role === 'person' && refKey(place.ref) === open) records.openRecord(place.ref);
    }
    // One of these may have been refused just now, as known from before.
    for (const [key, { ref, draft, kept }] of left)
      if (gone('answers', ref) && draft && draft.revision !== kept?.revision) void drafts.save(key);
  }

  return { forget };
}
