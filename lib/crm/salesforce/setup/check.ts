// Is the sign-in good, whose org is it, and which rights does it lack?
import type { Account } from '@/lib/crm/shared/crm';
import { personOf } from '../auth/who';
import { isProblem } from '../client/problems';
import type { Org } from './org';

type Right = Account['missing'][number] & { object: string; write: 'none' | 'create' | 'edit' };
const right = (object: string, write: Right['write'], need: Right['need'], purpose: string): Right => ({
  object,
  write,
  need,
  purpose,
  scope: `${object}: ${write === 'none' ? 'Read' : write === 'edit' ? 'Edit' : 'Create'}`,
});

const RIGHTS: readonly Right[] = [
  right('Lead', 'none', 'must', 'to read leads'),
  right('Lead', 'edit', 'must', 'to write the lead status'),
  right('Contact', 'none', 'must', 'to read contacts'),
  right('Contact', 'edit', 'should', 'to write a stage field of contacts, where the team mapped one'),
  right('Account', 'none', 'should', 'to read the company of a contact'),
  right('Opportunity', 'none', 'should', 'to read open opportunities'),
  right('Opportunity', 'create', 'should', 'to create an opportunity'),
  right('Task', 'none', 'must', 'to read calls and emails, and what an earlier qualification found'),
  right('Task', 'create', 'must', 'to leave the evidence on the record'),
];

/** A single object is refused. Where the whole API is (no-api, key-refused, busy), the reason is told as it is. */
const isLacking = (error: unknown): boolean => isProblem(error, 'forbidden', 'gone', 'invalid');

/** Rejects with key-refused for a sign-in that has ended. Changes nothing in the org. */
export async function check(org: Org): Promise<Account> {
  // First alone: a bad token shall cost one refused call, not six.
  const user = await org.user();
  const objects = [...new Set(RIGHTS.map((one) => one.object))];
  const [{ name }, ...described] = await Promise.all([
    org.organization(),
    ...objects.map((object) =>
      org.describe(object).catch((error: unknown) => {
        if (isLacking(error)) return null;
        throw error;
      }),
    ),
  ]);
  const byObject = new Map(objects.map((object, index) => [object, described[index] ?? null]));
  const granted = ({ object, write }: Right) => {
    const one = byObject.get(object);
    if (!one) return false;
    return write === 'none' ? one.queryable : write === 'edit' ? one.updateable : one.createable;
  };
  return {
    id: org.account,
    name: name || org.account,
    timeZone: user.zoneinfo ?? 'UTC',
    user: personOf(user),
    missing: RIGHTS.filter((one) => !granted(one)).map(({ scope, need, purpose }) => ({
      scope,
      need,
      purpose,
    })),
  };
}
