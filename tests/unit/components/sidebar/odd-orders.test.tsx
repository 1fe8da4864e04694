// Things done in an unusual order: another record or decision in between, another tab, another playbook in mid-call.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { hashPlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Reply } from '@/lib/protocol/messages';
import { emptyDraft } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import { connection, layout, now, personPlace } from './fixtures';
import { held, written } from './memory-backend';
import { settle, showSidebar } from './screen';

async function opened(overrides: Parameters<typeof showSidebar>[0] = {}, ...keys: string[]) {
  const page = showSidebar(overrides);
  await page.goTo('101');
  page.press(...keys);
  await settle();
  return page;
}
const note = () => screen.getByLabelText<HTMLTextAreaElement>('Note');
const typeNote = (value: string) => fireEvent.change(note(), { target: { value } });
const stopped = ({ submission }: { submission: Submission }) => ({
  ok: true as const,
  value: {
    ...submission,
    state: 'failed' as const,
    steps: submission.steps.map((step) => ({
      ...step,
      state: 'failed' as const,
      problem: { kind: 'offline' as const, message: '' },
    })),
  },
});

describe('another record in between', () => {
  test.each([
    ['/', 'Find a criterion'],
    ['q', /^Their words on/],
  ])('the line that %s opened is closed on the way back, and takes no keyboard', async (key, label) => {
    const page = await opened({}, 'y', key);
    screen.getByLabelText(label);
    await page.goTo('102');
    await page.goTo('101');
    expect(screen.queryByLabelText(label)).toBeNull();
  });
});

describe('what was typed stays', () => {
  test('a note edited for an outcome is there again after Esc and the same reason', async () => {
    const page = await opened({}, 'd', '1');
    typeNote('Sent them to our partner.');
    page.press('Escape', '1');
    await settle();
    expect(note().value).toBe('Sent them to our partner.');
  });

  test('an outcome that is taken back gives the stage’s note back, and the task’s words come back with its key', async () => {
    const page = await opened({}, 'f');
    typeNote('Spoke of the plan.');
    fireEvent.change(screen.getByLabelText('Task'), { target: { value: 'Send the plan' } });
    page.press('Escape', 'l', '1');
    await settle();
    expect(note().value).not.toBe('Spoke of the plan.');
    expect(page.sheet()?.draft?.next?.kind).toBe('nurture');
    page.press('z', 'Enter');
    await settle();
    expect(note().value).toBe('Spoke of the plan.');
    // Esc had given the task back: it is not queued out of sight.
    expect(screen.queryByLabelText('Task')).toBeNull();
    page.press('Escape', 'f');
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('Task').value).toBe('Send the plan');
  });

  test('what was decided and typed before the stored draft came is not replaced by it', async () => {
    const load = held<Reply<'draft.load'>>();
    const page = await opened({ 'draft.load': () => load.promise }, 'd', '2');
    typeNote('They have their own.');
    const draft = page.sheet()?.draft;
    if (!draft) throw new Error('There is no draft.');
    load.release({ ok: true, value: emptyDraft(draft.ref, draft.playbook, now) });
    await settle();
    expect(page.sheet()?.draft).toMatchObject({
      decision: { outcome: 'disqualified', reason: 'neverValue' },
      noteText: 'They have their own.',
    });
  });
});

describe('a submission that gets through while the rep looks at the questions', () => {
  test('is said to be written, and answers given since are there after the receipt', async () => {
    const page = await opened({ 'submission.send': stopped }, 'y', 'Enter');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await settle();
    page.press('Escape');
    screen.getByText('Not written yet');
    const submission = page.sheet()?.submission;
    if (!submission) throw new Error('There is no submission.');
    page.clock.now = new Date(now.getTime() + 60_000);
    page.press('n');
    const later = Object.entries(page.sheet()?.draft?.answers ?? {}).filter(
      ([, { value }]) => value === 'no',
    );
    page.push({ push: 'submission', submission: written(submission) });
    expect(screen.queryByText('Not written yet')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Look' }));
    screen.getByText('Written and read back');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await settle();
    expect(page.sheet()?.draft?.answers).toEqual(Object.fromEntries(later));
    expect(page.sheet()?.view.name).toBe('ask');
  });

  test('of another tab, it is read anew and keeps this tab’s answers', async () => {
    const other = await opened({}, 'Enter');
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await settle();
    const submission = other.memory.submissions[0];
    if (!submission) throw new Error('There is no submission.');
    const page = await opened({}, 'y');
    const answers = page.sheet()?.draft?.answers;
    page.push({ push: 'submission', submission: { ...submission, state: 'writing' } });
    page.push({ push: 'submission', submission: written(submission) });
    await settle();
    expect(screen.queryByText('Not written yet')).toBeNull();
    expect(page.memory.bodies('record.read')).toHaveLength(2);
    expect(page.sheet()?.draft?.answers).toEqual(answers);
    page.press('Enter');
    await settle();
    expect(page.sheet()?.view.name).toBe('review');
  });
});

describe('another decision after a refusal', () => {
  test('writes its own fields, also those whose newer value the rep kept before', async () => {
    const theirs = [{ field: 'hs_lead_status', value: 'BAD_TIMING', text: 'Bad timing' }];
    const page = await opened(
      {
        'submission.send': ({ submission }) => {
          const reply = stopped({ submission });
          const problem = { kind: 'changed' as const, message: '', theirs };
          return {
            ok: true,
            value: { ...reply.value, steps: reply.value.steps.map((s) => ({ ...s, problem })) },
          };
        },
      },
      ...['y', 'y', 'y', 'y', 'Enter'],
    );
    fireEvent.keyDown(document.body, { key: 'Enter' });
    await settle();
    fireEvent.click(await screen.findByLabelText(/^Keep theirs/));
    fireEvent.click(screen.getByRole('button', { name: 'Review again' }));
    await settle();
    expect(page.sheet()?.keepTheirs).toEqual(['hs_lead_status']);
    page.press('Escape', 'd', '1');
    await settle();
    expect(page.sheet()?.keepTheirs).toEqual([]);
  });
});

test('another playbook without what was decided: the wrap-up is left, and why is said', async () => {
  let active = { playbook: defaultPlaybook, hash: hashPlaybook(defaultPlaybook), origin: 'built-in' };
  const page = await opened({ 'playbook.active': () => ({ ok: true, value: active }) }, 'd', '1');
  expect(page.sheet()?.view.name).toBe('review');
  const outcomes = defaultPlaybook.outcomes.map((one) => ({
    ...one,
    reasons: one.reasons.map((reason) => ({ ...reason, id: `new-${reason.id}` })),
  }));
  const playbook = { ...defaultPlaybook, version: defaultPlaybook.version + 1, outcomes };
  active = { playbook, hash: hashPlaybook(playbook), origin: 'built-in' };
  page.push({ push: 'place', place: personPlace('101'), connection, accounts: [connection], layout });
  await settle();
  expect(page.sheet()?.draft?.decision).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toEqual([]);
  page.press('Escape');
  expect(screen.getByText(/What you had decided is not in it/)).toBeTruthy();
});

test('Enter that ends a composition finds nothing yet', async () => {
  const page = await opened({}, '/');
  fireEvent.keyDown(screen.getByLabelText('Find a criterion'), { key: 'Enter', isComposing: true });
  expect(page.sheet()?.finding).not.toBeNull();
});
