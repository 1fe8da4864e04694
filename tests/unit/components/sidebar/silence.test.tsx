// Where a page has no answer it asks, and says nothing that it doesn't know: a lost send is taken back, changed and waited for.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Submission } from '@/lib/qualification/plan/submission';
import { contact } from './fixtures';
import { held, settle, showSidebar } from './screen';

const sends = (page: ReturnType<typeof showSidebar>) => page.memory.bodies('submission.send');

test('a send whose answer is lost is asked about, and taking it back takes it from the outbox', async () => {
  const kept = new Map<string, Submission>();
  const page = showSidebar({
    'submission.send': ({ submission }) => {
      kept.set(submission.id, submission);
      return { ok: false, problem: { kind: 'unexpected', message: 'lost' } };
    },
    'submission.get': () => ({ ok: false, problem: { kind: 'unexpected', message: 'lost' } }),
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  const [id] = kept.keys();
  page.press('b');
  await held();
  expect(page.memory.bodies('submission.withdraw')).toMatchObject([
    { ref: contact('101'), id, unsent: { id } },
  ]);
  expect(page.sheet()?.submission).toBeNull();
});

test('a change of one whose send was lost is brought under the same id', async () => {
  const page = showSidebar({
    'submission.send': () => ({ ok: false, problem: { kind: 'unexpected', message: 'lost' } }),
    'submission.replace': () => ({ ok: false, problem: { kind: 'gone', message: 'not kept' } }),
    'submission.get': () => ({ ok: true, value: null }),
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  const id = page.sheet()?.submission?.id;
  await page.sidebar.sending.reviewAgain();
  await settle();
  page.sidebar.decisions.editNote('Otherwise.');
  expect(page.sidebar.sending.confirm()).toBe(true);
  await settle();
  expect(sends(page)).toMatchObject([{ submission: { id } }, { submission: { id } }]);
});

test('nothing is confirmed while nobody has said what is on its way', async () => {
  const replies: boolean[] = [false, false, true];
  const page = showSidebar({
    'submission.last': () =>
      (replies.shift() ?? true)
        ? { ok: true, value: null }
        : { ok: false, problem: { kind: 'unexpected', message: 'lost' } },
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  expect(sends(page)).toEqual([]);
  page.press('Enter');
  await settle();
  page.press('Enter');
  await settle();
  expect(sends(page)).toHaveLength(1);
});

test.each([
  ['is there', { arrived: ['note'], unknown: [] }, 'Part of it was written'],
  ['may be there', { arrived: [], unknown: ['note'] }, 'Part of it may have been written'],
  ['is not there', { arrived: [], unknown: [] }, null],
])('of a lost send that is taken back, what %s by then is told', async (_, found, title) => {
  const page = showSidebar({
    'submission.send': () => ({ ok: false, problem: { kind: 'unexpected', message: 'lost' } }),
    'submission.get': () => ({ ok: false, problem: { kind: 'unexpected', message: 'lost' } }),
    'submission.withdraw': ({ unsent }) =>
      unsent
        ? { ok: true, value: { submission: { ...unsent, state: 'withdrawn' }, ...found } }
        : { ok: false, problem: { kind: 'gone', message: 'not kept' } },
  });
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  page.press('b');
  await held();
  const told = document.body.textContent ?? '';
  if (title) expect(told).toContain(title);
  else expect(told).not.toMatch(/Part of it/);
});
