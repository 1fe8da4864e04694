// The next step by one key in Salesforce: an open task in the one call that writes all, made once, also when an answer is lost.
import { expect, it } from 'vitest';
import { openOn } from '../support/decide.ts';
import { Review } from '../support/review.ts';
import { orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld } from '../support/world.ts';

const world = sharedWorld({ connect: signIn });
const openTasks = (who: string) =>
  world()
    .salesforce.tasks(who)
    .filter((one) => one.values.IsClosed === false);

it('follows up by two keys, in the same call as the evidence', async () => {
  const { noReply } = world().salesforce.people;
  const sidebar = await openOn(world(), noReply);
  await sidebar.press('f');
  const review = await Review.shown(sidebar);
  const subject = await sidebar.frame.getByLabel('Task').inputValue();
  const day = await sidebar.frame.getByLabel('On').inputValue();
  await shot(sidebar.page, 'salesforce-follow-up');
  const traffic = orgTraffic(world());
  await review.confirm();
  expect(orgWrites(traffic())).toEqual([expect.stringMatching(/POST Task, POST Task$/)]);
  const [task, ...others] = openTasks(noReply.id);
  expect(others).toEqual([]);
  expect(task?.values).toMatchObject({ Subject: subject, ActivityDate: day, WhoId: noReply.id });
  const link = await sidebar.frame.getByRole('link', { name: /^Task for / }).getAttribute('href');
  expect(link).toContain(`/Task/${task?.id}/`);
});

it('looks for the decision maker and nurtures, each with its task', async () => {
  const { inbound, referral } = world().salesforce.people;
  const first = await openOn(world(), referral);
  await first.press('p');
  await (await Review.shown(first)).confirm();
  expect(openTasks(referral.id)[0]?.values.Subject).toContain('Find out who decides');

  const second = await openOn(world(), inbound);
  await second.press('l');
  await second.frame.getByLabel('or on').fill('2027-02-02');
  await second.button(/Not the right time/).click();
  const review = await Review.shown(second);
  await review.confirmButton.click();
  await review.written();
  expect(openTasks(inbound.id)[0]?.values.ActivityDate).toBe('2027-02-02');
});

it('an answer that is lost makes no second task', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  const sidebar = await openOn(world(), ann);
  await sidebar.press('f');
  const review = await Review.shown(sidebar);
  salesforce.faults.arm({ method: 'POST', path: /\/composite$/, times: 1, do: 'dropAfter' });
  await review.confirm();
  expect(openTasks(ann.id)).toHaveLength(1);
});
