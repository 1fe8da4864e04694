// Going back in the review: what the CRM says is kept where it is ahead, and a step back is agreed to before it is sent.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { snapshot } from './fixtures';
import { settle, showSidebar } from './screen';

async function reviewed(overrides: Parameters<typeof showSidebar>[0], keys = ['y', 'y', 'y', 'y']) {
  const page = showSidebar(overrides);
  await page.goTo('101');
  page.press(...keys, 'Enter');
  await settle();
  return page;
}

const at = (value: string, text: string, status = 'OPEN') => ({
  'record.read': ({ ref }: { ref: { id: string } }) => ({
    ok: true as const,
    value: snapshot(ref.id, {
      stages: [
        { field: 'lifecyclestage', label: 'Lifecycle stage', value, text, since: null },
        { field: 'hs_lead_status', label: 'Lead status', value: status, text: status, since: null },
      ],
    }),
  }),
});
const decideStage = (value: string) =>
  fireEvent.change(screen.getByLabelText('Stage', { selector: 'select' }), { target: { value } });

test('where the CRM is ahead Enter and Enter keep what it says, and add the evidence', async () => {
  const page = await reviewed(at('opportunity', 'Opportunity', 'NEVER_MAPPED'), []);
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('Keep Opportunity, add evidence');
  expect(screen.getByText(/^HubSpot goes on saying Opportunity. The answers support Lead/)).toBeTruthy();
  expect(screen.getByText('Confirm writes only the note.')).toBeTruthy();
  expect(screen.queryByRole('checkbox', { name: /^Yes/ })).toBeNull();
  page.press('Enter');
  await settle();
  expect(page.memory.submissions[0]).toMatchObject({
    decision: { stage: 'lead', keep: 'Opportunity' },
    steps: [{ write: { kind: 'note' } }],
  });
  expect(screen.getByText('Opportunity kept')).toBeTruthy();
  expect(screen.getByText(/^Wrote only the note/)).toBeTruthy();
});

test('a tick holds for what was read: another step back has to be agreed to anew', async () => {
  const page = await reviewed(at('opportunity', 'Opportunity'), ['y', 'y', 'y', 'y']);
  decideStage('prospect');
  fireEvent.click(screen.getByRole('checkbox', { name: /move it back/ }));
  decideStage('lead');
  fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: 'They left' } });
  expect(screen.getByRole('checkbox', { name: /move it back/ })).toHaveProperty('checked', false);
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
});

test.each([
  ['BAD_TIMING', 'This takes an outcome back', 'Yes, open it again'],
  ['PARTNER', 'This may be a step back', 'Yes, overwrite it'],
])('from %s to a stage is agreed to before it is written', async (status, title, tick) => {
  const page = await reviewed(at('lead', 'Lead', status));
  expect(screen.getByText(title)).toBeTruthy();
  page.press('Enter');
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
  fireEvent.click(screen.getByRole('checkbox', { name: tick }));
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
});

test('going back a stage waits until it has been seen', async () => {
  const page = await reviewed(at('opportunity', 'Opportunity'), []);
  decideStage('lead');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(0);
  const tick = screen.getByRole('checkbox', { name: /move it back/ });
  expect(document.activeElement).toBe(tick);
  fireEvent.click(tick);
  fireEvent.keyDown(document.body, { key: 'Enter' });
  await settle();
  expect(page.memory.submissions).toHaveLength(1);
});
