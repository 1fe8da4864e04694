// A dream client stands at the very top: of an account's people, by its evidence, and of the popup's lists.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { expectAccessible } from '../support/axe.ts';
import { openOn } from '../support/decide.ts';
import { Popup } from '../support/popup.ts';
import { Review } from '../support/review.ts';
import { signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });

it('is first of an account’s people, with the mark and the reason, and first of what was written', async () => {
  const { salesforce, browser } = world();
  // By name she comes last, and the other is written later.
  const { account, buyer, meetingHeld: dream } = salesforce.people;
  const sidebar = await openOn(world(), dream);
  await sidebar.climb('Prospect', yesToAll);
  await sidebar.row('Massive value').click();
  await sidebar.press('y');
  await sidebar.row('Massive value').filter({ hasText: /: Yes/ }).waitFor();
  await (await Review.open(sidebar)).confirm();
  const other = await openOn(world(), buyer);
  await other.climb('Prospect', yesToAll);
  await (await Review.open(other)).confirm();

  const page = await world().visit(account.url);
  const onAccount = await page.sidebar();
  const people = onAccount.frame.getByRole('region', { name: 'People' });
  const rows = people.getByRole('list').last().getByRole('button');
  await rows.filter({ hasText: dream.name }).waitFor();
  expect(await rows.count()).toBeGreaterThan(1);
  const first = (await rows.first().textContent()) ?? '';
  expect(first).toContain(dream.name);
  expect(first).toMatch(/Dream client.*most of your time/);
  await shot(page.page, 'salesforce-account-dream');

  const popup = await Popup.open(browser);
  const written = popup.rows('Written today');
  await expect.poll(() => written.count()).toBe(2);
  expect(await written.first().textContent()).toMatch(/Dream client.*most of your time/);
  expect(await written.first().textContent()).toContain(dream.name);
  await expectAccessible(popup.page, popup.page.mainFrame(), 'popup-dream');
});
