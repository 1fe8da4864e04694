// What waits to be written: said calmly, left with one key, changed or taken back, and never sent a second time.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { waitingWords } from '@/components/sidebar/words/waiting';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { now } from './fixtures';
import { held, settle, showSidebar } from './screen';

const at = '2026-11-21T10:05:00.000Z';
const offline: Problem = { kind: 'offline', message: 'HubSpot could not be reached.' };

function waits(problem: Problem = offline, state: 'waiting' | 'done' = 'waiting') {
  return (submission: Submission): Submission => ({
    ...submission,
    state: 'waiting',
    tries: 1,
    nextAt: at,
    steps: submission.steps.map((step, index) =>
      index === 0 ? { ...step, state, problem: state === 'done' ? null : problem } : { ...step, problem },
    ),
  });
}

async function confirmed(as: (submission: Submission) => Submission) {
  const page = showSidebar({
    'submission.send': ({ submission }) => {
      page.memory.submissions.push(submission);
      return { ok: true, value: as(submission) };
    },
  });
  await page.goTo('101');
  page.press('y');
  page.press('Enter');
  await settle();
  page.press('Enter');
  await settle();
  return page;
}

describe('a submission that waits', () => {
  test('says why and when, and Enter goes on with the call; Enter again leads back to it', async () => {
    const page = await confirmed(waits());
    expect(screen.getByRole('heading', { name: 'Waiting to be written' })).toBeTruthy();
    expect(screen.getByText(/goes on when the network is back/)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('goes on by itself');
    page.press('Enter');
    expect(page.sheet()?.view.name).toBe('ask');
    expect(screen.getByText('Waiting to be written')).toBeTruthy();
    page.press('Enter');
    expect(page.sheet()?.view.name).toBe('sending');
    expect(page.memory.bodies('submission.send')).toHaveLength(1);
  });

  test('B takes it back, and the answers stay', async () => {
    const page = await confirmed(waits());
    page.press('b');
    await held();
    expect(page.sheet()?.submission).toBeNull();
    expect(page.sheet()?.view.name).toBe('ask');
    expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
  });

  test('where something has arrived, B says so first, and K keeps it', async () => {
    const page = await confirmed(waits(offline, 'done'));
    page.press('b');
    await held();
    expect(screen.getByRole('heading', { name: 'Take it back?' })).toBeTruthy();
    expect(page.memory.bodies('submission.withdraw')).toEqual([]);
    page.press('k');
    await held();
    expect(screen.getByRole('heading', { name: 'Waiting to be written' })).toBeTruthy();
    page.press('b');
    await held();
    page.press('b');
    await held();
    expect(page.memory.bodies('submission.withdraw')).toHaveLength(1);
  });

  test('T tries it now; C leads to the review, whose confirm takes its place', async () => {
    const page = await confirmed(waits());
    page.press('t');
    await held();
    expect(page.memory.bodies('submission.retry')).toHaveLength(1);
    const again = await confirmed(waits());
    again.press('c');
    await held();
    again.press('Enter');
    await settle();
    expect(again.memory.bodies('submission.replace')).toHaveLength(1);
    expect(again.memory.bodies('submission.send')).toHaveLength(1);
  });

  test('opened again later it stands beside the question, and news that it was written or taken back arrives', async () => {
    const page = await confirmed(waits());
    await page.goTo('102');
    await page.goTo('101');
    expect(page.sheet()?.view.name).toBe('ask');
    const held = page.sheet()?.submission;
    if (!held) throw new Error('It is gone.');
    page.push({ push: 'submission', submission: { ...held, state: 'withdrawn', finishedAt: at } });
    expect(page.sheet()?.submission).toBeNull();
  });

  test('that can’t be changed any more is shown as it was, with the reason', async () => {
    const page = showSidebar({
      'submission.send': ({ submission }) => ({ ok: true, value: waits()(submission) }),
      'submission.replace': () => ({ ok: false, problem: { kind: 'unexpected', message: 'Being written.' } }),
    });
    await page.goTo('101');
    page.press('y', 'Enter');
    await settle();
    page.press('Enter');
    await settle();
    const before = page.sheet()?.submission;
    page.press('c');
    await held();
    page.press('Enter');
    await settle();
    expect(page.sheet()?.submission).toEqual(before);
    expect(screen.getByRole('alert').textContent).toContain('Being written.');
  });
});

test('the words for each reason', async () => {
  const page = await confirmed(waits());
  const held = page.sheet()?.submission;
  if (!held) throw new Error('Nothing was sent.');
  const words = (problem: Problem, nextAt: string | null = null) =>
    waitingWords({ ...waits(problem)(held), nextAt }, 'HubSpot', now);
  expect(words({ kind: 'busy', message: '' }, at).when).toMatch(/^Next try at .+\.$/);
  const lost = waits({ kind: 'timeout', message: '' })(held);
  const fence = { ms: 30_000, until: null };
  const fenced = (nextAt: string) => waitingWords({ ...lost, nextAt, fence }, 'HubSpot', now).when;
  expect(fenced(new Date(now.getTime() + 30_000).toISOString())).toMatch(
    /may still arrive.+within a few minutes/,
  );
  expect(fenced(new Date(now.getTime() - 864_000_000).toISOString())).toMatch(/within a few minutes/);
  expect(fenced(new Date(now.getTime() + 900_000).toISOString())).toMatch(/^Next try at/);
  expect(words({ kind: 'key-refused', message: '' })).toMatchObject({ signIn: true });
  expect(words({ kind: 'in-line', message: '' }).when).toContain('earlier one');
  expect(words({ kind: 'in-line', message: '', takenBack: true }, at).when).toBe(
    'It goes on within a few minutes.',
  );
  const users = { answered: 'Ann Meyer', now: 'Bo Berg' };
  expect(words({ kind: 'other-user', message: '', users }).when).toContain('Ann Meyer is signed in');
});
