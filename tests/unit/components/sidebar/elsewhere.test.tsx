// What the rep confirmed and then left, or what another window took away meanwhile: nothing of it is dropped without a word.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Reply } from '@/lib/protocol/messages';
import type { Submission } from '@/lib/qualification/plan/submission';
import { refKey } from '@/lib/record/record';
import { contact, snapshot } from './fixtures';
import { held as heldBack } from './memory-backend';
import { held, settle, showSidebar } from './screen';
import { waiting } from './waits';

const gone: Problem = { kind: 'gone', message: 'not kept' };

const withdrawn = (submission: Submission): Submission => ({ ...submission, state: 'withdrawn' });

type Page = ReturnType<typeof showSidebar>;
const sheetOf = (page: Page, id: string) => page.sidebar.store.getState().sheets[refKey(contact(id))];
const confirms = ({ memory }: Page) => memory.bodies('submission.send');

async function confirm(page: Page): Promise<void> {
  await page.goTo('101');
  page.press('y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
}

/** One that waits and is changed and confirmed again: the word on the change is held back. */
async function changedAndConfirmed() {
  const reply = heldBack<Reply<'submission.replace'>>();
  const now: { submission: Submission | null } = { submission: null };
  const page = showSidebar({
    'record.read': ({ ref }) => ({
      ok: true,
      value: snapshot(ref.id, { name: ref.id === '101' ? 'Ann Meyer' : 'Ben Okafor' }),
    }),
    'submission.send': ({ submission }) => ({ ok: true, value: waiting(submission) }),
    'submission.replace': () => reply.promise,
    'submission.get': () => ({ ok: true, value: now.submission }),
  });
  await confirm(page);
  page.press('c');
  await held();
  const before = page.sheet()?.submission;
  if (!before) throw new Error('There is no submission.');
  page.sidebar.decisions.editNote('Said otherwise.');
  await held();
  now.submission = before;
  page.press('Enter');
  await settle();
  expect(page.memory.bodies('submission.replace')).toHaveLength(1);
  const takenBack = () => {
    now.submission = withdrawn(before);
    page.push({ push: 'submission', submission: withdrawn(before) });
  };
  return { page, before, takenBack, refuse: () => reply.release({ ok: false, problem: gone }) };
}

test('taken back in another window while its change is handed over: the change goes as one of its own', async () => {
  const { page, before, takenBack, refuse } = await changedAndConfirmed();
  takenBack();
  await settle();
  refuse();
  await settle();
  const [, anew] = confirms(page);
  expect(anew).toMatchObject({ submission: { steps: expect.any(Array) } });
  expect(anew).not.toMatchObject({ submission: { id: before.id } });
  expect(JSON.stringify(anew)).toContain('Said otherwise.');
});

test('the same where no word of the change came: it stays in hand, and the next try sends it', async () => {
  const lost: Problem = { kind: 'unexpected', message: 'lost' };
  const now: { submission: Submission | null } = { submission: null };
  const page = showSidebar({
    'submission.send': ({ submission }) => ({ ok: true, value: waiting(submission) }),
    'submission.replace': () => ({ ok: false, problem: now.submission ? gone : lost }),
    'submission.get': () =>
      now.submission ? { ok: true, value: now.submission } : { ok: false, problem: lost },
  });
  await confirm(page);
  page.press('c');
  await held();
  const before = page.sheet()?.submission;
  if (!before) throw new Error('There is no submission.');
  page.sidebar.decisions.editNote('Said otherwise.');
  await held();
  page.press('Enter');
  await settle();
  expect(page.sheet()?.unsaid).not.toBeNull();
  now.submission = withdrawn(before);
  page.push({ push: 'submission', submission: withdrawn(before) });
  await settle();
  expect(page.sheet()?.unsaid).not.toBeNull();
  await page.sidebar.sending.retry();
  await settle();
  expect(confirms(page)).toHaveLength(2);
});

test('taken back and the rep has gone on to another record: the change stays a draft, and they are told which', async () => {
  const { page, takenBack, refuse } = await changedAndConfirmed();
  await page.goTo('102');
  takenBack();
  refuse();
  await settle();
  expect(confirms(page)).toHaveLength(1);
  expect(screen.getByRole('alert').textContent).toMatch(/Ann Meyer/);
  expect(sheetOf(page, '101')?.draft?.noteText).toBe('Said otherwise.');
  expect(page.memory.drafts.get(refKey(contact('101')))?.noteText).toBe('Said otherwise.');
  await page.goTo('101');
  expect(page.sheet()).toMatchObject({ submission: null, view: { name: 'ask' } });
  expect(screen.getByText('Your change was not written')).toBeTruthy();
});

test('what could not be handed over is told on whatever record the rep is at by then, by its name', async () => {
  const reply = heldBack<Reply<'submission.send'>>();
  const page = showSidebar({
    'record.read': ({ ref }) => ({
      ok: true,
      value: snapshot(ref.id, { name: ref.id === '101' ? 'Ann Meyer' : 'Ben Okafor' }),
    }),
    'submission.send': () => reply.promise,
    'submission.get': () => ({ ok: true, value: null }),
  });
  await confirm(page);
  await page.goTo('102');
  expect(screen.queryByRole('alert')).toBeNull();
  reply.release({ ok: false, problem: { kind: 'storage', message: 'Quota exceeded' } });
  await settle();
  expect(screen.getByRole('alert').textContent).toMatch(/Ann Meyer/);
  expect(Object.keys(page.memory.drafts.get(refKey(contact('101')))?.answers ?? {})).toHaveLength(1);
  await page.goTo('101');
  expect(page.sheet()?.unsaid).not.toBeNull();
});
