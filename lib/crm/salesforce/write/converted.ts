// A lead that is converted already: whether it was our doing, else what it is now, and where.
import { reported } from '@/lib/diagnostics/report';
import type { ProblemError } from '@/lib/problem/problem';
import type { RecordRef } from '@/lib/record/record';
import { codeOf, isProblem, problem } from '../client/problems';
import { unlessMerged } from '../read/merged';
import type { Conversion } from '../setup/forms';
import type { Org } from '../setup/org';
import { sameValue } from './compare';
import { type Target, targetOf } from './target';

/** The problem to tell; the contact is named where this sign-in may read it. */
export async function convertedMeanwhile(org: Org, contact: string): Promise<ProblemError> {
  const { shown: named } = await org
    .shownOf('Contact', contact, ['Name'])
    .catch(reported('salesforce.converted', { shown: { Name: '' } }));
  return problem('converted', 'This lead was converted meanwhile.', {
    mergedInto: contact,
    became: { name: named.Name || 'the contact', url: org.page('Contact', contact) },
  });
}

/**
 * Salesforce refused the write because of it: between our look and the write somebody was quicker. Rejects with merged
 * where it was merged: merge() deletes the record and names the one that was kept (SOAP API Developer Guide, "merge()"),
 * and what is deleted can't be written or referred to.
 */
export async function orConverted(org: Org, ref: RecordRef, refused: ProblemError): Promise<ProblemError> {
  if (isProblem(refused, 'gone')) return unlessMerged(org, ref, () => Promise.reject(refused));
  if (codeOf(refused) !== 'CANNOT_UPDATE_CONVERTED_LEAD') return refused;
  const target: Target | null = await targetOf(org, ref).catch(reported('salesforce.converted', null));
  return target?.converted ? convertedMeanwhile(org, target.converted.contact) : refused;
}

/**
 * Whether a lead has become what was asked for; else somebody else has converted it. Of two conversions into a new
 * account nobody can tell whose it was: then it is what the rep wanted all the same.
 */
export function isWanted(
  { account, contact, opportunity }: Conversion,
  became: NonNullable<Target['converted']>,
): boolean {
  return (
    (account === null || sameValue(account, became.account)) &&
    (contact === null || sameValue(contact, became.contact)) &&
    (opportunity === null) === (became.opportunity === '')
  );
}
