// Errors inside Stagecheck as the Diagnostics page shows them: their place, how often, and the trace.
// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { View } from '@/components/console/diagnostics/diagnostics-store';
import { ErrorsPart } from '@/components/console/diagnostics/ErrorsPart';
import type { KeptError } from '@/lib/diagnostics/error-log';
import { expectAccessible, open } from './page';

const at = '2026-11-21T10:00:00.000Z';
const kept: KeptError = {
  ...{ level: 'error', name: 'TypeError', message: 'not a function', where: 'view.render' },
  ...{ stack: ['draw chunks/sidebar-a1.js:1:204'], first: at, at, count: 3 },
};

const view = (errors: KeptError[]): View => ({
  ...{ allowances: [], problems: [], errors, unsent: [], lost: [], unreadable: [], connections: [] },
  ...{ drafts: [], unreadableDrafts: 0, steps: new Map(), at: new Date(at) },
});

it('stand with their place, count and trace, and say which are for information', async () => {
  const other: KeptError = { ...kept, level: 'information', name: 'Error', message: '', where: 'page.line' };
  const page = await open(<ErrorsPart view={view([kept, other])} />);
  const part = within(screen.getByRole('region', { name: 'Errors inside Stagecheck' }));
  expect(part.getByText('TypeError: not a function')).toBeTruthy();
  expect(part.getByText('(for information)')).toBeTruthy();
  expect(part.getAllByText('3 times')).toHaveLength(2);
  expect(part.getAllByText('draw chunks/sidebar-a1.js:1:204')).toHaveLength(2);
  await expectAccessible(page);
});

it('say so where there are none', async () => {
  await open(<ErrorsPart view={view([])} />);
  expect(screen.getByText(/^None\./)).toBeTruthy();
});
