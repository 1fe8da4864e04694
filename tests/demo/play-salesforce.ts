// The job in Salesforce, played: signing in at the org, a lead, its conversion, and on with the contact it became.
import { yesToAll } from '../e2e/support/answers.ts';
import { CrmPage } from '../e2e/support/crm-page.ts';
import { rep } from '../e2e/support/rep.ts';
import { Review } from '../e2e/support/review.ts';
import { finishSignIn, openSignIn } from '../e2e/support/salesforce.ts';
import { Welcome } from '../e2e/support/welcome.ts';
import type { Stage } from './play.ts';
import { leadValues } from './values.ts';

/** Plays it from signing in to the contact. Throws where a step can't be taken; checks that miss are counted. */
export async function playSalesforce({ sandbox, browser, script }: Stage): Promise<void> {
  const { salesforce } = sandbox;
  const lead = salesforce.people.knownByName;

  const welcome = await Welcome.open(browser);
  const window = await openSignIn({ salesforce, browser }, welcome);
  await script.step('Salesforce asks in its own window; there is nothing to paste.', window, 'consent');
  await window.getByRole('button', { name: 'Allow' }).click();
  await welcome.page.getByText(/^Signed in to /).waitFor();
  await script.step(`Allowed: the org knows that this is ${rep}.`, welcome.page, 'signed-in');
  await finishSignIn(welcome);

  const page = await CrmPage.open(browser, lead.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(lead.name);
  script.values('Salesforce before:', leadValues(salesforce, lead.id));
  await script.step(`${lead.name}, a lead: the same sidebar, the same questions.`, page.page, 'lead');
  const asked = await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const form = sidebar.frame.getByRole('region', { name: 'Convert the lead' });
  await form.getByRole('radiogroup', { name: 'Account' }).getByRole('radio').first().check();
  await form.getByRole('checkbox', { name: 'Yes, go ahead' }).check();
  await review.ready.waitFor();
  await script.step(
    `${asked.length} answers make an opportunity: the lead goes into the account that is there already.`,
    page.page,
    'review-convert',
  );
  await review.confirmButton.click();
  await review.written();
  await script.step('Converted, once, and read back.', page.page, 'receipt-convert');
  script.values('Salesforce after:', leadValues(salesforce, lead.id));

  const { IsConverted, ConvertedContactId, ConvertedAccountId, ConvertedOpportunityId } = salesforce.lead(
    lead.id,
  ).values;
  const account = salesforce.account(String(ConvertedAccountId)).values.Name;
  script.check('the lead is converted', IsConverted === true);
  script.check('into the account that was there', account === 'Harbourside Foods Group');
  script.check(
    'the evidence is a task at the contact',
    salesforce
      .tasks(String(ConvertedContactId))
      .some(({ values }) => String(values.Subject).startsWith('Stagecheck')),
  );
  await sidebar.button('Done').click();
  const { id, values } = salesforce.opportunity(String(ConvertedOpportunityId));
  await page.page.waitForURL((url) => url.pathname.includes(id));
  const there = await page.present();
  await there.shows(String(values.Name));
  await script.step(
    'Done goes on to the opportunity, and the answers come along.',
    page.page,
    'opportunity-after',
  );
  script.check(
    'the opportunity stands as one',
    ((await there.stage.textContent()) ?? '').includes('Opportunity'),
  );
}
