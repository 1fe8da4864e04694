// What was removed with an account goes from an open sidebar too, and comes back with no answer of it.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Erased, NOTHING_ERASED } from '@/lib/protocol/erased';
import { accountKey } from '@/lib/record/account-key';
import { refKey } from '@/lib/record/record';
import { submission } from '../../background/outbox/world';
import { connection, contact, layout, personPlace } from './fixtures';
import { settle, showSidebar } from './screen';

const own = { [accountKey(connection.crm, connection.account)]: 1 };
const answersGone: Erased = { ...NOTHING_ERASED, count: 1, answers: own };
const allGone: Erased = { ...answersGone, decisions: own };
const key = refKey(contact('101'));

/** One with an answer, which is kept, and its account let go. */
async function answered(overrides: Parameters<typeof showSidebar>[0] = {}) {
  const page = showSidebar(overrides);
  await page.goTo('101');
  page.press('y');
  await settle();
  expect(page.memory.drafts.has(key)).toBe(true);
  return page;
}

const letGo = (page: ReturnType<typeof showSidebar>) => {
  page.memory.drafts.clear();
  page.push({ push: 'place', place: personPlace('101'), connection: null, accounts: [], layout });
};

test('answers that were removed are gone here, and are not saved again', async () => {
  const page = await answered();
  letGo(page);
  page.sidebar.forgetting.forget(answersGone, 0);
  await settle();
  expect(page.sidebar.store.getState().sheets).toEqual({});
  await page.goTo('101');
  expect(page.sheet()?.draft?.answers).toEqual({});
  expect(page.memory.drafts.size).toBe(0);
  page.press('n');
  await settle();
  expect(Object.keys(page.memory.drafts.get(key)?.answers ?? {})).toHaveLength(1);
});

test('a record that was opened again before this was heard begins anew', async () => {
  const page = await answered();
  letGo(page);
  await page.goTo('101');
  // The background keeps nothing of it: this page says that it knows it from before.
  page.memory.drafts.clear();
  page.sidebar.forgetting.forget(answersGone, 0);
  await settle();
  expect(page.sheet()?.draft?.answers).toEqual({});
});

test('another account’s answers stay, and so does all that came after', async () => {
  const page = await answered();
  const before = page.sheet();
  page.sidebar.forgetting.forget({ ...NOTHING_ERASED, count: 1, answers: { 'hubspot/other': 1 } }, 0);
  page.sidebar.forgetting.forget(allGone, 1);
  await settle();
  expect(page.sheet()).toBe(before);
});

test('a decision that waits stays with its answers, unless what was never written was removed too', async () => {
  const page = await answered();
  const sheet = page.sheet();
  if (!sheet?.draft) throw new Error('not open');
  const { draft } = sheet;
  const waiting = submission({ ref: sheet.ref, draft: draft.revision });
  page.push({ push: 'submission', submission: waiting });
  page.memory.drafts.clear();
  page.sidebar.forgetting.forget(answersGone, 0);
  await settle();
  expect(page.sheet()?.submission?.id).toBe(waiting.id);
  expect(page.sheet()?.draft?.answers).toEqual(draft.answers);
  page.sidebar.forgetting.forget(allGone, 0);
  await settle();
  expect(page.sheet()?.submission ?? null).toBeNull();
  expect(page.sheet()?.draft?.answers ?? {}).toEqual({});
});
