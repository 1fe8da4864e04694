// A decision that is changed after a part of it was written, or may have been: what can't be changed any more is said.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { stands } from './support/outbox.ts';
import { pictures } from './support/pictures.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({
  connect: async (world) => {
    await world.connect('full');
    await signIn(world);
  },
});

const tooLate = (sidebar: Sidebar) => sidebar.frame.getByText('Part of your change came too late');

it('HubSpot: a deal that is there keeps its name, and the receipt says so', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const sidebar = await openOn(world(), ann);
  await sidebar.climb('Opportunity', yesToAll);
  await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  await sidebar.frame.getByLabel('Name', { exact: true }).fill('Forty seats');
  const forbidden = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not yours.' } };
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1, do: forbidden });
  await sidebar.press('Control+Enter');
  await sidebar.alert.filter({ hasText: 'Not yours.' }).waitFor();
  await sidebar.press('c');
  const review = await Review.shown(sidebar);
  await sidebar.frame.getByLabel('Name', { exact: true }).fill('Fifty seats');
  await sidebar.press('Control+Enter');
  await review.written();
  await tooLate(sidebar).waitFor();
  await sidebar.frame.getByText('Deal "Forty seats" created').waitFor();
  await pictures(sidebar, 'came-too-late');
  expect(hubspot.deals(ann.id).map(({ properties }) => properties.dealname)).toEqual(['Forty seats']);
});

it('HubSpot: where nobody knows whether it arrived, the change waits for that, and is what stands', async () => {
  const { hubspot, browser } = world();
  const { inbound } = hubspot.people;
  const stage = () => hubspot.contact(inbound.id).properties.lifecyclestage;
  const sidebar = await openOn(world(), inbound);
  await reviewProspect(sidebar);
  hubspot.faults.arm({ method: 'PATCH', path: /\/contacts\/\d+/, times: 1, do: 'dropAfter' });
  hubspot.faults.arm({ method: 'GET', path: /\/contacts\/\d+\?/, times: 4, skip: 1, do: 'drop' });
  await sidebar.press('Enter');
  await sidebar.frame.getByRole('heading', { name: 'Waiting to be written' }).waitFor();
  hubspot.faults.clear();
  hubspot.faults.arm({ path: /./, times: 1000, do: 'drop' });
  await sidebar.press('c');
  const review = await Review.shown(sidebar);
  await sidebar.frame.getByRole('combobox', { name: 'Stage' }).selectOption('opportunity');
  await sidebar.frame.getByLabel(/^Why, although/).fill('They asked for an offer.');
  await sidebar.press('Control+Enter');
  await sidebar.frame.getByText('waits until it is known whether the first one arrived').first().waitFor();
  await pictures(sidebar, 'edited-and-waiting');
  hubspot.faults.clear();
  await review.written(90_000);
  await stands(browser, inbound.id, ['written']);
  expect(stage()).toBe('opportunity');
  expect(JSON.stringify(hubspot.notes(inbound.id))).toContain('They asked for an offer.');
});

it('Salesforce: a flow took the stage back, and the note that is there is not the one that the rep changes', async () => {
  const { salesforce } = world();
  const { noReply } = salesforce.people;
  const tasks = salesforce.tasks(noReply.id).length;
  const before = String(salesforce.lead(noReply.id).values.Status);
  const sidebar = await openOn(world(), noReply);
  await reviewProspect(sidebar);
  salesforce.settings.flows.push({ object: 'Lead', field: 'Status', to: before });
  await sidebar.press('Enter');
  await sidebar.alert.filter({ hasText: /did not keep it/ }).waitFor();
  const row = (name: string) => sidebar.frame.getByRole('listitem').filter({ hasText: name });
  await row('Fields').getByText('not written', { exact: true }).waitFor();
  await row('Note').getByText('written', { exact: true }).waitFor();
  await shot(sidebar.page, 'salesforce-not-kept');
  await sidebar.press('b');
  const asked = sidebar.frame.getByText(/What is written already stays in Salesforce/);
  await asked.waitFor();
  await sidebar.press('k');
  await asked.waitFor({ state: 'hidden' });
  salesforce.resetSettings();
  await sidebar.press('c');
  const review = await Review.shown(sidebar);
  await review.note.fill('Typed when it was too late.');
  await sidebar.press('Control+Enter');
  await review.written();
  await tooLate(sidebar).waitFor();
  await shot(sidebar.page, 'salesforce-came-too-late');
  expect(salesforce.lead(noReply.id).values.Status).toBe('Qualified Prospect');
  const all = salesforce.tasks(noReply.id);
  expect(all).toHaveLength(tasks + 1);
  expect(JSON.stringify(all)).not.toContain('too late');
  expect(await sidebar.frame.getByText('Typed when it was too late.').count()).toBe(0);
});
