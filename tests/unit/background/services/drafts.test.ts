// Two windows save the draft of one record: the second is told of the first, and overwrites nothing unseen.
import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { createDrafts } from '@/lib/background/services/drafts';
import { createDatabase } from '@/lib/background/storage/database';
import { ProblemError } from '@/lib/problem/problem';
import { emptyDraft } from '@/lib/qualification';
import { bound } from './bound';

const ref = { crm: 'hubspot', account: '100', object: 'contacts', id: '1' };
/** Each an hour older than the one before, by its time: the clock is put back between them. */
const draft = (revision: number) =>
  emptyDraft(
    ref,
    { id: 'd', version: '1.0.0', hash: 'h' },
    new Date(Date.UTC(2026, 10, 26, 20 - revision)),
    revision,
  );

it('saves over what the window knew, and gives back what it did not know', async () => {
  const saved = vi.fn();
  const drafts = createDrafts({
    database: createDatabase('drafts-two-windows'),
    binding: bound(),
    changed: () => undefined,
    saved,
  });
  expect(await drafts.save(1, draft(0), null)).toBeNull();
  expect(await drafts.save(1, draft(1), draft(0).revision)).toBeNull();
  expect(await drafts.save(2, draft(2), draft(0).revision)).toEqual(draft(1));
  expect(await drafts.save(2, draft(2), null)).toEqual(draft(1));
  expect(await drafts.load(2, ref)).toEqual(draft(1));
  expect(saved.mock.calls).toEqual([
    [1, draft(0)],
    [1, draft(1)],
  ]);
  expect(await drafts.save(2, draft(3), draft(1).revision)).toBeNull();
  await drafts.drop(1, ref, draft(1).revision);
  expect(await drafts.load(2, ref), 'gone on with by another window').toEqual(draft(3));
  await drafts.drop(1, ref, draft(3).revision);
  expect(await drafts.save(2, draft(4), draft(3).revision)).toBeNull();
});

it('keeps nothing that was cleared while the save was on its way', async () => {
  const database = createDatabase('drafts-cleared');
  let cleared = false;
  const still = () => {
    if (cleared) throw new ProblemError({ kind: 'gone', message: 'Cleared.' });
  };
  const drafts = createDrafts({
    database,
    binding: {
      ...bound(),
      hereOrBefore: async () => {
        cleared = true;
      },
    },
    changed: () => undefined,
    saved: () => undefined,
  });
  await expect(drafts.save(1, draft(0), null, still)).rejects.toThrow('Cleared');
  expect(await database((db) => db.count('drafts'))).toBe(0);
});
