// Nobody presses anything: what could not be written goes on by itself, over dead workers and dead browsers, once.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { badge, stands } from './support/outbox.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { setWidth } from './support/width.ts';
import { endWorker } from './support/worker.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const notes = { method: 'POST', path: /objects\/2026-09\/notes$/, times: 1 };

it('the network goes and comes back: it is written, and the badge counts it meanwhile', async () => {
  const { hubspot, browser } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  const review = await reviewProspect(sidebar);
  const before = hubspot.notes(inbound.id).length;
  hubspot.faults.arm({ path: /./, times: 1000, do: 'drop' });
  await review.confirmButton.click();
  await stands(browser, inbound.id, ['waiting']);
  await expect
    .poll(() => badge(browser))
    .toEqual({
      text: '1',
      title: 'Stagecheck: decisions that wait to be written: 1',
    });
  hubspot.faults.clear();
  await review.written(30_000);
  expect(hubspot.notes(inbound.id)).toHaveLength(before + 1);
  await expect.poll(() => badge(browser)).toMatchObject({ text: '' });
});

it('what the rep alone can mend is counted as that', async () => {
  const { hubspot, browser } = world();
  const { withLead } = hubspot.people;
  const sidebar = await openOn(world(), withLead);
  const review = await reviewProspect(sidebar);
  const refusal = { status: 403, body: { status: 'error', category: 'FORBIDDEN', message: 'Not yours.' } };
  hubspot.faults.arm({ method: 'PATCH', path: /./, times: 1, do: refusal });
  await review.confirmButton.click();
  await stands(browser, withLead.id, ['failed']);
  await expect
    .poll(() => badge(browser))
    .toMatchObject({ text: '1', title: expect.stringContaining('needs you') });
  await review.retry();
  await review.written();
  await expect.poll(() => badge(browser)).toMatchObject({ text: '' });
});

it('the worker dies while HubSpot writes the note: the next one finds it and is done', async () => {
  const { hubspot, browser } = world();
  const { meetingHeld } = hubspot.people;
  const sidebar = await openOn(world(), meetingHeld);
  const review = await reviewProspect(sidebar);
  const before = hubspot.notes(meetingHeld.id).length;
  const silence = hubspot.faults.arm({ ...notes, do: { silentMs: 15_000, acts: 'before' } });
  await review.confirmButton.click();
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  await endWorker(browser);
  // The CRM page asks how the sidebar stands, which starts a worker as anything else does.
  await sidebar.page.reload();
  await stands(browser, meetingHeld.id, ['written'], 30_000);
  expect(hubspot.notes(meetingHeld.id)).toHaveLength(before + 1);
});

it('HubSpot allows no more calls for a while: nobody of the account asks before', async () => {
  const { hubspot, browser } = world();
  const { stale, bought } = hubspot.people;
  const first = await reviewProspect(await openOn(world(), stale));
  const second = await reviewProspect(await openOn(world(), bought));
  hubspot.faults.arm({
    method: 'GET',
    path: /\/contacts\/\d+\?/,
    times: 1,
    do: { status: 429, headers: { 'retry-after': '12' } },
  });
  const traffic = world().traffic();
  // Only what is on screen can be confirmed.
  await first.sidebar.page.bringToFront();
  await first.confirmButton.click();
  await first.sidebar.alert.waitFor();
  await stands(browser, stale.id, ['waiting']);
  expect(traffic().map(({ status }) => status)).toEqual([429]);
  await second.sidebar.page.bringToFront();
  await second.confirmButton.click();
  await second.sidebar.alert.waitFor();
  expect(traffic()).toHaveLength(1);
  expect(writes(traffic())).toEqual([]);
  await Promise.all([first.written(30_000), second.written(30_000)]);
});

it('the browser is killed in mid-write: started again, it goes on with nothing opened', async () => {
  const { hubspot } = world();
  const { busy } = hubspot.people;
  const sidebar = await openOn(world(), busy);
  const review = await reviewProspect(sidebar);
  const before = hubspot.notes(busy.id).length;
  const silence = hubspot.faults.arm({ ...notes, do: { silentMs: 20_000, acts: 'before' } });
  await review.confirmButton.click();
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  await world().restart('kill');
  await stands(world().browser, busy.id, ['written'], 40_000);
  expect(hubspot.notes(busy.id)).toHaveLength(before + 1);
  await expect.poll(() => badge(world().browser)).toMatchObject({ text: '' });
});

it('the extension is taken down in mid-write, as for an update: once it is there again, it goes on', async () => {
  const { hubspot, browser } = world();
  const { noReply } = hubspot.people;
  const review = await reviewProspect(await openOn(world(), noReply));
  const before = hubspot.notes(noReply.id).length;
  const silence = hubspot.faults.arm({
    method: 'PATCH',
    path: /objects\/2026-09\/contacts/,
    times: 1,
    do: { silentMs: 15_000, acts: 'before' },
  });
  await review.confirmButton.click();
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  const worker = await browser.worker();
  const gone = new Promise((resolve) => worker.once('close', resolve));
  await worker.evaluate('void setTimeout(() => chrome.runtime.reload(), 50)');
  await gone;
  // A browser that was given an extension by its command line does not load it again by itself.
  await world().restart('close');
  await expect.poll(() => hubspot.notes(noReply.id).length, { timeout: 60_000 }).toBe(before + 1);
  expect(hubspot.contact(noReply.id).properties.lifecyclestage).toBe('salesqualifiedlead');
});

it('the worker dies with a submission that it has kept: taken back and confirmed anew it is one note, and no second one without news', async () => {
  const { hubspot, browser } = world();
  const { ann } = hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const review = await reviewProspect(sidebar);
  const before = hubspot.notes(ann.id).length;
  const look = { method: 'GET', path: /\/contacts\/\d+\?/ };
  const silence = hubspot.faults.arm({ ...look, times: 1, do: { silentMs: 15_000, acts: 'before' } });
  await review.confirmButton.click();
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  hubspot.faults.arm({ ...look, times: 100, do: { status: 500 } });
  await endWorker(browser);
  // The page asks the next worker what became of it, and is told that it waits.
  await sidebar.frame.getByRole('heading', { name: 'Waiting to be written' }).waitFor({ timeout: 40_000 });
  await sidebar.press('b');
  await stands(browser, ann.id, ['withdrawn']);
  hubspot.faults.clear();
  await sidebar.card.or(sidebar.nothingToAsk).first().waitFor();
  await (await Review.open(sidebar)).confirm();
  await stands(browser, ann.id, ['withdrawn', 'written']);
  expect(hubspot.notes(ann.id)).toHaveLength(before + 1);

  await sidebar.press('Enter');
  await sidebar.card.or(sidebar.nothingToAsk).first().waitFor();
  const nothing = sidebar.frame.getByText(/^Nothing new since \d\d:\d\d\.$/).first();
  await Review.open(sidebar);
  await nothing.waitFor();
  await sidebar.press('Enter');
  await setWidth(sidebar, 280);
  for (const scheme of ['light', 'dark'] as const) {
    await sidebar.page.emulateMedia({ colorScheme: scheme });
    await shot(sidebar.page, `nothing-new-${scheme}`);
  }
  await page.page.reload();
  const again = await page.present();
  await again.shows(ann.name);
  // After a reload the keyboard is the CRM page's.
  await again.heading.first().click();
  await again.keysOn();
  await Review.open(again);
  await again.frame
    .getByText(/^Nothing new since/)
    .first()
    .waitFor();
  await again.press('Enter');
  await stands(browser, ann.id, ['withdrawn', 'written']);
  expect(hubspot.notes(ann.id)).toHaveLength(before + 1);
});
