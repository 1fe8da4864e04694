// A worker that dies while all waits; and the browser's storage on bad days: a database that was emptied, data of a newer version.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { badge, rowsIn, stands, tallied } from './support/outbox.ts';
import { endWorker } from './support/worker.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('the worker dies while all of it waits: an alarm is set, and the next worker goes on whatever started it', async () => {
  const { hubspot, browser } = world();
  const { inbound } = hubspot.people;
  const review = await reviewProspect(await openOn(world(), inbound));
  const before = hubspot.notes(inbound.id).length;
  hubspot.faults.arm({ path: /./, times: 1000, do: 'drop' });
  await review.confirmButton.click();
  await stands(browser, inbound.id, ['waiting']);
  const alarm = async () =>
    (await browser.worker()).evaluate<number>(
      `chrome.alarms.get('outbox').then((one) => one.scheduledTime - Date.now())`,
    );
  await expect.poll(alarm).toBeLessThan(60_000);
  for (const page of browser.context.pages().slice(1)) await page.close();
  await endWorker(browser);
  hubspot.faults.clear();
  await expect.poll(() => hubspot.notes(inbound.id).length, { timeout: 60_000 }).toBe(before + 1);
});

it('a database that was emptied: what waited in it is told', async () => {
  const { hubspot, browser } = world();
  const { meetingHeld } = hubspot.people;
  const review = await reviewProspect(await openOn(world(), meetingHeld));
  // So long that nothing of it is tried, and kept again, before the worker ends.
  const busy = { status: 429, headers: { 'retry-after': '600' } };
  hubspot.faults.arm({ path: /./, times: 1000, do: busy });
  await review.confirmButton.click();
  await stands(browser, meetingHeld.id, ['waiting']);
  await expect.poll(() => badge(browser)).toMatchObject({ text: '1' });
  await expect.poll(() => tallied(browser)).toBe(1);
  // As Chromium leaves a damaged database: there, and empty.
  await (await browser.worker()).evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('stagecheck');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const work = db.transaction('submissions', 'readwrite');
    work.objectStore('submissions').clear();
    await new Promise((resolve) => {
      work.oncomplete = resolve;
    });
    db.close();
  });
  for (const page of browser.context.pages().slice(1)) await page.close();
  await endWorker(browser);
  const popup = await browser.context.newPage();
  await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`);
  const title = 'Stagecheck: this browser lost a decision that waited. Open to see which';
  await expect.poll(() => badge(browser), { timeout: 15_000 }).toEqual({ text: '1', title });
  expect(await rowsIn(browser)).toEqual([]);
});

it('data of a newer version: nothing is sent, nothing of it is touched, and what was typed stays', async () => {
  const { hubspot, browser } = world();
  const { noReply } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  const review = await reviewProspect(sidebar);
  await review.note.fill('Typed by hand.');
  const upgrade = `new Promise((resolve, reject) => {
    const opening = indexedDB.open('stagecheck', 99);
    opening.onsuccess = () => resolve(opening.result.close());
    opening.onerror = () => reject(opening.error);
  })`;
  await (await browser.worker()).evaluate(upgrade);
  const traffic = world().traffic();
  await review.confirmButton.click();
  await sidebar.alert.filter({ hasText: 'of a newer version' }).waitFor();
  expect(writes(traffic())).toEqual([]);
  await sidebar.button('Back to the review').click();
  expect(await review.note.inputValue()).toBe('Typed by hand.');
  await endWorker(browser);
  const popup = await browser.context.newPage();
  await popup.goto(`chrome-extension://${browser.extensionId}/popup.html`);
  await expect.poll(() => badge(browser), { timeout: 15_000 }).toMatchObject({ text: '!' });
});
