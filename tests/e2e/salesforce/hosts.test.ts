// The other names that an org goes by: its sandboxes, Classic, the setup, and Microsoft Defender's proxy.
import { expect, it } from 'vitest';
import { openOn } from '../support/decide.ts';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { Welcome } from '../support/welcome.ts';
import { sharedWorld, type World } from '../support/world.ts';

const both = async (world: World) => {
  await signIn(world);
  await signIn(world, 'uat');
};
const world = sharedWorld({ connect: both });

it('a sandbox org’s pages: MyDomain--name.sandbox', async () => {
  const { uatLead } = world().salesforce.people;
  expect(new URL(uatLead.url).hostname).toBe('acme--uat.sandbox.lightning.force.com');
  const sidebar = await openOn(world(), uatLead);
  await sidebar.header.getByText(/^Salesforce: /).waitFor();
});

it('Classic, where the page stands on the host of the API', async () => {
  const { salesforce } = world();
  const { ann, claire } = salesforce.people;
  salesforce.settings.classic = true;
  const { api } = salesforce.orgs.acme;
  const page = await world().visit(`https://${api}/${ann.id}`);
  await page.page.getByText('Salesforce Classic').waitFor();
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  await shot(page.page, 'salesforce-classic');
  await page.page.goto(`https://${api}/${claire.id.slice(0, 15)}`);
  await (await page.present()).shows(claire.name);
});

it('the setup: no record there, said in words, and the org is asked nothing', async () => {
  const { salesforce } = world();
  const page = await world().visit('https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home');
  salesforce.clearRequests();
  const sidebar = await page.sidebar();
  await sidebar.frame
    .getByText(/the setup/)
    .first()
    .waitFor();
  await shot(page.page, 'salesforce-setup');
  expect(salesforce.requests).toEqual([]);
});

it('behind Microsoft Defender: records are read and shown as elsewhere, by the org’s own API host', async () => {
  const { ann } = world().salesforce.people;
  const { pathname } = new URL(ann.url);
  const page = await world().visit(`https://acme.lightning.force.com.mcas.ms${pathname}`);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
});

it('behind Microsoft Defender the session is no way in: the reason is told before anything is asked, and the other way named', async () => {
  const { ann } = world().salesforce.people;
  const { pathname } = new URL(ann.url);
  await world().visit(`https://acme.lightning.force.com.mcas.ms${pathname}`);
  const welcome = await Welcome.open(world().browser);
  await welcome.chooseCrm('Salesforce');
  await welcome.chooseWay('session');
  await welcome.page.getByText(/Microsoft Defender stands between this browser and Salesforce/).waitFor();
  await welcome.page.getByText(/Choose “Sign in with Salesforce” above instead/).waitFor();
  expect(await welcome.page.getByRole('button', { name: /^Use my sign-in/ }).count()).toBe(0);
  await shot(welcome.page, 'salesforce-session-defender');
});
