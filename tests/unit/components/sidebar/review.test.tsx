// The review: exactly what will be written, what stands in its way, and what became of it.
// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { written } from './memory-backend';
import { held, settle, showSidebar } from './screen';

const failedWith =
  (problem: Problem) =>
  (submission: Submission): Submission => ({
    ...submission,
    state: 'failed',
    steps: submission.steps.map((step, index) =>
      index === 0 ? { ...step, state: 'failed', problem } : step,
    ),
  });

async function reviewed(overrides: Parameters<typeof showSidebar>[0] = {}, keys = ['y', 'y', 'y', 'y']) {
  const page = showSidebar(overrides);
  await page.goTo('101');
  page.press(...keys, 'Enter');
  await settle();
  return page;
}

/** The review after a try that this stopped. */
async function stopped(problem: Problem) {
  const page = await reviewed({
    'submission.send': ({ submission }) => ({ ok: true, value: failedWith(problem)(submission) }),
  });
  page.press('Enter');
  await settle();
}

test('shows each field with its old value struck and its new one, and sends just that', async () => {
  const page = await reviewed();
  const struck = [...document.querySelectorAll('del')].map((one) => one.textContent);
  const fresh = [...document.querySelectorAll('ins')].map((one) => one.textContent);
  expect(struck).toEqual(['from Lead', 'from Open']);
  expect(fresh).toEqual(['to Sales Qualified Lead', 'to Connected']);
  page.press('Enter');
  await settle();
  const steps = page.memory.submissions[0]?.steps.map((step) => step.write) ?? [];
  expect(steps.map((write) => write.kind)).toEqual(['fields', 'note']);
  expect(steps[0]).toMatchObject({ changes: [{ to: 'salesqualifiedlead' }, { to: 'CONNECTED' }] });
});

test('an edited note is sent as edited, with the evidence under it', async () => {
  const page = await reviewed();
  fireEvent.change(screen.getByLabelText('Note'), { target: { value: 'She wants it by spring.' } });
  fireEvent.click(screen.getByRole('button', { name: /^Confirm/ }));
  await settle();
  const note = page.memory.submissions[0]?.steps.find((step) => step.write.kind === 'note')?.write;
  expect(note?.kind === 'note' && note.body.startsWith('She wants it by spring.')).toBe(true);
  expect(note?.kind === 'note' && note.body.length > 60).toBe(true);
});

test('another stage than the answers support needs a reason, which is sent', async () => {
  const page = await reviewed({}, []);
  fireEvent.change(screen.getByLabelText('Stage', { selector: 'select' }), { target: { value: 'prospect' } });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
  fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: 'Known from the fair' } });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions[0]?.decision).toEqual({
    kind: 'stage',
    stage: 'prospect',
    override: { reason: 'Known from the fair' },
  });
});

test('a deal is made only when it is ticked', async () => {
  const page = await reviewed(
    {},
    Array.from({ length: 14 }, () => 'y'),
  );
  fireEvent.click(screen.getByRole('checkbox', { name: /create a deal/ }));
  fireEvent.change(screen.getByLabelText(/^Amount/), { target: { value: '12k' } });
  expect(screen.getByRole('button', { name: /^Confirm/ }).getAttribute('aria-disabled')).toBe('true');
  fireEvent.change(screen.getByLabelText(/^Amount/), { target: { value: '12000' } });
  fireEvent.click(screen.getByRole('button', { name: /^Confirm/ }));
  await settle();
  const deal = page.memory.submissions[0]?.steps.find((step) => step.write.kind === 'deal')?.write;
  expect(deal).toMatchObject({ deal: { name: 'Northwind Logistics', amount: 12000, pipeline: 'default' } });
});

test('what the CRM demands is asked for beside its name, and goes with the next try', async () => {
  const fields = [{ field: 'region', label: 'Region', message: 'is required' }];
  const tries: Submission[] = [];
  const page = await reviewed({
    'submission.send': ({ submission }) => {
      tries.push(submission);
      const fail = failedWith({ kind: 'required', message: 'Required', fields });
      return { ok: true, value: tries.length === 1 ? fail(submission) : written(submission) };
    },
  });
  page.press('Enter');
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the review' }));
  await settle();
  page.press('Enter');
  expect(tries).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByLabelText('The region'));
  fireEvent.change(screen.getByLabelText('The region'), { target: { value: 'North' } });
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(tries[1]?.steps[0]?.write).toMatchObject({ kind: 'fields', extra: { region: 'North' } });
});

test.each(['constructor', 'toString', '__proto__'])(
  'a field that the CRM calls %s is asked for like all others',
  async (field) => {
    const fields = [{ field, label: 'Region', message: 'is required' }];
    await stopped({ kind: 'required', message: 'Required', fields });
    fireEvent.click(screen.getByRole('button', { name: 'Back to the review' }));
    await settle();
    const input = screen.getByLabelText(`The ${field}`);
    expect(input).toHaveProperty('value', '');
    fireEvent.change(input, { target: { value: 'North' } });
    expect(screen.getByLabelText(`The ${field}`)).toHaveProperty('value', 'North');
  },
);

test.each(['constructor', 'toString', '__proto__'])(
  'someone else’s change of a field that the CRM calls %s is left to choose like all others',
  async (field) => {
    const theirs = [{ field, value: 'a', text: 'A', label: 'Region', was: 'B' }];
    await stopped({ kind: 'changed', message: 'Changed', theirs });
    await screen.findByRole('group', { name: /Region/ });
    expect(screen.getByRole('button', { name: /Review again/ }).getAttribute('aria-disabled')).toBe('true');
  },
);

test('someone else’s change is shown field by field; keeping theirs leaves that field out', async () => {
  const theirs = [
    { field: 'lifecyclestage', value: 'opportunity', text: 'Opportunity' },
    { field: 'hs_lead_status', value: 'BAD_TIMING', text: 'Bad timing' },
  ];
  const tries: Submission[] = [];
  const page = await reviewed({
    'submission.send': ({ submission }) => {
      tries.push(submission);
      const fail = failedWith({ kind: 'changed', message: 'Changed', theirs });
      return { ok: true, value: tries.length === 1 ? fail(submission) : written(submission) };
    },
  });
  page.press('Enter');
  await settle();
  const take = (field: string, what: string) =>
    fireEvent.click(
      within(screen.getByRole('group', { name: new RegExp(field) })).getByLabelText(new RegExp(`^${what}`)),
    );
  await screen.findByRole('group', { name: /Lifecycle stage/ });
  take('Lifecycle stage', 'Keep theirs');
  take('Lead status', 'Write mine');
  fireEvent.click(screen.getByRole('button', { name: 'Review again' }));
  await settle();
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(tries).toHaveLength(2);
  expect(tries[1]?.id).toBe(tries[0]?.id);
  expect(page.memory.bodies('submission.replace')).toHaveLength(1);
  expect(tries[1]?.steps[0]?.write).toMatchObject({
    changes: [{ field: 'hs_lead_status', to: 'CONNECTED' }],
  });
});

test('a failed write keeps everything and goes on with the same submission', async () => {
  const page = await reviewed({
    'submission.send': ({ submission }) => ({
      ok: true,
      value: failedWith({ kind: 'offline', message: 'Failed to fetch' })(submission),
    }),
    'submission.retry': () => {
      const submission = page.sheet()?.submission;
      if (!submission) throw new Error('There is no submission.');
      return { ok: true, value: written(submission) };
    },
  });
  page.press('Enter');
  await settle();
  const id = page.sheet()?.submission?.id;
  expect(screen.getByRole('alert').textContent).toMatch(/No connection to HubSpot/);
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(4);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settle();
  expect(page.memory.bodies('submission.retry')).toMatchObject([{ id }]);
  expect(screen.getByText('Written and read back')).toBeTruthy();
});

test('once written the stored draft is dropped, and Done reads the record again', async () => {
  const page = await reviewed();
  page.press('Enter');
  await settle();
  expect(page.memory.drafts.size).toBe(0);
  page.press('Enter');
  await settle();
  expect(page.memory.bodies('record.read')).toHaveLength(2);
  expect(page.sheet()?.draft?.answers).toEqual({});
  expect(page.sheet()?.view.name).toBe('ask');
});

test('what may have arrived is never sent beside: Enter leads back to it, and a change takes its place under its id', async () => {
  const page = await reviewed({
    'submission.send': ({ submission }) => ({
      ok: true,
      value: {
        ...submission,
        state: 'failed',
        steps: submission.steps.map((step) =>
          step.write.kind === 'note'
            ? { ...step, state: 'trying', problem: { kind: 'timeout', message: 'No answer' } }
            : { ...step, state: 'done' },
        ),
      },
    }),
  });
  page.press('Enter');
  await settle();
  page.press('Escape');
  expect(page.sheet()?.view.name).toBe('ask');
  expect(screen.getByText('Not written yet')).toBeTruthy();
  page.press('Enter');
  expect(page.sheet()?.view.name).toBe('sending');
  expect(page.memory.bodies('submission.send')).toHaveLength(1);
  const id = page.sheet()?.submission?.id;
  page.press('c');
  await held();
  await settle();
  expect(page.sheet()?.view.name).toBe('review');
  page.press('Enter');
  await settle();
  expect(page.memory.bodies('submission.replace')).toMatchObject([{ id, submission: { id } }]);
  expect(page.memory.bodies('submission.send')).toHaveLength(1);
});
