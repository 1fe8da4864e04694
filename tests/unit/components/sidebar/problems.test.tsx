// Days that don't go well: each says what happened and offers what helps, and the answers stay.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type ProblemKind, problemKinds } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import { connection, layout, personPlace, snapshot } from './fixtures';
import { settle, showSidebar } from './screen';

test.each(problemKinds)('a read that fails with %s says so in its own words', async (kind: ProblemKind) => {
  const problem = { kind, message: 'From the test' };
  const page = showSidebar({ 'record.read': () => ({ ok: false, problem }) });
  await page.goTo('101');
  const { title, todo } = problemWords(problem, 'HubSpot');
  expect(screen.getByRole('alert').textContent).toContain(title);
  expect(screen.getByRole('alert').textContent).toContain(todo);
  page.press('y');
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});

test('a key that was refused leads to the welcome page', async () => {
  const page = showSidebar({
    'record.read': () => ({ ok: false, problem: { kind: 'key-refused', message: 'Expired' } }),
  });
  await page.goTo('101');
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await settle();
  expect(page.memory.bodies('page.open')).toEqual([{ page: 'welcome' }]);
});

test.each([
  [
    'oauth',
    'Sign in again',
    [{ page: 'console', section: 'connections', account: { crm: 'hubspot', account: '24680135' } }],
  ],
  ['session', 'Try again', []],
] as const)(
  'an account signed in to by %s and refused is not connected anew: %s',
  async (way, button, opened) => {
    const page = showSidebar({
      'record.read': () => ({ ok: false, problem: { kind: 'key-refused', message: 'Ended' } }),
    });
    page.push({
      push: 'place',
      place: personPlace('101'),
      connection: { ...connection, way },
      accounts: [connection],
      layout,
    });
    await settle();
    fireEvent.click(screen.getByRole('button', { name: button }));
    await settle();
    expect(page.memory.bodies('page.open')).toEqual(opened);
  },
);

test('a lead that was converted meanwhile says so, with a link to what it became', async () => {
  const became = { name: 'Ann Meyer', url: 'https://acme.example/2' };
  const page = showSidebar({
    'record.read': () => ({ ok: false, problem: { kind: 'converted', message: '', became } }),
  });
  await page.goTo('101');
  expect(screen.getByRole('alert').textContent).toContain('This lead was converted meanwhile');
  expect(screen.getByRole('link', { name: /Open Ann Meyer/ }).getAttribute('href')).toBe(became.url);
});

test('a record that is read as another one says which of both it is: merged, or a lead that was converted', async () => {
  const page = showSidebar({
    'record.read': ({ ref }) => ({
      ok: true,
      value: snapshot(ref.id, {
        mergedFrom: ref.id,
        ref: { ...ref, object: ref.id === '101' ? ref.object : 'Contact' },
      }),
    }),
  });
  await page.goTo('101');
  expect(screen.getByText('This record was merged into another')).toBeTruthy();
  await page.goTo('102');
  expect(screen.getByText('This lead was converted')).toBeTruthy();
});

test('without a network the last read stays in view with its age, and trying again reads', async () => {
  let reads = 0;
  const page = showSidebar({
    'record.read': ({ ref }) => {
      reads += 1;
      return reads === 2
        ? { ok: false, problem: { kind: 'offline', message: 'Failed to fetch' } }
        : { ok: true, value: snapshot(ref.id) };
    },
  });
  await page.goTo('101');
  page.sidebar.page.reload();
  await settle();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ann Meyer');
  expect(screen.getByRole('alert').textContent).toMatch(/\d\d:\d\d/);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await settle();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('not connected opens the welcome page; another account says which is which', async () => {
  const page = showSidebar();
  page.push({ push: 'place', place: personPlace('101'), connection: null, accounts: [], layout });
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await settle();
  expect(page.memory.bodies('page.open')).toEqual([{ page: 'welcome' }]);
  const place = {
    role: 'person',
    ref: { crm: 'hubspot', account: '13579246', object: 'contacts', id: '5' },
  } as const;
  page.push({ push: 'place', place, connection: null, accounts: [connection], layout });
  expect(screen.getByText('13579246')).toBeTruthy();
  expect(screen.getByText(/24680135/)).toBeTruthy();
  expect(page.memory.bodies('record.read')).toHaveLength(0);
});

test('text from the CRM is text: markup in every field stays unread as markup', async () => {
  const bad = '<img src=x onerror=alert(1)><b>bold</b>';
  const page = showSidebar({
    'record.read': ({ ref }) => ({
      ok: true,
      value: snapshot(ref.id, { name: bad, title: bad, gaps: [{ what: bad, why: bad }] }),
    }),
  });
  await page.goTo('101');
  expect(document.querySelector('main img, header img, header b')).toBeNull();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(bad);
});

test('a verdict that changes is said once in the live region, with the new question', async () => {
  const page = showSidebar();
  await page.goTo('101');
  page.press('y');
  const said = document.querySelector('[aria-live="polite"]')?.textContent ?? '';
  expect(said).toMatch(/Prospect needs 2 more answers\./);
  expect(said).toContain(document.querySelector('[data-keys="question"]')?.textContent);
});

test('a submission that did not get through is shown again when its record opens', async () => {
  const first = showSidebar();
  await first.goTo('101');
  first.press('y', 'Enter');
  await settle();
  first.press('Enter');
  await settle();
  const submission = first.memory.submissions[0];
  if (!submission) throw new Error('Nothing was sent.');
  const page = showSidebar({
    'submission.last': () => ({ ok: true, value: { ...submission, state: 'writing' } }),
  });
  await page.goTo('101');
  expect(screen.getByRole('heading', { name: 'Writing to HubSpot' })).toBeTruthy();
});

test('a record that was merged while it was written is read again, with the answers kept', async () => {
  const problem = { kind: 'merged' as const, message: 'Merged', mergedInto: '777' };
  const page = showSidebar({
    'submission.withdraw': () => ({ ok: true, value: { submission: sent(), arrived: [], unknown: [] } }),
    'submission.send': ({ submission }) => ({
      ok: true,
      value: {
        ...submission,
        state: 'failed' as const,
        steps: submission.steps.map((step, index) =>
          index === 0 ? { ...step, state: 'failed' as const, problem } : step,
        ),
      },
    }),
  });
  const sent = () => {
    const submission = page.sheet()?.submission;
    if (!submission) throw new Error('Nothing was sent.');
    return submission;
  };
  await page.goTo('101');
  page.press('y');
  page.press('Enter');
  await settle();
  page.press('Enter');
  await settle();
  const reads = page.memory.bodies('record.read').length;
  fireEvent.click(screen.getByRole('button', { name: 'Take it back and read the record again' }));
  await settle();
  expect(page.memory.bodies('submission.withdraw')).toHaveLength(1);
  expect(page.sheet()?.submission).toBeNull();
  expect(page.memory.bodies('record.read')).toHaveLength(reads + 1);
  expect(page.sheet()?.view.name).toBe('ask');
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});
