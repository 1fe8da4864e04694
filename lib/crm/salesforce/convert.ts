// Turns a lead into account, contact and, if asked for, opportunity. It can't be undone, so it never happens twice.
import { ProblemError } from '../../problem';
import { ownerAsSeen } from '../../qualification/ownership';
import type { Submission } from '../../qualification/submission';
import type { ConvertRequest } from './client';
import { type Conversion, conversionOf } from './forms';
import type { Org } from './org';
import { codeOf, isProblem, problem, refusal } from './problems';
import type { Made } from './result';
import { type Target, targetOf } from './target';
import { type Form, valuesFor, type Wanted } from './wanted';
import { holdToSeen, writeAll } from './write';

/** In the order in which Salesforce wants the parts; what isn't chosen is left out. */
function request(lead: string, draft: Conversion, allowDuplicates: boolean): ConvertRequest {
  const { account, contact, opportunity, status, owner } = draft;
  return {
    ...(account ? { accountId: account } : {}),
    ...(allowDuplicates ? { bypassAccountDedupeCheck: true, bypassContactDedupeCheck: true } : {}),
    ...(account && contact ? { contactId: contact } : {}),
    convertedStatus: status,
    doNotCreateOpportunity: opportunity === null,
    leadId: lead,
    ...(opportunity === null ? {} : { opportunityName: opportunity }),
    overwriteLeadSource: false,
    ...(owner ? { ownerId: owner } : {}),
    sendNotificationEmail: false,
  };
}

/** Where a duplicate rule's refusal doesn't say what it found, nor whether it may be overruled, the rep may try once. */
function withDuplicates(error: ProblemError, allowed: boolean): ProblemError {
  if (codeOf(error) !== 'DUPLICATES_DETECTED' || allowed) return error;
  if (error.problem.duplicates?.records.length) return error;
  return new ProblemError({ ...error.problem, duplicates: { mayAllow: true, records: [] } });
}

/** Sends the conversion, and after a lost answer looks before it says anything. */
async function convertLead(
  org: Org,
  submission: Submission,
  draft: Conversion,
  allowed: boolean,
): Promise<void> {
  try {
    const answer = await org.client.convert(request(submission.ref.id, draft, allowed));
    if (answer.success) return;
    const errors = answer.errors.map(({ message, statusCode, fields, duplicateResult }) => ({
      message,
      errorCode: statusCode,
      fields: [fields].flat().filter((one) => typeof one === 'string'),
      duplicateResult,
    }));
    throw withDuplicates(refusal(400, errors, 'Lead'), allowed);
  } catch (error) {
    if (!isProblem(error, 'timeout', 'offline', 'crm-down', 'odd-answer')) throw error;
    const { converted } = await targetOf(org, submission.ref);
    if (!converted) throw error;
  }
}

async function checkedDraft(org: Org, form: Form): Promise<Conversion> {
  const statuses = await org.convertedStatuses();
  const draft = conversionOf(form, statuses[0]?.value ?? '');
  if (!statuses.some((one) => one.value === draft.status))
    throw problem('invalid', `"${draft.status}" is no status of a converted lead in this org.`);
  return draft;
}

/** Whatever goes wrong now, the lead is converted: the rep is told so, and the next try does only the rest. */
function standing(error: unknown): unknown {
  if (!(error instanceof ProblemError)) return error;
  const told = new ProblemError({
    ...error.problem,
    standing:
      'The lead is converted. What is still missing is written by the next try; nothing is done twice.',
  });
  told.cause = error.cause;
  return told;
}

/**
 * Looks first: a lead that is converted is not converted again, and only what is missing is written to its contact. The
 * lead's demanded fields go first, then the conversion, then the rest in one call. Each can be repeated without harm.
 * Rejects with ProblemError: the org's words beside the field, duplicates where a rule found some.
 */
export async function convertAll(
  org: Org,
  submission: Submission,
  form: Form,
  wanted: Wanted,
): Promise<{ target: Target; made: Made }> {
  if (submission.ref.object !== 'Lead') throw problem('not-here', 'Only leads are converted.');
  if (wanted.deal || wanted.changes.length > 0)
    throw problem('not-here', 'A lead that is converted is not changed by other means as well.');
  const target = await targetOf(org, submission.ref);
  if (!target.converted) {
    await holdToSeen(org, target, ownerAsSeen(submission));
    const draft = await checkedDraft(org, form);
    if (Object.keys(valuesFor('Lead', wanted)).length > 0)
      await writeAll(org, submission, { ...wanted, next: null, body: null }, true);
    await convertLead(org, submission, draft, wanted.allowDuplicates);
  }
  return writeAll(org, submission, wanted, true).catch((error: unknown) => {
    throw standing(error);
  });
}
