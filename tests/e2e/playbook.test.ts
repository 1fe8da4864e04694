// Another built-in playbook, chosen in the console: the open sidebar follows, the answers come along, and it stays chosen.
import { expect, it } from 'vitest';
import { builtins } from '../../lib/playbook/builtin/index.ts';
import { expectAccessible } from './support/axe.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

const openConsole = async () => {
  const { context, extensionId } = world().browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/console.html#playbook`);
  await page.getByRole('radio').first().waitFor();
  return page;
};

it('is followed by the open sidebar, and what it does not ask is kept aside', async () => {
  const { browser, hubspot } = world();
  const { ann } = hubspot.people;
  const sidebar = await (await world().visit(ann.url)).sidebar();
  await sidebar.shows(ann.name);
  const first = await sidebar.asked();
  expect(first.id).toBe('fitsMarket');
  await sidebar.answer(first, 'yes');
  const second = await sidebar.asked();
  expect(second.id).toBe('hasProblem');
  await sidebar.answer(second, 'yes');

  const console = await openConsole();
  await console.getByRole('radio', { name: 'Value', exact: true }).check();
  await console.getByRole('heading', { level: 1, name: 'Value' }).waitFor();
  await expectAccessible(console, console.mainFrame(), 'console-playbook-value');
  await console.getByRole('button', { name: 'Use this playbook' }).click();
  await console.getByText('This browser now uses “Value”').waitFor();
  await shot(console, 'console-playbook-chosen');

  await sidebar.frame.getByText('The playbook is now “Value”').waitFor();
  await sidebar.row('Talked with them').waitFor();
  await sidebar.row('Problem we can create value for').filter({ hasText: 'Yes' }).waitFor();
  await sidebar.frame.getByText(/1 that it does not ask for is kept aside/).waitFor();
  expect(await sidebar.row(first.label).count()).toBe(0);
  await sidebar.page.bringToFront();
  await shot(sidebar.page, 'sidebar-playbook-value');

  await world().restart('close');
  const again = await openConsole();
  await again.getByRole('radio', { name: 'Value in use' }).waitFor();
  const later = await (await world().visit(ann.url)).sidebar();
  await later.shows(ann.name);
  await later.row('Talked with them').waitFor();

  await again.getByRole('radio', { name: 'Stagecheck default' }).check();
  await again.getByRole('button', { name: 'Use this playbook' }).click();
  await later.row(first.label).filter({ hasText: 'Yes' }).waitFor();
  expect(browser.extensionId).toBe(world().browser.extensionId);
});

it.each(builtins.map(({ id, name }) => [id, name] as const))('%s can be used on a call', async (_, name) => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const console = await openConsole();
  await console.getByRole('radio', { name }).check();
  const use = console.getByRole('button', { name: 'Use this playbook' });
  if ((await use.count()) > 0) await use.click();
  await console.getByRole('button', { name: 'In use' }).waitFor();
  const sidebar = await (await world().visit(ann.url)).sidebar();
  await sidebar.shows(ann.name);
  await sidebar.question.waitFor();
  await sidebar.page.bringToFront();
  await shot(sidebar.page, `sidebar-${name.replaceAll(' ', '-').toLowerCase()}`);
});
