// The next step by one key in HubSpot: the task stands there once, open, on its day, also when an answer is lost.
import { expect, it } from 'vitest';
import { expectAccessible } from './support/axe.ts';
import { openOn } from './support/decide.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const weekend = [0, 6];

it('follows up by two keys: a task for the rep on a working day, told in the receipt and in the note', async () => {
  const { hubspot } = world();
  const { meetingHeld } = hubspot.people;
  const before = hubspot.tasks(meetingHeld.id).length;
  const sidebar = await openOn(world(), meetingHeld);
  await sidebar.press('f');
  const review = await Review.shown(sidebar);
  const subject = await sidebar.frame.getByLabel('Task').inputValue();
  await shot(sidebar.page, 'review-follow-up');
  await review.confirm();
  expect(sidebar.pressed).toEqual(['f', 'Enter']);
  await shot(sidebar.page, 'receipt-follow-up');
  expect(await sidebar.frame.getByRole('link', { name: /^Task for / }).getAttribute('href')).toContain(
    `/record/0-1/${meetingHeld.id}/?engagement=`,
  );
  const made = hubspot.tasks(meetingHeld.id);
  expect(made).toHaveLength(before + 1);
  const task = made.find((one) => one.properties.hs_task_subject === subject);
  expect(task?.properties).toMatchObject({ hs_task_status: 'NOT_STARTED', hs_task_type: 'TODO' });
  expect(task?.properties.hubspot_owner_id).toBeTruthy();
  expect(weekend).not.toContain(new Date(task?.properties.hs_timestamp ?? '').getUTCDay());
  expect(hubspot.notes(meetingHeld.id)[0]?.properties.hs_note_body).toContain(`Next: ${subject}`);
});

it('looks for the decision maker, and the verdict stays where it was', async () => {
  const { hubspot } = world();
  const { referral } = hubspot.people;
  const sidebar = await openOn(world(), referral);
  const stage = await sidebar.stage.textContent();
  await sidebar.press('p');
  const review = await Review.shown(sidebar);
  expect(await sidebar.stage.textContent()).toBe(stage);
  await review.confirm();
  const [task] = hubspot.tasks(referral.id);
  expect(task?.properties.hs_task_subject).toContain('Find out who decides');
});

it('gives back what P did on Esc: no task stays, and what is known of the decision is as it was', async () => {
  const { hubspot } = world();
  const { noReply, inbound } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  // Which comes with the portal's options, after the record.
  await sidebar.ladder.filter({ hasText: 'HubSpot says so' }).waitFor();
  const ladder = await sidebar.ladder.textContent();
  await sidebar.press('p');
  await sidebar.frame.getByRole('heading', { name: /^Next step: / }).waitFor();
  await sidebar.press('Escape');
  await sidebar.question.waitFor();
  expect(await sidebar.ladder.textContent()).toBe(ladder);
  await sidebar
    .row('Decision maker')
    .filter({ hasText: /Not known yet/ })
    .waitFor();
  const review = await Review.open(sidebar);
  expect(await review.writes.textContent()).not.toContain('task');

  // By the title it is known who decides: then there is nobody to find.
  hubspot.patchContact(inbound.id, { jobtitle: 'CEO' });
  const other = await openOn(world(), inbound);
  const known = other.row('Decision maker').filter({ hasText: /: Yes.*HubSpot/ });
  await known.waitFor();
  await other.press('p');
  await other.question.filter({ hasText: /who/i }).waitFor();
  await known.waitFor();
  await Review.open(other);
  await other.button(/^Follow up/).waitFor();
  expect(await other.button(/^Find the decision maker/).count()).toBe(0);
});

it('nurtures with a task on the day to come back', async () => {
  const { hubspot } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  await sidebar.press('l');
  await sidebar.frame.getByLabel('or on').fill('2027-02-02');
  await sidebar.button(/Not the right time/).click();
  const review = await Review.shown(sidebar);
  await shot(sidebar.page, 'review-nurture');
  await review.confirmButton.click();
  await review.written();
  expect(hubspot.tasks(inbound.id)[0]?.properties.hs_timestamp?.slice(0, 10)).toBe('2027-02-02');
});

it('an answer that is lost makes no second task', async () => {
  const { hubspot } = world();
  const { withLead } = hubspot.people;
  const sidebar = await openOn(world(), withLead);
  await sidebar.press('f');
  const review = await Review.shown(sidebar);
  hubspot.faults.arm({
    method: 'POST',
    path: /tasks$/,
    times: 1,
    do: 'dropAfter',
  });
  await review.confirm();
  expect(hubspot.tasks(withLead.id)).toHaveLength(1);
  expect(hubspot.notes(withLead.id)).toHaveLength(1);
});

it('shows what to do now, readable for everyone', async () => {
  const { hubspot } = world();
  const sidebar = await openOn(world(), hubspot.people.noReply);
  await sidebar.press('g');
  await sidebar.frame.getByRole('heading', { name: 'What to do now' }).waitFor();
  await expectAccessible(sidebar.page, sidebar.frame, 'guidance');
  await sidebar.press('Escape');
  await sidebar.question.waitFor();
});

it('undoes a disqualification that is not sent, also after coming back to the record', async () => {
  const { hubspot } = world();
  const { noReply } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await sidebar.press('3');
  await Review.shown(sidebar);
  const again = await openOn(world(), noReply);
  await again.ladder.getByText('Disqualified, not sent: Z undoes').waitFor();
  await again.press('z');
  await again.ladder.getByText('Disqualified, not sent').waitFor({ state: 'detached' });
  expect(hubspot.notes(noReply.id)).toEqual([]);
});
