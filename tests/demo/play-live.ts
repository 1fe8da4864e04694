// The live passage of the played job: a quote, what every playbook says, and a follow-up.
import { builtins } from '../../lib/playbook/builtin/index.ts';
import type { CrmPage } from '../e2e/support/crm-page.ts';
import { Review } from '../e2e/support/review.ts';
import type { Stage } from './play.ts';

const words = 'We can’t plan a shift without three phone calls';

/** On the call, by keyboard alone: answers, quotes, compares, and writes the stage with a task. */
export async function playLive({ sandbox, script }: Stage, page: CrmPage): Promise<void> {
  const { hubspot } = sandbox;
  const { referral } = hubspot.people;
  await page.goTo('Contacts', referral.name);
  const sidebar = await page.sidebar();
  await sidebar.shows(referral.name);
  const tasks = hubspot.tasks(referral.id).length;

  const criterion = await sidebar.asked();
  await sidebar.answer(criterion, 'yes');
  await sidebar.press('q');
  await sidebar.frame.getByRole('textbox', { name: /^Their words on/ }).waitFor();
  await sidebar.isQuiet(false);
  await page.page.keyboard.type(words);
  await sidebar.press('Enter');
  await sidebar.row(criterion.label).filter({ hasText: 'We can’t plan' }).waitFor();
  await script.step(`${referral.name}: one answer, and Q for the customer’s own words.`, page.page, 'quote');

  await sidebar.press('c');
  await sidebar.frame.getByRole('heading', { name: 'Compare' }).waitFor();
  const rows = sidebar.frame.getByRole('button', { expanded: false }).filter({ hasText: /^\d/ });
  await rows.nth(builtins.length - 1).waitFor();
  await sidebar.press('2');
  await sidebar.frame.getByRole('list', { name: /^What .* asks for$/ }).waitFor();
  await script.step('C: what every playbook says of this contact, and why.', page.page, 'compare');
  const compared = (await rows.count()) + 1;
  script.check(`${builtins.length} playbooks are compared`, compared === builtins.length);
  script.check(
    'those that say otherwise name where they part',
    (await sidebar.frame.getByText('parts on').count()) > 0,
  );
  await sidebar.press('Escape');
  await sidebar.question.waitFor();

  await sidebar.press('f');
  const review = await Review.shown(sidebar);
  const subject = await sidebar.frame.getByLabel('Task').inputValue();
  await script.step('F: a follow-up on a working day, in the review with the rest.', page.page, 'follow-up');
  await review.confirm();
  const made = hubspot.tasks(referral.id);
  script.check(
    'the task stands in HubSpot, once and open',
    made.length === tasks + 1 &&
      made.some(
        ({ properties }) =>
          properties.hs_task_subject === subject && properties.hs_task_status === 'NOT_STARTED',
      ),
  );
  const [note] = hubspot.notes(referral.id);
  script.check('the note has their words', note?.properties.hs_note_body?.includes('plan a shift') === true);
}
