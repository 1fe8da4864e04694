// What each value of the org counts as: shown to a team lead in the settings, changed there, and true in the sidebar.
import { expect, it } from 'vitest';
import { expectAccessible } from '../support/axe.ts';
import { openOn } from '../support/decide.ts';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

async function settings() {
  const { context, extensionId } = world().browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/console.html#mapping`);
  const value = (name: string) => page.getByRole('combobox', { name: `${name} in Lead Status`, exact: true });
  const chosen = (name: string) => value(name).locator('option:checked').textContent();
  const save = async () => {
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  };
  await value('Open - Not Contacted').waitFor();
  return { page, value, chosen, save };
}

it('a team lead sees what each value counts as, changes one, and a rep’s sidebar says the same', async () => {
  const { salesforce } = world();
  const { page, value, chosen, save } = await settings();
  expect(await chosen('Open - Not Contacted')).toBe('Lead');
  expect(await chosen('Working - Contacted')).toBe(
    'Lead, between “Open - Not Contacted” and “Qualified Prospect”',
  );
  expect(await chosen('Closed - Not Converted')).toBe('Disqualified');
  await expectAccessible(page, page.mainFrame(), 'console-mapping-values');
  await page.setViewportSize({ width: 420, height: 900 });
  await shot(page, 'console-mapping-values-narrow');
  await page.setViewportSize({ width: 1280, height: 900 });

  const { noReply } = salesforce.people;
  // The team's own field says nothing of this lead, so only its status tells.
  salesforce.patch('Lead', noReply.id, { Status: 'Working - Contacted', Qualification_Stage__c: null });
  await value('Working - Contacted').selectOption('Prospect');
  await save();
  const sidebar = await openOn(world(), noReply);
  await sidebar.ladder.getByText(/^, (holds|not yet), Salesforce says so$/).waitFor();
  expect(await sidebar.ladder.innerText()).toMatch(/Prospect\s*, (holds|not yet), Salesforce says so/);
  await sidebar.page.close();

  await value('Working - Contacted').selectOption('');
  await value('Open - Not Contacted').selectOption('');
  expect(await chosen('Working - Contacted')).toBe('Not mapped');
  await save();
  const again = await openOn(world(), noReply);
  await again.isRead();
  await again.frame.getByText('Salesforce: Working - Contacted · not mapped').waitFor();
  expect(await again.ladder.innerText()).not.toContain('Salesforce says so');
  await shot(again.page, 'salesforce-not-mapped');
});
