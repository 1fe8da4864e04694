// A decision's form in the review: asked, checked, kept, sent in one step, and told where the CRM refused it.
// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { filledIn, refusal, second, turning } from './form-fixtures';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

const allYes = Array.from({ length: 14 }, () => 'y');

async function reviewed(overrides: Parameters<typeof showSidebar>[0] = {}, keys = allYes) {
  const page = showSidebar({ ...second, ...overrides });
  await page.goTo('101');
  page.press(...keys, 'Enter');
  await settle();
  return page;
}

const change = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const goAhead = () => fireEvent.click(screen.getByRole('checkbox', { name: 'Yes, go ahead' }));
const fill = () => {
  change('Wanted by', filledIn.day);
  change('Owner', filledIn.owner);
};
const confirm = async () => {
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
};
const error = (label: string) => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby') ?? '';
  const texts = ids.split(' ').map((id) => document.getElementById(id));
  return texts.find((one) => one?.id.endsWith('-error'))?.textContent ?? null;
};

test('stands in the review of its decision only, and says that no stage field is written', async () => {
  const page = await reviewed();
  expect(screen.getByRole('heading', { name: turning.title })).toBeTruthy();
  expect(screen.getByText(/“Turn into a customer” makes it Opportunity in Northstar/)).toBeTruthy();
  expect(document.querySelector('ins')).toBeNull();
  page.sidebar.decisions.decide({ kind: 'stage', stage: 'prospect', override: { reason: 'Not yet' } });
  await settle();
  expect(screen.queryByRole('heading', { name: turning.title })).toBeNull();
  expect(document.querySelectorAll('ins')).toHaveLength(2);
});

test('leads Enter to what is missing, one after the other, and says so beside it', async () => {
  const page = await reviewed();
  expect(error('Wanted by')).toBeNull();
  await confirm();
  expect(document.activeElement).toBe(screen.getByLabelText('Wanted by'));
  expect(error('Wanted by')).toBe('Wanted by is needed.');
  change('Wanted by', filledIn.day);
  await confirm();
  expect(document.activeElement).toBe(screen.getByLabelText('Owner'));
  change('Owner', filledIn.owner);
  await confirm();
  const tick = screen.getByRole('checkbox', { name: 'Yes, go ahead' });
  expect(document.activeElement).toBe(tick);
  fireEvent.click(tick);
  expect(page.memory.submissions).toHaveLength(0);
  await confirm();
  expect(page.memory.submissions).toHaveLength(1);
});

test('is sent before what goes together: its values, and nothing that was not asked', async () => {
  const page = await reviewed();
  fill();
  fireEvent.click(screen.getByLabelText(/same domain/));
  expect(screen.queryByLabelText('Name of the account')).toBeNull();
  change('Budget in EUR optional', '12000.50');
  goAhead();
  await confirm();
  const [first, rest] = page.memory.submissions[0]?.steps.map((step) => step.write) ?? [];
  expect(rest).toMatchObject({ kind: 'together', writes: [{ kind: 'note' }] });
  expect(first).toMatchObject({
    kind: 'form',
    form: 'turn',
    values: { account: 'a1', project: '', budget: '12000.50', ...filledIn },
  });
  expect(
    screen.getByText(
      /Account: Northwind Logistics, Hamburg \(same domain\), Budget in EUR: 12000.50, Wanted by: 1 Dec 2026/,
    ),
  ).toBeTruthy();
});

test('says at once what can’t be read, and does not send it', async () => {
  const page = await reviewed();
  fill();
  goAhead();
  change('Budget in EUR optional', '12k');
  expect(error('Budget in EUR optional')).toMatch(/^Type digits only/);
  await confirm();
  expect(page.memory.submissions).toHaveLength(0);
  expect(document.activeElement).toBe(screen.getByLabelText('Budget in EUR optional'));
});

test('keeps what was put there with the draft, and asks for the warning anew', async () => {
  const page = await reviewed();
  fill();
  goAhead();
  page.press('Escape');
  await settle();
  const stored = [...page.memory.drafts.values()][0]?.form;
  expect(stored).toEqual({ turn: filledIn });
  page.press('Enter');
  await settle();
  expect(screen.getByLabelText('Wanted by')).toHaveProperty('value', filledIn.day);
  expect(screen.getByRole('checkbox', { name: 'Yes, go ahead' })).toHaveProperty('checked', false);
});

test('Enter confirms from a line, a tick or a radio button, but not from a list or the note', async () => {
  const page = await reviewed();
  fill();
  const fields = { list: screen.getByLabelText('Owner'), note: screen.getByLabelText('Note') };
  goAhead();
  for (const field of Object.values(fields)) fireEvent.keyDown(field, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
  fireEvent.keyDown(screen.getByLabelText('Budget in EUR optional'), { key: 'Enter', isComposing: true });
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
  fireEvent.keyDown(screen.getByLabelText('Budget in EUR optional'), { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
  for (const from of [/A new account/, /Yes, go ahead/]) {
    const again = await reviewed();
    fill();
    goAhead();
    fireEvent.keyDown(screen.getByLabelText(from), { key: 'Enter' });
    await settle();
    expect(again.memory.submissions, String(from)).toHaveLength(1);
  }
});

test('the questions can be walked with Tab in their order, each with its name and what is said of it', async () => {
  await reviewed();
  const form = screen.getByRole('region', { name: turning.title });
  const controls = [...form.querySelectorAll('input, select')];
  expect(controls.map((one) => one.getAttribute('tabindex'))).toEqual(controls.map(() => null));
  const group = within(form).getByRole('radiogroup', { name: 'Account' });
  const said = group.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(said)?.textContent).toMatch(/^Those that match/);
  expect(within(group).getAllByRole('radio')).toHaveLength(3);
});

const refusing =
  (problem: Problem, tries: Submission[]) =>
  ({ submission }: { submission: Submission }) => {
    tries.push(submission);
    const steps = submission.steps.map((step) => ({ ...step, state: 'failed' as const, problem }));
    return {
      ok: true as const,
      value: tries.length === 1 ? { ...submission, state: 'failed' as const, steps } : written(submission),
    };
  };

async function refused(problem: Problem, definitions = true) {
  const tries: Submission[] = [];
  const page = await reviewed({
    'submission.send': refusing(problem, tries),
    ...(definitions ? {} : { 'review.fields': () => ({ ok: true, value: [] }) }),
  });
  fill();
  goAhead();
  await confirm();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the review' }));
  await settle();
  return { page, tries };
}

test('tells what the CRM did not accept beside its field, in the CRM’s words, until it is changed', async () => {
  const { page, tries } = await refused(refusal);
  expect(error('Wanted by')).toBe('Must be a working day, says rule 7.');
  expect(page.memory.bodies('review.fields')).toMatchObject([{ fields: ['region'] }]);
  expect(error('The region')).toBe('Region does not fit the account.');
  expect(screen.getByRole('alert').textContent).toMatch(/did not accept this.*See below: Wanted by\.$/);
  change('Wanted by', '2026-12-02');
  expect(error('Wanted by')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  change('The region', 'North');
  expect(error('The region')).toBeNull();
  goAhead();
  await confirm();
  expect(tries[1]?.steps.map((step) => step.write)).toMatchObject([
    { kind: 'fields', changes: [], extra: { region: 'North' } },
    { kind: 'form', values: { day: '2026-12-02' } },
    { kind: 'together', writes: [{ kind: 'note' }] },
  ]);
});

test('tells at the top what belongs to no field that the review has', async () => {
  await refused(refusal, false);
  expect(screen.getByRole('alert').textContent).toBe(
    'Northstar did not accept thisRegion: Region does not fit the account.See below: Wanted by.',
  );
  await refused({ kind: 'invalid', message: 'Ask Finance before you turn it' });
  expect(screen.getByRole('alert').textContent).toMatch(/Ask Finance before you turn it\./);
});

test('a refused stage value is told beside it, and no longer once another stage is chosen', async () => {
  const problem: Problem = {
    kind: 'invalid',
    message: '',
    fields: [{ field: 'hs_lead_status', label: 'Lead status', message: 'Only the team lead may set this.' }],
  };
  const tries: Submission[] = [];
  const page = await reviewed({ 'submission.send': refusing(problem, tries) }, ['y', 'y', 'y', 'y']);
  await confirm();
  fireEvent.click(screen.getByRole('button', { name: 'Back to the review' }));
  await settle();
  const row = screen.getByText('Only the team lead may set this.').closest('div');
  expect(row?.textContent).toContain('Lead status');
  expect(page.memory.bodies('review.fields')).toEqual([]);
  fireEvent.change(screen.getByLabelText('Stage', { selector: 'select' }), { target: { value: 'lead' } });
  expect(screen.queryByText('Only the team lead may set this.')).toBeNull();
});
