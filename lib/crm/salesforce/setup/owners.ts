// The people of the org: one of them is the rep.
import type { Person } from '@/lib/record/record';
import { textOf } from '../client/values';
import type { Org } from './org';

/** Active people by name, at most 2,000; integrations and portal users are left out. */
export async function owners(org: Org): Promise<Person[]> {
  const { records } = await org.client.query(
    "SELECT Id, Name, Email FROM User WHERE IsActive = true AND UserType = 'Standard' ORDER BY Name LIMIT 2000",
  );
  return records.map((user) => ({
    id: textOf(user, 'Id'),
    name: textOf(user, 'Name') || textOf(user, 'Email'),
    email: textOf(user, 'Email'),
  }));
}
