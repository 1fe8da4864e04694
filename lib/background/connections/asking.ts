// Small questions to a CRM that connecting asks in several places.
import type { Crm } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import type { Person } from '@/lib/record/record';

/** The CRM of this id. Throws ProblemError 'invalid' where there is none. */
export function system(crmById: (id: string) => Crm | null, id: string): Crm {
  const crm = crmById(id);
  if (!crm)
    throw new ProblemError({ kind: 'invalid', message: `Stagecheck does not know a CRM named ${id}.` });
  return crm;
}

/** The account that a page of the CRM belongs to; null where the address doesn't say. */
export function accountOf(crm: Crm, url: string): string | null {
  const place = crm.locate(url);
  if (!place) return null;
  return place.role === 'none' ? place.account : place.ref.account;
}

/** A key that may not list people can still be used: account.missing already names what it lacks. */
export async function peopleOrNone(read: () => Promise<Person[]>): Promise<Person[]> {
  try {
    return await read();
  } catch (error) {
    const kind = error instanceof ProblemError ? error.problem.kind : null;
    if (kind === 'missing-scope' || kind === 'forbidden') return [];
    throw error;
  }
}
