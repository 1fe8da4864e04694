// Turns a lead into account, contact and, if asked for, opportunity. It can't be undone, so it never happens twice.
import type { ConversionDraft } from '../../qualification/draft';
import type { Submission } from '../../qualification/submission';
import type { ConvertRequest } from './client';
import type { Org } from './org';
import { isProblem, problem, refusal } from './problems';
import { targetOf } from './target';
import type { Result } from './write';

type Converted = { account: string; contact: string; opportunity: string };

function result(org: Org, { contact, opportunity }: Converted): Result {
  const to = opportunity ? 'contact and opportunity' : 'contact';
  const [object, id] = opportunity ? ['Opportunity', opportunity] : ['Contact', contact];
  return { text: `Lead converted to ${to}`, url: org.page(object, id), id };
}

/** What the lead has become, if it has; null while it is a lead. */
export async function probeConversion(org: Org, submission: Submission): Promise<Result | null> {
  const { converted } = await targetOf(org, submission.ref);
  return converted ? result(org, converted) : null;
}

/** In the order in which Salesforce wants the parts; what isn't chosen is left out. */
function request(lead: string, draft: ConversionDraft, allowDuplicates: boolean): ConvertRequest {
  const { account, contact, opportunity, status, owner } = draft;
  return {
    ...(account ? { accountId: account.id } : {}),
    ...(allowDuplicates ? { bypassAccountDedupeCheck: true, bypassContactDedupeCheck: true } : {}),
    ...(account && contact ? { contactId: contact.id } : {}),
    convertedStatus: status,
    doNotCreateOpportunity: opportunity === null,
    leadId: lead,
    ...(opportunity === null ? {} : { opportunityName: opportunity }),
    overwriteLeadSource: false,
    ...(owner ? { ownerId: owner } : {}),
    sendNotificationEmail: false,
  };
}

/**
 * Looks first, converts, and after a lost answer looks again before it says anything. Rejects with ProblemError: the
 * org's own words beside the field, duplicates where a rule found some.
 */
export async function convert(
  org: Org,
  submission: Submission,
  draft: ConversionDraft,
  allowDuplicates: boolean,
): Promise<Result> {
  if (submission.ref.object !== 'Lead') throw problem('not-here', 'Only leads are converted.');
  const before = await probeConversion(org, submission);
  if (before) return before;
  const statuses = await org.convertedStatuses();
  if (!statuses.some((one) => one.value === draft.status))
    throw problem('invalid', `"${draft.status}" is no status of a converted lead in this org.`);
  try {
    const answer = await org.client.convert(request(submission.ref.id, draft, allowDuplicates));
    if (!answer.success) {
      const errors = answer.errors.map(({ message, statusCode, fields }) => ({
        message,
        errorCode: statusCode,
        fields: [fields].flat().filter((one) => typeof one === 'string'),
      }));
      throw refusal(400, errors, 'Lead');
    }
    return result(org, {
      account: answer.accountId ?? '',
      contact: answer.contactId ?? '',
      opportunity: answer.opportunityId ?? '',
    });
  } catch (error) {
    if (!isProblem(error, 'timeout', 'offline', 'crm-down', 'odd-answer')) throw error;
    const after = await probeConversion(org, submission);
    if (after) return after;
    throw error;
  }
}
