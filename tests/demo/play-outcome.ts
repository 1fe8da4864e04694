// The second half of the played job: on to another contact in the same page, who is disqualified with a reason.
import type { CrmPage } from '../e2e/support/crm-page.ts';
import { Review } from '../e2e/support/review.ts';
import type { Stage } from './play.ts';
import { contactValues } from './values.ts';

/** Goes from the open page to the next contact without a load, and disqualifies with two keys, takes it back, and means it. */
export async function playOutcome({ sandbox, script }: Stage, page: CrmPage): Promise<void> {
  const { hubspot } = sandbox;
  const { noReply } = hubspot.people;
  await page.goTo('Contacts', noReply.name);
  const sidebar = await page.sidebar();
  await sidebar.shows(noReply.name);
  await script.step(`On to ${noReply.name} without a load: the sidebar follows.`, page.page, 'next-contact');
  script.values('HubSpot before:', contactValues(hubspot, noReply.id));
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await script.step('D: not worth more time; a digit says why.', page.page, 'disqualify');
  await sidebar.press('1');
  const review = await Review.shown(sidebar);
  await script.step(
    'Two keys, and the review of it. Nothing is written yet.',
    page.page,
    'review-disqualified',
  );
  await sidebar.press('z');
  await sidebar.question.waitFor();
  script.check('Z takes it back, and nothing was written', hubspot.notes(noReply.id).length === 0);
  await sidebar.press('d');
  await sidebar.press('1');
  await Review.shown(sidebar);
  await review.confirm();
  await script.step('Written and read back.', page.page, 'receipt-disqualified');
  script.values('HubSpot after:', contactValues(hubspot, noReply.id));
  script.check(
    'the lead status is Unqualified',
    hubspot.contact(noReply.id).properties.hs_lead_status === 'UNQUALIFIED',
  );
}
