// The welcome page and the console, in light and dark: axe finds nothing in any step or section.
import { it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { rep } from './support/rep.ts';
import { Welcome } from './support/welcome.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({ key: null });

it('the sidebar before anything is connected', async () => {
  const sidebar = await (await world().visit(world().hubspot.people.ann.url)).sidebar();
  await sidebar.frame.getByRole('heading', { name: 'Connect your CRM to begin' }).waitFor();
  await expectAccessible(sidebar.page, sidebar.frame, 'state-not-connected');
});

it('each step of the welcome page', async () => {
  const { hubspot, browser } = world();
  const welcome = await Welcome.open(browser);
  const accessible = (name: string) =>
    expectAccessible(welcome.page, welcome.page.mainFrame(), `welcome-${name}`);
  await welcome.key.waitFor();
  await accessible('key');
  await welcome.check(hubspot.keys.noDeals);
  await welcome.account.waitFor();
  await accessible('checked');
  await welcome.check(hubspot.keys.full);
  await welcome.page.getByText(/Every scope is there/).waitFor();
  await welcome.page.getByRole('button', { name: 'Continue' }).click();
  await welcome.page.getByRole('combobox', { name: 'Your name or e-mail' }).waitFor();
  await accessible('person');
  await welcome.choosePerson(rep);
  await welcome.page.getByRole('button', { name: 'Save and finish' }).waitFor();
  await accessible('mapping');
  await welcome.finish();
  await accessible('ready');
});

it('each section of the console', async () => {
  const { context, extensionId } = world().browser;
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/console.html`);
  const sections = page.getByRole('navigation').getByRole('link');
  await sections.first().waitFor();
  for (const [index, section] of (await sections.all()).entries()) {
    await section.click();
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await expectAccessible(page, page.mainFrame(), `console-${index + 1}`);
  }
});
