// Fields that the CRM demanded: shown with what it holds, written as a change of that, and left to choose where others changed it.
// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { demandedBy } from '@/components/sidebar/store/refusal';
import type { Problem } from '@/lib/problem/problem';
import type { Submission } from '@/lib/qualification/plan/submission';
import { submission as stored } from '../../background/outbox/world';
import { written } from './memory-backend';
import { settle, showSidebar } from './screen';

const demands = (...fields: string[]): Problem => ({
  kind: 'required',
  message: 'Required',
  fields: fields.map((field) => ({ field, label: field, message: 'is required' })),
});
const theirs = { field: 'region', value: 'South', text: 'South' };
const changed: Problem = { kind: 'changed', message: 'Changed', theirs: [theirs] };

/** A review of which each try is stopped by the next of these problems; then all is written. `held`: by field, in the CRM. */
async function reviewed(held: Record<string, string>, ...problems: Problem[]) {
  const tries: Submission[] = [];
  const page = showSidebar({
    'submission.send': ({ submission }) => {
      const problem = problems[tries.length];
      tries.push(submission);
      if (!problem) return { ok: true, value: written(submission) };
      const steps = submission.steps.map((step) => ({ ...step, state: 'failed' as const, problem }));
      return { ok: true, value: { ...submission, state: 'failed', steps } };
    },
    'review.fields': ({ fields }) => ({
      ok: true,
      value: fields.map((field) => ({
        ...{ field, label: `The ${field}`, kind: 'text' as const, options: [], value: held[field] ?? '' },
      })),
    }),
  });
  await page.goTo('101');
  page.press('y', 'y', 'y', 'y', 'Enter');
  await settle();
  return { page, tries };
}
const confirm = async () => {
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
};
const press = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const box = (name: string) => screen.getByLabelText(`The ${name}`);
const type = (name: string, value: string) => fireEvent.change(box(name), { target: { value } });
const demandedIn = (of: Submission | undefined) => {
  const [write] = of?.steps.map((step) => step.write) ?? [];
  return write?.kind === 'fields' ? write.changes.filter((one) => one.demanded) : [];
};

test('a field shows what the CRM holds, and what is written names it', async () => {
  const { tries } = await reviewed({ region: 'North' }, demands('region'));
  await confirm();
  await press(/Back to the review/);
  expect(box('region')).toHaveProperty('value', 'North');
  expect(screen.queryByText('HubSpot says: North')).toBeNull();
  type('region', 'West');
  expect(screen.getByText('HubSpot says: North')).toBeTruthy();
  await confirm();
  expect(demandedIn(tries[1])).toMatchObject([
    { field: 'region', label: 'The region', from: 'North', to: 'West', toText: 'West' },
  ]);
  expect(screen.getByText(/The region: North → West/)).toBeTruthy();
});

test('what the CRM demands next is asked for beside what it demanded before', async () => {
  const { tries } = await reviewed({}, demands('region'), demands('size'));
  await confirm();
  await press(/Back to the review/);
  type('region', 'North');
  await confirm();
  await press(/Back to the review/);
  expect(box('region')).toHaveProperty('value', 'North');
  type('size', '5');
  await confirm();
  expect(demandedIn(tries[2]).map(({ field, to }) => [field, to])).toEqual([
    ['region', 'North'],
    ['size', '5'],
  ]);
});

test('a value that the CRM refuses is asked for again', async () => {
  const { page } = await reviewed({}, demands('region'), demands('region'));
  await confirm();
  await press(/Back to the review/);
  type('region', 'Nowhere');
  await confirm();
  await press(/Back to the review/);
  expect(box('region')).toHaveProperty('value', 'Nowhere');
  expect(page.memory.bodies('review.fields')).toHaveLength(2);
});

test.each([
  ['Write mine', [{ field: 'region', from: 'South', to: 'North' }], 'North'],
  ['Keep theirs', [], 'South'],
])('“%s” of a field that a colleague filled in meanwhile', async (choice, sent, shown) => {
  const { tries } = await reviewed({}, demands('region'), changed);
  await confirm();
  await press(/Back to the review/);
  type('region', 'North');
  await confirm();
  const group = await screen.findByRole('group', { name: /The region/ });
  expect(group.textContent).toMatch(/You saw\s*\(empty\).*South.*North/);
  fireEvent.click(within(group).getByLabelText(new RegExp(`^${choice}`)));
  await press(/Review again/);
  expect(box('region')).toHaveProperty('value', shown);
  expect(screen.queryByText('HubSpot says: South') === null).toBe(choice === 'Keep theirs');
  await confirm();
  expect(tries).toHaveLength(3);
  expect(demandedIn(tries[2])).toMatchObject(sent);
  expect(demandedIn(tries[2])).toHaveLength(sent.length);
});

test('another decision is not written with what was demanded for the one before', async () => {
  const { page, tries } = await reviewed({}, demands('region'));
  await confirm();
  await press(/Back to the review/);
  type('region', 'Utopia');
  page.sidebar.decisions.decide({
    kind: 'stage',
    stage: 'opportunity',
    override: { reason: 'Known from the fair' },
  });
  await settle();
  await confirm();
  expect(tries).toHaveLength(2);
  expect(JSON.stringify(tries[1])).not.toContain('Utopia');
});

test('a sidebar that is opened anew asks for what a submission has filled in, of earlier versions as well', () => {
  const change = { label: '', from: '', fromText: '', to: 'a', toText: 'a', backward: false };
  const submission = stored({
    steps: [
      {
        id: 'fields',
        write: {
          kind: 'fields',
          changes: [
            { ...change, field: 'stage' },
            { ...change, field: 'region', demanded: true },
          ],
          extra: { size: '5' },
        },
        ...{ state: 'failed', result: null, problem: null },
      },
    ],
  });
  expect(demandedBy({ demanded: [], submission }, null)).toEqual({ all: ['region', 'size'], fresh: true });
  const demanded = ['region', 'size'].map((field) => ({
    ...{ field, label: field, kind: 'text' as const, options: [] },
  }));
  expect(demandedBy({ demanded, submission }, null).fresh).toBe(false);
  expect(demandedBy({ demanded, submission }, demands('size', 'city'))).toEqual({
    all: ['region', 'size', 'city'],
    fresh: true,
  });
});
