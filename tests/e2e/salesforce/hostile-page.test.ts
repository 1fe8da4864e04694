// A Salesforce page whose own script is against us: it learns nothing, and neither what it sends nor what it presses does anything.
import { expect, it } from 'vitest';
import { requests } from '../../../lib/protocol/messages.ts';
import { backOn } from '../support/back.ts';
import { reviewProspect } from '../support/decide.ts';
import { knock, learned, move, press, pry, tap } from '../support/hostile.ts';
import { composites, orgTraffic, signIn } from '../support/salesforce.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });
/** Words that stand in the sidebar only. */
const MARK = 'zebra otter 4711';

it('learns nothing and moves nothing beside the whole job, which is then written once', async () => {
  const { browser, salesforce } = world();
  const { ann } = salesforce.people;
  const [traffic, tasks] = [orgTraffic(world()), salesforce.tasks(ann.id).length];
  const page = await browser.context.newPage();
  await page.addInitScript(tap);
  await page.goto(ann.url);
  await page.bringToFront();
  const sidebar = await world().on(page).sidebar();
  await sidebar.shows(ann.name);
  const question = (await sidebar.question.textContent()) ?? '';
  expect(question.length).toBeGreaterThan(10);
  const review = await reviewProspect(sidebar);
  await review.note.fill(MARK);

  await page.evaluate(press);
  const names = Object.keys(requests);
  expect(await page.evaluate(knock, { id: browser.extensionId, names })).toEqual([]);
  expect(await page.evaluate(pry)).toEqual([]);
  expect(await review.confirmButton.isVisible()).toBe(true);
  expect(composites(traffic()).writes).toEqual([]);
  expect(salesforce.tasks(ann.id)).toHaveLength(tasks);

  // What is confirmed will stand in the page itself.
  const before = await page.evaluate(learned);
  for (const secret of [MARK, question, 'Evidence, added as it is'])
    expect(before.includes(secret), secret).toBe(false);
  expect(before).not.toMatch(/shadow root of|created iframe|key(down|press) true (y|Enter)|extension:/);
  await sidebar.tabTo(review.confirmButton);
  await review.confirm();
  expect(salesforce.tasks(ann.id)).toHaveLength(tasks + 1);
  const heard = await page.evaluate(learned);
  const tokens = salesforce.grants().flatMap(({ access, refresh }) => [access, refresh ?? '']);
  expect(tokens.length).toBeGreaterThan(0);
  for (const secret of [...tokens, '/services/data/'])
    if (secret !== '') expect(heard.includes(secret), secret).toBe(false);
});

it('gets our element back in its place when it takes it away, with what was answered', async () => {
  const { noReply } = world().salesforce.people;
  const crm = await world().visit(noReply.url);
  const sidebar = await crm.sidebar();
  await sidebar.shows(noReply.name);
  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  for (const how of ['remove', 'into', 'replace'] as const) {
    await sidebar.page.evaluate(move, how);
    const again = await backOn(crm);
    await again.shows(noReply.name);
    await again
      .row(criterion.label)
      .filter({ hasText: /: Yes.*You/ })
      .waitFor();
    expect(await sidebar.page.evaluate(pry)).toEqual([]);
  }
});
