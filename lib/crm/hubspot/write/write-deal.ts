// Creates the deal of an opportunity, bound to the contact and its company.
import type { DealDraft } from '@/lib/qualification/answers/draft';
import type { Step, Submission } from '@/lib/qualification/plan/submission';
import { isProblem } from '../client/problems';
import { holdUnmerged } from '../read/merged';
import { primaryCompany } from '../read/read-contact';
import type { Portal } from '../setup/portal';
import { but, changedIn, type Made } from './made';
import { makeOnce, twinsTold } from './make-once';
import { dealForm, dealText, findMarked } from './marker';

const DEAL_TO_CONTACT = 3;
const DEAL_TO_PRIMARY_COMPANY = 5;

type Result = NonNullable<Step['result']>;

function dealProperties(deal: DealDraft): Record<string, string> {
  return {
    dealname: deal.name,
    pipeline: deal.pipeline,
    dealstage: deal.stage,
    ...(deal.amount === null ? {} : { amount: String(deal.amount) }),
    // Noon: HubSpot shows a time in the reader's zone, and midnight UTC would be the day before in half the world.
    ...(deal.closeDate === '' ? {} : { closedate: `${deal.closeDate}T12:00:00.000Z` }),
  };
}

/** What came of it; values that HubSpot (or a workflow) changed are named, the deal is there all the same. */
async function result(
  portal: Portal,
  submission: Submission,
  deal: DealDraft,
  id: string,
  made: Made,
): Promise<Result> {
  const { read, look } = made;
  const page = await portal.pages();
  const name = read?.properties.dealname ?? deal.name;
  const urlOf = (one: string) => page(portal.ref(submission.ref, 'deals', one));
  return {
    text: but(`Deal "${name}" created`, changedIn(read, dealProperties(deal)), look),
    url: urlOf(id),
    id,
    ...twinsTold('The deal', made, urlOf),
  };
}

const find = (portal: Portal, submission: Submission, deal: DealDraft, again: boolean) =>
  findMarked(portal, submission, {
    object: 'deals',
    property: 'description',
    properties: Object.keys(dealProperties(deal)),
    form: dealForm(submission),
    again,
  });

/** The deal of this submission if it is there already. */
export async function probeDeal(
  portal: Portal,
  submission: Submission,
  deal: DealDraft,
): Promise<Step['result']> {
  const made = await find(portal, submission, deal, true);
  return made.read && result(portal, submission, deal, made.read.id, made);
}

/** The contact's primary company; null where there is none or the key may not see it. */
async function companyOf(portal: Portal, { ref }: Submission): Promise<string | null> {
  try {
    const contact = await portal.client.get('contacts', ref.id, ['associatedcompanyid'], ['companies']);
    return primaryCompany(contact);
  } catch (error) {
    if (isProblem(error, 'missing-scope', 'forbidden')) return null;
    throw error;
  }
}

/**
 * Looks for itself first: never a second deal. `again`: it may have been sent before. Rejects with required, invalid,
 * missing-scope and the rest.
 */
export async function writeDeal(
  portal: Portal,
  submission: Submission,
  deal: DealDraft,
  again: boolean,
): Promise<Result> {
  const [before, company] = await Promise.all([
    find(portal, submission, deal, again),
    companyOf(portal, submission),
  ]);
  if (before.read) return result(portal, submission, deal, before.read.id, before);
  const { contact } = before;
  holdUnmerged(submission, contact);

  const wanted = dealProperties(deal);
  const properties = { ...wanted, description: dealText(submission) };
  const links = [{ id: contact, type: DEAL_TO_CONTACT }];
  const withCompany = company === null ? links : [...links, { id: company, type: DEAL_TO_PRIMARY_COMPANY }];
  const { id, made } = await makeOnce(
    portal,
    {
      object: 'deals',
      by: submission.by,
      contact,
      properties,
      links: withCompany,
      readBack: Object.keys(wanted),
    },
    () => find(portal, submission, deal, false),
  );
  return result(portal, submission, deal, id, made);
}
