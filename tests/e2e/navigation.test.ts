// Moving about in the single-page CRM: the sidebar follows, answers stay with their contact, late news does not leak.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('follows to another contact without a load, and brings the first one’s answers back', async () => {
  const { ann, noReply } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const first = await sidebar.asked();
  await sidebar.answer(first, 'yes');

  await page.goTo('Contacts', noReply.name);
  await sidebar.shows(noReply.name);
  expect(await sidebar.row(first.label).textContent()).not.toContain('You');

  await page.goTo('Contacts', ann.name);
  await sidebar.shows(ann.name);
  await sidebar
    .row(first.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
  await page.page.goBack();
  await page.page.goBack();
  await sidebar.shows(noReply.name);
});

it('shows nothing of the contact that was left when its answers come late', async () => {
  const { hubspot } = world();
  const { stale, future } = hubspot.people;
  const page = await world().visit(future.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(future.name);

  const slow = hubspot.faults.arm({
    path: new RegExp(`/contacts/${stale.id}`),
    times: 1,
    do: { silentMs: 6000, acts: 'before' },
  });
  await page.goTo('Contacts', stale.name);
  await sidebar.heading.filter({ hasText: 'Reading the record' }).waitFor();
  await page.goTo('Contacts', future.name);
  await sidebar.shows(future.name);
  const left = `/contacts/${stale.id}`;
  await hubspot.request(({ path, done }) => done && path.endsWith(left));
  expect(slow.struck).toBe(1);
  // Round trips of a message, so that whatever the late answer would do has been done.
  await sidebar.button('Keys').click();
  await sidebar.frame.getByRole('heading', { name: 'Keys' }).waitFor();
  await sidebar.press('?');
  await sidebar.shows(future.name);
  expect(await sidebar.frame.locator('body').textContent()).not.toContain(stale.name);
});

it('an answer given to a contact that is still being read stays with that contact', async () => {
  const { hubspot } = world();
  const { twinA, twoCompanies } = hubspot.people;
  const page = await world().visit(twoCompanies.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(twoCompanies.name);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'no');
  await page.goTo('Contacts', twinA.name);
  await sidebar.shows(twinA.name);
  expect(await sidebar.row(criterion.label).textContent()).not.toContain('You');
});

it('lists the people of a company, and works on the one that is chosen', async () => {
  const { hubspot } = world();
  const page = await world().visit(hubspot.recordUrl('companies', hubspot.people.records.company));
  const sidebar = await page.sidebar();
  const people = sidebar.frame.getByRole('region', { name: 'People' });
  await people.waitFor();
  const row = people.getByRole('button', { name: /Piotr Nowak/ });
  await row.filter({ hasText: /Lead/ }).waitFor();
  await shot(page.page, 'company');
  await row.click();
  await sidebar.shows('Piotr Nowak');
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  await sidebar.press('Escape');
  await people.waitFor();
});

it.each([
  ['deal', 'deals', 'Dieter Krüger'],
  ['lead', 'leads', 'Leticia Barros'],
] as const)('lists the people of a %s', async (record, type, name) => {
  const { hubspot } = world();
  const page = await world().visit(hubspot.recordUrl(type, hubspot.people.records[record]));
  const sidebar = await page.sidebar();
  await sidebar.frame.getByRole('region', { name: 'People' }).getByRole('button', { name }).waitFor();
  await shot(page.page, record);
  await sidebar.press('1');
  await sidebar.shows(name);
});

it('says so where a company has nobody', async () => {
  const { hubspot } = world();
  const page = await world().visit(hubspot.recordUrl('companies', hubspot.people.records.emptyCompany));
  const sidebar = await page.sidebar();
  await sidebar.frame.getByText('Nobody is associated with this record yet').waitFor();
  await shot(page.page, 'company-empty');
});

it('says kindly that a page is no record, and follows on to the next one', async () => {
  const { ann } = world().hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  await page.goToList('Companies');
  await sidebar.frame.getByRole('heading', { name: 'Open a contact to begin' }).waitFor();
  await sidebar.frame.getByText('This page is a list of companies').waitFor();
  await shot(page.page, 'unsupported');
  await page.goTo('Contacts', ann.name);
  await sidebar.shows(ann.name);
});

it('shows text from the CRM as text, whatever it says', async () => {
  const { html } = world().hubspot.people;
  const sidebar = await openOn(world(), html);
  await sidebar.press('e');
  await sidebar.frame.getByRole('region', { name: 'Evidence' }).waitFor();
  await sidebar.press('Enter');
  await sidebar.frame.getByRole('textbox', { name: 'Note' }).waitFor();
  await shot(sidebar.page, 'hostile-text');
  for (const frame of sidebar.page.frames()) expect(await frame.evaluate('window.__harm')).toBeUndefined();
});

it.each(['emoji', 'rtl', 'noName', 'noEmail', 'noCompany', 'bare', 'placeholders', 'longTitle'] as const)(
  'reads %s',
  async (name) => {
    const person = world().hubspot.people[name];
    const sidebar = await (await world().visit(person.url)).sidebar();
    await sidebar.frame.locator('[aria-busy=false]').waitFor();
    await sidebar.ladder.getByText(/Prospect needs \d more answers/).waitFor();
    await shot(sidebar.page, `contact-${name}`);
    const wide = await sidebar.frame.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wide).toBe(false);
  },
);

it('two windows on one contact show the same answers, and each keeps what the other answered', async () => {
  const { bought: person } = world().hubspot.people;
  const one = await openOn(world(), person);
  const two = await openOn(world(), person);
  const first = await two.asked();
  await two.answer(first, 'yes');
  await one.page.bringToFront();
  await one
    .row(first.label)
    .filter({ hasText: /: Yes.*You/ })
    .waitFor();
  // The tab brought the keyboard, and no key of the rep's: none counts at once.
  await one.keysOn();
  const second = await one.asked();
  expect(second.id).not.toBe(first.id);
  await one.answer(second, 'no');
  await two
    .row(second.label)
    .filter({ hasText: /: No.*You/ })
    .waitFor();
});

it('what is confirmed and left at once is written to its own record', async () => {
  const { hubspot } = world();
  const { inbound, future } = hubspot.people;
  const notes = [inbound, future].map(({ id }) => hubspot.notes(id).length);
  const sidebar = await openOn(world(), inbound);
  await reviewProspect(sidebar);
  // The message is on its way for as long as it takes the tab to go on.
  await sidebar.frame.evaluate(() => {
    const runtime: object = Reflect.get(Reflect.get(window, 'chrome'), 'runtime');
    const send = Reflect.get(runtime, 'sendMessage');
    const gone = new Promise<void>((resolve) => {
      Reflect.set(window, 'letGo', resolve);
    });
    Reflect.set(runtime, 'sendMessage', async (message: object) => {
      if (Reflect.get(message, 'name') === 'submission.send') await gone;
      return Reflect.apply(send, runtime, [message]);
    });
  });
  await sidebar.press('Enter');
  await sidebar.page.evaluate((to) => history.pushState({}, '', to), future.url);
  await sidebar.shows(future.name);
  expect(hubspot.notes(inbound.id)).toHaveLength(notes[0] ?? 0);
  await sidebar.frame.evaluate(() => Reflect.apply(Reflect.get(window, 'letGo'), window, []));
  await expect.poll(() => hubspot.notes(inbound.id).length, { timeout: 30_000 }).toBe((notes[0] ?? 0) + 1);
  expect(hubspot.notes(future.id)).toHaveLength(notes[1] ?? 0);
});
