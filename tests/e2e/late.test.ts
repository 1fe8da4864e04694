// A write that HubSpot carries out long after we stopped waiting, and the rep took it back: the next one comes after it.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { stands } from './support/outbox.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { overflows, setWidth } from './support/width.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('the newer decision waits, and meets what the older one has made of the record', async () => {
  const { hubspot, browser } = world();
  const { meetingHeld } = hubspot.people;
  const sidebar = await openOn(world(), meetingHeld);
  await reviewProspect(sidebar);
  const late = { method: 'PATCH', path: /\/contacts\/\d+/, times: 1 };
  const silence = hubspot.faults.arm({ ...late, do: { silentMs: 40_000, acts: 'after' } });
  await sidebar.press('Enter');
  await expect.poll(() => silence.struck, { timeout: 10_000 }).toBe(1);
  await sidebar.frame.getByText(/HubSpot did not answer in time/).waitFor({ timeout: 35_000 });
  expect(hubspot.contact(meetingHeld.id).properties.lifecyclestage).toBe('lead');
  await sidebar.press('b');
  await sidebar.frame.getByText(/nobody knows yet whether it arrived/).waitFor();
  await sidebar.press('b');
  await stands(browser, meetingHeld.id, ['withdrawn']);

  await sidebar.climb('Opportunity', yesToAll);
  await Review.open(sidebar);
  const traffic = world().traffic();
  await sidebar.press('Enter');
  await sidebar.frame.getByText('An earlier decision on this record may still arrive').waitFor();
  expect(writes(traffic())).toEqual([]);
  for (const width of [280, 360]) {
    await setWidth(sidebar, width);
    await shot(sidebar.page, `waits-for-the-late-one-${width}`);
    expect(await overflows(sidebar), `${width}`).toBe(false);
  }

  await sidebar.frame
    .getByRole('heading', { name: /Someone changed this record/ })
    .waitFor({ timeout: 75_000 });
  expect(hubspot.contact(meetingHeld.id).properties.lifecyclestage).toBe('salesqualifiedlead');
  await sidebar.frame.getByRole('radio', { name: 'Write mine Opportunity' }).waitFor();
  await shot(sidebar.page, 'met-the-late-one');
  await sidebar.press('2');
  await sidebar.press('Enter');
  await (await Review.shown(sidebar)).confirm();
  await stands(browser, meetingHeld.id, ['withdrawn', 'written']);
  expect(hubspot.contact(meetingHeld.id).properties.lifecyclestage).toBe('opportunity');
  expect(hubspot.notes(meetingHeld.id)).toHaveLength(1);
});
