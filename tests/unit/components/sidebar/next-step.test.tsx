// The next step by one key, guidance, and an outcome that can be undone while it is not sent.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { snapshot } from './fixtures';
import { settle, showSidebar } from './screen';

/** `known`: the CRM says by the job title who decides. */
async function opened(...keys: string[]) {
  return openedWhere(true, ...keys);
}
async function openedWhere(known: boolean, ...keys: string[]) {
  const page = showSidebar(
    known ? {} : { 'record.read': ({ ref }) => ({ ok: true, value: snapshot(ref.id, { facts: [] }) }) },
  );
  await page.goTo('101');
  page.press(...keys);
  await settle();
  return page;
}
const sent = (page: Awaited<ReturnType<typeof opened>>) =>
  page.memory.submissions[0]?.steps.map((step) => step.write) ?? [];

test('F drafts a follow-up for the stage and opens the wrap-up; Enter sends it as a task', async () => {
  const page = await opened('f');
  const subject = screen.getByLabelText<HTMLInputElement>('Task').value;
  expect(subject).toContain('Ann Meyer');
  expect(page.memory.drafts.values().next().value?.next).toMatchObject({ kind: 'followUp', subject });
  page.press('Enter');
  await settle();
  expect(sent(page).map((write) => write.kind)).toEqual(['task', 'note']);
  expect(sent(page)[0]).toMatchObject({ task: { subject } });
});

test('its words and its day can be changed, stay when F is pressed again, and can be taken away', async () => {
  const page = await opened('f');
  fireEvent.change(screen.getByLabelText('Task'), { target: { value: 'Send the plan' } });
  fireEvent.change(screen.getByLabelText('On'), { target: { value: '2027-03-01' } });
  page.press('Escape', 'f');
  await settle();
  expect(page.sheet()?.draft?.next).toMatchObject({ subject: 'Send the plan', dueOn: '2027-03-01' });
  fireEvent.click(screen.getByRole('button', { name: /^Remove the next step/ }));
  expect(page.sheet()?.draft?.next).toBeNull();
  expect(screen.getByRole('button', { name: /^Follow up/ })).toBeTruthy();
});

test('a task without words keeps it from being sent, and Enter leads there', async () => {
  const page = await opened('f');
  fireEvent.change(screen.getByLabelText('Task'), { target: { value: ' ' } });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toEqual([]);
  expect(screen.getByText(/what the task is/, { selector: 'p' }).getAttribute('role')).toBe('status');
});

test('P makes the task, and leaves the question open; the rep’s own answer to it stays', async () => {
  const page = await openedWhere(false, 'p');
  expect(page.sheet()?.draft?.next).toMatchObject({ kind: 'findDecider' });
  expect(page.sheet()?.draft?.answers.decides).toMatchObject({ value: null });
  page.press('Escape');
  expect(page.sheet()?.draft?.answers.decides).toBeUndefined();
  page.sidebar.answers.focus('decides');
  page.press('n', 'p');
  await settle();
  expect(page.sheet()?.draft?.answers.decides).toMatchObject({ value: 'no' });
});

test('P is not offered where the CRM knows who decides, and leaves what it says as it is', async () => {
  const page = await opened('p');
  expect(page.sheet()).toMatchObject({ view: { name: 'ask' }, current: 'decides', draft: { answers: {} } });
  page.press('Enter');
  await settle();
  expect(screen.getByRole('button', { name: /^Follow up/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Find the decision maker/ })).toBeNull();
});

test('a task to find who decides is not made once someone does, and the review says so before', async () => {
  const page = await openedWhere(false, 'p');
  await page.goTo('102');
  await page.goTo('101');
  page.sidebar.answers.focus('decides');
  page.press('y', 'Enter');
  await settle();
  expect(screen.getByText(/^No task “Find the decision maker” is made/)).toBeTruthy();
  expect(screen.getByText(/^Confirm writes/).textContent).not.toContain('a task');
  page.press('Enter');
  await settle();
  expect(sent(page).map((write) => write.kind)).not.toContain('task');
});

test('nurture brings its task, on the day to come back, which moves with it', async () => {
  const page = await opened('l', '1');
  const first = page.sheet()?.draft;
  expect(first?.decision).toMatchObject({ outcome: 'nurture', returnOn: first?.next?.dueOn });
  fireEvent.change(screen.getByLabelText('On'), { target: { value: '2027-03-01' } });
  expect(page.sheet()?.draft).toMatchObject({
    decision: { returnOn: '2027-03-01' },
    next: { kind: 'nurture', dueOn: '2027-03-01' },
  });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(sent(page)).toContainEqual(
    expect.objectContaining({ kind: 'task', task: expect.objectContaining({ dueOn: '2027-03-01' }) }),
  );
});

test('D and a digit decide; Z undoes it in the wrap-up, Esc to the reasons, with what was typed', async () => {
  const page = await opened('d', '2');
  expect(page.sheet()?.draft?.decision).toMatchObject({ outcome: 'disqualified', reason: 'neverValue' });
  page.press('z');
  await settle();
  expect(page.sheet()?.draft?.decision).toBeNull();
  expect(page.sheet()?.view.name).toBe('ask');

  page.press('d');
  await settle();
  fireEvent.change(screen.getByLabelText('Comment'), { target: { value: 'Their own tool.' } });
  page.press('1');
  await settle();
  page.press('Escape');
  await settle();
  expect(page.sheet()?.draft?.decision).toBeNull();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Comment').value).toBe('Their own tool.');
});

test('the ladder says what is decided and not sent; Enter shows it, Z undoes it before any answer', async () => {
  const page = await opened('y', 'd', '1');
  await page.goTo('102');
  await page.goTo('101');
  expect(screen.getByText(/^Disqualified, not sent: Z undoes/)).toBeTruthy();
  page.press('Enter');
  await settle();
  expect(page.sheet()?.view.name).toBe('review');
  await page.goTo('102');
  await page.goTo('101');
  page.press('z');
  expect(page.sheet()?.draft?.decision).toBeNull();
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
  expect(screen.queryByText(/not sent/)).toBeNull();
});

test('G shows how to talk now and the next steps; G or Esc goes back to the question', async () => {
  const page = await openedWhere(false, 'g');
  await screen.findByText(/Make them aware.*A download/);
  expect(screen.getByRole('region', { name: 'Next steps' }).textContent).toMatch(/Find the decision maker/);
  page.press('g');
  await settle();
  expect(page.sheet()?.view.name).toBe('ask');
  page.press('g', 'f');
  await settle();
  expect(page.sheet()?.view.name).toBe('review');
});
