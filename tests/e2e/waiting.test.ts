// What waits or was refused, by the keyboard alone: left for the next call, changed and sent again, taken back.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { expectAccessible } from './support/axe.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { stands } from './support/outbox.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { overflows, setWidth } from './support/width.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const widths = [280, 360, 560];

const waiting = (sidebar: Sidebar) => sidebar.frame.getByRole('heading', { name: 'Waiting to be written' });
const busy = { status: 429, headers: { 'retry-after': '600' } };

it('refused with the note not yet there: changed and sent again under its id, it is written once', async () => {
  const { hubspot, browser } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  await reviewProspect(sidebar);
  const notes = hubspot.notes(inbound.id).length;
  const refusal = {
    status: 400,
    body: { status: 'error', category: 'VALIDATION_ERROR', message: 'The note says too little.' },
  };
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1, do: refusal });
  await sidebar.press('Enter');
  await sidebar.alert.filter({ hasText: 'The note says too little.' }).waitFor();
  await shot(sidebar.page, 'refused-with-ways');
  await sidebar.press('c');
  const review = await Review.shown(sidebar);
  await sidebar.tabTo(review.note);
  await sidebar.page.keyboard.press('Control+End');
  await sidebar.page.keyboard.type(' Spoke at length.');
  await sidebar.press('Control+Enter');
  await review.written();
  await stands(browser, inbound.id, ['written']);
  const now = hubspot.notes(inbound.id);
  expect(now).toHaveLength(notes + 1);
  expect(JSON.stringify(now)).toContain('Spoke at length.');
});

it('refused with the stage already written: back at the old stage, the review says so and it is written', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const stage = () => hubspot.contact(ann.id).properties.lifecyclestage;
  const sidebar = await openOn(world(), ann);
  await reviewProspect(sidebar);
  const forbidden = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not yours.' } };
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1, do: forbidden });
  await sidebar.press('Enter');
  await sidebar.alert.filter({ hasText: 'Not yours.' }).waitFor();
  expect(stage()).toBe('salesqualifiedlead');
  await sidebar.press('c');
  const review = await Review.shown(sidebar);
  await sidebar.frame.getByRole('combobox', { name: 'Stage' }).selectOption('lead');
  await sidebar.frame.getByLabel(/^Why, although/).fill('They asked us to wait.');
  await sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' }).check();
  const { changes } = await review.preview();
  expect(changes).toContainEqual({ label: 'Lifecycle Stage', from: 'Sales Qualified Lead', to: 'Lead' });
  await shot(sidebar.page, 'changed-back');
  await review.confirmButton.click();
  await review.written();
  expect(stage()).toBe('lead');
  expect(JSON.stringify(hubspot.notes(ann.id))).toContain('They asked us to wait.');
});

it('taken back after a part has arrived: what stays is said first, and no more is written', async () => {
  const { hubspot, browser } = world();
  const { meetingHeld } = hubspot.people;
  const sidebar = await openOn(world(), meetingHeld);
  await reviewProspect(sidebar);
  const notes = hubspot.notes(meetingHeld.id).length;
  const forbidden = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not yours.' } };
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1, do: forbidden });
  await sidebar.press('Enter');
  await sidebar.alert.filter({ hasText: 'Not yours.' }).waitFor();
  for (const width of widths) {
    await setWidth(sidebar, width);
    await sidebar.press('b');
    await sidebar.frame.getByText(/What is written already stays in HubSpot/).waitFor();
    await shot(sidebar.page, `take-back-${width}`);
    expect(await overflows(sidebar), `${width}`).toBe(false);
  }
  await sidebar.press('b');
  await stands(browser, meetingHeld.id, ['withdrawn']);
  expect(hubspot.notes(meetingHeld.id)).toHaveLength(notes);
  await sidebar.shows(meetingHeld.name);
});

// After the others: it keeps the whole account back for a while.
it('HubSpot is busy: it waits, Enter goes on with the call, B takes it back, and the answers stay', async () => {
  const { hubspot, browser } = world();
  const { bought } = hubspot.people;
  const sidebar = await openOn(world(), bought);
  await reviewProspect(sidebar);
  const notes = hubspot.notes(bought.id).length;
  hubspot.faults.arm({ method: 'GET', path: /\/contacts\/\d+\?/, times: 1, do: busy });
  await sidebar.press('Enter');
  await waiting(sidebar).waitFor();
  await sidebar.frame.getByText(/Next try at/).waitFor();
  await expectAccessible(sidebar.page, sidebar.frame, 'waiting');
  for (const scheme of ['light', 'dark'] as const) {
    await sidebar.page.emulateMedia({ colorScheme: scheme });
    await shot(sidebar.page, `waiting-${scheme}`);
  }
  await sidebar.page.emulateMedia({ colorScheme: 'light' });
  await sidebar.press('Enter');
  await sidebar.card.or(sidebar.nothingToAsk).first().waitFor();
  await sidebar.frame.getByText('Waiting to be written').waitFor();
  await shot(sidebar.page, 'waiting-beside');

  await sidebar.press('Enter');
  await waiting(sidebar).waitFor();
  await sidebar.press('b');
  await waiting(sidebar).waitFor({ state: 'detached' });
  await stands(browser, bought.id, ['withdrawn']);
  expect(hubspot.notes(bought.id)).toHaveLength(notes);
  await sidebar.frame
    .getByText(/: Yes.*You/)
    .first()
    .waitFor();
});

it('Salesforce allows no more calls today: it waits, and T sends it once there are some again', async () => {
  const { salesforce, browser } = world();
  await signIn(world());
  const { noReply } = salesforce.people;
  const sidebar = await openOn(world(), noReply);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  const tasks = salesforce.tasks(noReply.id).length;
  const limit = [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }];
  const spent = salesforce.faults.arm({ path: /./, times: 1000, do: { status: 403, body: limit } });
  await sidebar.press('Enter');
  await waiting(sidebar).waitFor();
  expect(spent.struck).toBeGreaterThan(0);
  spent.disarm();
  await sidebar.press('t');
  await review.written();
  await stands(browser, noReply.id, ['written']);
  expect(salesforce.tasks(noReply.id)).toHaveLength(tasks + 1);
});
