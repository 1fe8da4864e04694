// Too many requests, server faults, no network, a captive portal, silence, lost answers: told, kept, never written twice.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const always = { path: /./, times: 1000 };

it.each([
  ['too many requests', { status: 429, headers: { 'retry-after': '60' } }, /taking no more requests/],
  ['a fault of HubSpot’s', { status: 500 }, /has a fault of its own/],
  ['no network', 'drop', /No connection to HubSpot/],
  ['a captive portal', 'html', /answered in a way we don/],
] as const)('reading meets %s: the rep is told, and a second try reads', async (name, fault, words) => {
  const { hubspot } = world();
  hubspot.faults.arm({ ...always, do: fault });
  const page = await world().visit(hubspot.people.ann.url);
  const sidebar = await page.sidebar();
  await sidebar.alert.filter({ hasText: words }).waitFor();
  await shot(page.page, `read-${name.replace(/\W+/g, '-')}`);
  hubspot.faults.clear();
  await sidebar.button('Try again').first().click();
  await sidebar.shows('Ann Meyer');
});

it('a network that goes away later leaves what was read in sight, with its age', async () => {
  const { hubspot } = world();
  const { ann, noReply } = hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  await page.goTo('Contacts', noReply.name);
  await sidebar.shows(noReply.name);
  hubspot.faults.arm({ ...always, do: 'drop' });
  await page.goTo('Contacts', ann.name);
  await sidebar.alert.filter({ hasText: /Last read/ }).waitFor();
  await sidebar.heading.filter({ hasText: ann.name }).waitFor();
  await sidebar.row('Two-way contact').filter({ hasText: 'Yes' }).waitFor();
  await shot(page.page, 'offline-with-age');
});

it.each([
  // Longer than one call waits for by itself.
  ['429', { status: 429, headers: { 'retry-after': '9' } }, 'inbound'],
  ['500', { status: 500 }, 'withLead'],
  ['no network', 'drop', 'meetingHeld'],
] as const)('writing meets %s: nothing is lost, and nothing is written twice', async (_, fault, name) => {
  const { hubspot } = world();
  const person = hubspot.people[name];
  const notes = hubspot.notes(person.id).length;
  const sidebar = await openOn(world(), person);
  const review = await reviewProspect(sidebar);
  const { note } = await review.preview();
  hubspot.faults.arm({ ...always, do: fault });
  await review.confirmButton.click();
  await sidebar.alert.waitFor();
  expect(hubspot.notes(person.id)).toHaveLength(notes);
  hubspot.faults.clear();
  await review.retry();
  await review.written(30_000);
  expect(hubspot.notes(person.id)).toHaveLength(notes + 1);
  expect(hubspot.contact(person.id).properties.lifecyclestage).toBe('salesqualifiedlead');
  expect(note).toContain('Prospect');
});

it('the answer to the deal is lost after HubSpot made it: one deal, one note', async () => {
  const { hubspot } = world();
  const { busy } = hubspot.people;
  const sidebar = await openOn(world(), busy);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  hubspot.faults.arm({ method: 'POST', path: /objects\/2026-09\/deals$/, times: 1, do: 'dropAfter' });
  await review.confirmButton.click();
  // Where a look-up at once did not find it, there is another one within a minute.
  await review.written(90_000);
  expect(hubspot.deals(busy.id)).toHaveLength(1);
  expect(hubspot.notes(busy.id)).toHaveLength(1);
});

it('a workflow copies the new deal’s text into a note before ours could be written: ours is written all the same', async () => {
  const { hubspot } = world();
  const person = hubspot.create('contacts', {
    ...{ firstname: 'Cora', lastname: 'Beck', email: 'cora@copied.example' },
  });
  const sidebar = await openOn(world(), { url: person.url, name: 'Cora Beck' });
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  hubspot.faults.arm({
    ...{ method: 'POST', path: /objects\/2026-09\/notes$/, times: 1 },
    do: { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not now.' } },
  });
  await review.confirmButton.click();
  await sidebar.alert.waitFor();
  const [deal] = hubspot.deals(person.id);
  const text = `New deal: ${deal?.properties.dealname}. ${deal?.properties.description}`;
  const { id: copy } = hubspot.create(
    'notes',
    { hs_timestamp: hubspot.now().toISOString(), hs_note_body: text },
    [{ type: 'contacts', id: person.id }],
    hubspot.portals.main,
    { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'workflow:1', sourceLabel: 'Deal to note' },
  );
  hubspot.faults.clear();
  await review.retry();
  await review.written(30_000);
  const left = hubspot.notes(person.id).filter(({ id }) => id !== copy);
  expect(left.map(({ properties }) => properties.hs_note_body)).toEqual([
    expect.stringContaining('Evidence (Stagecheck)'),
  ]);
  expect(hubspot.deals(person.id)).toHaveLength(1);
});

it('40 seconds of silence: after 20 it is looked up; what was made is not made again, what was not is told', async () => {
  const { hubspot } = world();
  const { stale, bought } = hubspot.people;
  const made = await openOn(world(), stale);
  const madeReview = await reviewProspect(made);
  const lost = await openOn(world(), bought);
  const lostReview = await reviewProspect(lost);
  const notes = { method: 'POST', path: /objects\/2026-09\/notes$/, times: 1 };

  const silence = hubspot.faults.arm({ ...notes, do: { silentMs: 40_000, acts: 'never' } });
  await lostReview.confirmButton.click();
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  const late = hubspot.faults.arm({ ...notes, do: { silentMs: 40_000, acts: 'before' } });
  // Only what is on screen can be confirmed.
  await made.page.bringToFront();
  await madeReview.confirmButton.click();
  await expect.poll(() => late.struck, { timeout: 10_000 }).toBe(1);
  await made.frame.getByRole('heading', { name: 'Writing to HubSpot' }).waitFor();
  await shot(made.page, 'writing');

  await lost.alert.filter({ hasText: 'HubSpot did not answer in time' }).waitFor({ timeout: 35_000 });
  await shot(lost.page, 'timeout');
  await madeReview.written(35_000);
  // HubSpot may still be at it, and nothing keeps it from making a second note: it takes its time, by itself.
  await lostReview.written(150_000);
  expect(hubspot.notes(stale.id)).toHaveLength(1);
  expect(hubspot.notes(bought.id)).toHaveLength(1);
}, 300_000);
