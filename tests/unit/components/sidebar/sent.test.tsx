// What became of a submission, where a CRM takes it for a duplicate, writes it whole, or makes another record of it.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import { allChanges } from '@/lib/qualification';
import type { Submission } from '@/lib/qualification/plan/submission';
import { duplicate, filledIn, nextUrl, second, turned } from './form-fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

async function sent(overrides: Parameters<typeof showSidebar>[0]) {
  const page = showSidebar({ ...second, ...overrides });
  await page.goTo('101');
  page.press(...Array.from({ length: 14 }, () => 'y'), 'Enter');
  await settle();
  for (const [label, value] of [
    ['Wanted by', filledIn.day],
    ['Owner', filledIn.owner],
  ] as const)
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Yes, go ahead' }));
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  return page;
}

const stops =
  (problem: Problem) =>
  ({ submission }: { submission: Submission }) => {
    const steps = submission.steps.map((step) => ({ ...step, state: 'failed' as const, problem }));
    return { ok: true as const, value: { ...submission, state: 'failed' as const, steps } };
  };

test('duplicates are shown with links, and saved all the same as the same submission', async () => {
  const page = await sent({
    'submission.send': stops(duplicate(true)),
    'submission.retry': () => {
      const submission = page.sheet()?.submission;
      if (!submission) throw new Error('There is no submission.');
      return { ok: true, value: written(submission) };
    },
  });
  expect(screen.getByRole('alert').textContent).toMatch(/Northstar takes this for a duplicate/);
  const link = await screen.findByRole('link', { name: /Ann Meyer, Northwind/ });
  expect(link.getAttribute('href')).toBe('https://crm.example/contact/501');
  expect(screen.queryByRole('link', { name: /A\. Meyer/ })).toBeNull();
  expect(screen.getByText('Candidate 88')).toBeTruthy();
  const id = page.sheet()?.submission?.id;
  fireEvent.click(screen.getByRole('button', { name: 'Save anyway' }));
  await settle();
  expect(page.memory.bodies('submission.retry')).toMatchObject([{ id, allow: ['duplicates'] }]);
  expect(page.memory.bodies('submission.send')).toHaveLength(1);
  expect(screen.getByText('Written and read back')).toBeTruthy();
});

test('where the CRM lets nobody overrule it, there is no way to save anyway', async () => {
  const page = await sent({ 'submission.send': stops(duplicate(false)) });
  expect(screen.queryByRole('button', { name: 'Save anyway' })).toBeNull();
  await page.sidebar.sending.saveAnyway();
  expect(page.memory.bodies('submission.retry')).toEqual([]);
  expect(screen.getByRole('button', { name: 'Back to the review' })).toBeTruthy();
});

test('trying again allows nothing by itself', async () => {
  const page = await sent({ 'submission.send': stops({ kind: 'offline', message: '' }) });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settle();
  expect(page.memory.bodies('submission.retry')[0]).not.toHaveProperty('allow');
});

test('the receipt lists each part of what went together, and Done follows the record', async () => {
  const page = await sent({
    'submission.send': ({ submission }) => ({ ok: true, value: turned(submission) }),
  });
  const rows = [...document.querySelectorAll('li[data-state]')].map((row) => row.textContent ?? '');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^Turn into a customerwritten.*Account and customer made/);
  expect(rows[1]).toMatch(/^Notewritten.*note kept/);
  expect(screen.getByRole('link', { name: /a new record/ }).getAttribute('href')).toBe(nextUrl);
  const submission = page.sheet()?.submission?.id;
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.bodies('record.follow')).toMatchObject([{ ref: { id: '101' }, submission }]);
  expect(page.memory.bodies('record.read')).toHaveLength(1);
});

test('a record that can’t be followed is said, and the rep may stay', async () => {
  const page = await sent({
    'submission.send': ({ submission }) => ({ ok: true, value: turned(submission) }),
    'record.follow': () => ({ ok: false, problem: { kind: 'unexpected', message: 'No such tab' } }),
  });
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await settle();
  expect(screen.getByRole('alert').textContent).toMatch(/No such tab/);
  fireEvent.click(screen.getByRole('button', { name: 'Stay here' }));
  await settle();
  expect(page.sheet()?.view.name).toBe('ask');
  expect(page.memory.bodies('record.read')).toHaveLength(2);
});

const atProspect = async (overrides: Parameters<typeof showSidebar>[0]) => {
  const page = showSidebar({ ...second, ...overrides });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'y', 'Enter');
  await settle();
  page.press('Enter');
  await settle();
  return page;
};

test('of one step the receipt lists each part, with what came of it where the CRM tells', async () => {
  await atProspect({ 'submission.send': ({ submission }) => ({ ok: true, value: turned(submission) }) });
  const rows = [...document.querySelectorAll('li[data-state]')].map((row) => row.textContent ?? '');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^Fieldswritten.*Lead → Sales Qualified Lead.*fields kept/);
  expect(rows[1]).toMatch(/^Notewritten.*note kept/);
  expect(screen.queryByText('All of it')).toBeNull();
  await atProspect({});
  expect(screen.getAllByText('As shown')).toHaveLength(1);
});

test('someone else’s change is shown field by field where the writes go together too', async () => {
  const theirs = [{ field: 'hs_lead_status', value: 'BAD_TIMING', text: 'Bad timing' }];
  const tries: Submission[] = [];
  const changed = stops({ kind: 'changed', message: '', theirs });
  await atProspect({
    'submission.send': (body) => {
      tries.push(body.submission);
      return tries.length === 1 ? changed(body) : { ok: true, value: written(body.submission) };
    },
  });
  expect(await screen.findByText('Bad timing')).toBeTruthy();
  fireEvent.click(await screen.findByLabelText(/^Keep theirs/));
  fireEvent.click(screen.getByRole('button', { name: 'Review again' }));
  await settle();
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(tries[1] && allChanges(tries[1]).map((change) => change.field)).toEqual(['lifecyclestage']);
});
