// Turns a lead into account, contact and, if asked for, opportunity. It can't be undone, so it never happens twice.
import { ProblemError } from '@/lib/problem/problem';
import { isDoubtfulFirm } from '@/lib/qualification/evidence/placeholder';
import { ownerAsSeen } from '@/lib/qualification/plan/ownership';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import type { ConvertRequest } from '../client/client';
import { unreferenced } from '../client/composite';
import { codeOf, isProblem, problem, refusal, withStanding } from '../client/problems';
import { holdToOffered, notOffered } from '../setup/conversion-options';
import { type Conversion, conversionOf } from '../setup/forms';
import type { Org } from '../setup/org';
import { convertedMeanwhile, isWanted } from './converted';
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

/**
 * Sends the conversion, and looks before it says anything after a lost answer, or where the lead is converted already.
 * `again`: that may have been ours, which arrived late.
 */
async function convertLead(
  org: Org,
  submission: Submission,
  draft: Conversion,
  { allowed, again }: { allowed: boolean; again: boolean },
): Promise<void> {
  const before = org.client.plain();
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
    // The lead, as an account or contact that was chosen, may have been merged or deleted just then.
    if (isProblem(error, 'gone')) {
      await targetOf(org, submission.ref);
      throw notOffered('account, contact or owner');
    }
    const quicker = isProblem(error, 'converted');
    if (!quicker && !isProblem(error, 'timeout', 'offline', 'crm-down', 'odd-answer')) throw error;
    const { converted } = await targetOf(org, submission.ref);
    if (!converted) throw error;
    // Sent twice by the browser, the second one is told that the lead is converted, by the first.
    const mayBeOurs = again || org.client.plain() !== before;
    if (!isWanted(draft, converted) || (quicker && !mayBeOurs))
      throw await convertedMeanwhile(org, converted.contact);
  }
}

async function checkedDraft(org: Org, ref: RecordRef, form: Form): Promise<Conversion> {
  const statuses = await org.convertedStatuses();
  const draft = conversionOf(form, statuses[0]?.value ?? '');
  if (!statuses.some((one) => one.value === draft.status))
    throw problem('invalid', `"${draft.status}" is no status of a converted lead in this org.`);
  await holdToOffered(org, ref, draft);
  return draft;
}

/**
 * The lead's company as the rep typed it: Salesforce calls the new account by it, so it goes there first. It takes the
 * place of a filler only; where somebody has named the company meanwhile the rep is told.
 */
async function companyChange(org: Org, { id }: RecordRef, to: string): Promise<FieldChange> {
  const { Company = '' } = await org.fieldsOf('Lead', id, ['Company']);
  const from = isDoubtfulFirm(Company) ? Company : '';
  return {
    ...{ field: 'Lead.Company', label: 'Company', backward: false, demanded: true },
    ...{ from, fromText: from, to: unreferenced(to), toText: to },
  };
}

/** Whatever goes wrong then: the rep is told so, and the next try does only the rest. */
const STANDING =
  'The lead is converted. What is still missing is written by the next try; nothing is done twice.';

/** The lead's stage fields as the rep saw them, in the form of changes, to be compared like them and never written. */
const asSeen = ({ seen = [] }: Form): FieldChange[] =>
  seen.map(({ field, label, value, text }) => ({
    field,
    label,
    from: value,
    fromText: text,
    to: value,
    toText: text,
    backward: false,
  }));

/**
 * Looks first: a lead that is converted is not converted again. `again`: this may have been sent before, so that the
 * conversion may be ours, if it is what was wanted; then only what is missing is written to its contact. Else somebody
 * was quicker, and the rep is told. A lead that no longer says what the rep saw is not converted. The lead's demanded
 * fields go first, then the conversion, then the rest in one call. Each can be repeated without harm.
 * Rejects with ProblemError: the org's words beside the field, duplicates where a rule found some.
 */
export async function convertAll(
  org: Org,
  submission: Submission,
  form: Form,
  wanted: Wanted,
  again: boolean,
): Promise<{ target: Target; made: Made }> {
  if (submission.ref.object !== 'Lead') throw problem('not-here', 'Only leads are converted.');
  if (wanted.deal || wanted.changes.length > 0)
    throw problem('not-here', 'A lead that is converted is not changed by other means as well.');
  const target = await targetOf(org, submission.ref);
  if (target.converted) {
    if (!again || !isWanted(conversionOf(form, ''), target.converted))
      throw await convertedMeanwhile(org, target.converted.contact);
  } else {
    await holdToSeen(org, target, [...asSeen(form), ...ownerAsSeen(submission)]);
    const draft = await checkedDraft(org, submission.ref, form);
    const changes = draft.company ? [await companyChange(org, submission.ref, draft.company)] : [];
    const before = { ...wanted, changes, next: null, body: null };
    const demands = Object.keys(valuesFor('Lead', before)).length > 0;
    if (demands) await writeAll(org, submission, before, true);
    await convertLead(org, submission, draft, { allowed: wanted.allowDuplicates, again }).catch(
      (error: unknown) => {
        throw demands ? withStanding(error, 'What was demanded of it was written before.') : error;
      },
    );
  }
  return writeAll(org, submission, wanted, true).catch((error: unknown) => {
    const over = isProblem(error, 'merged', 'gone');
    throw withStanding(error, over ? 'The lead is converted. Nothing else was written.' : STANDING);
  });
}
