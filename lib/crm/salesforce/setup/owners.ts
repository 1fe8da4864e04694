// The people of the org: one of them is the rep.
import type { Person } from '@/lib/record/record';
import type { OrgRecord } from '../client/shapes';
import { textOf } from '../client/values';
import type { Org } from './org';

/** Active people by name, at most 2,000; integrations and portal users are left out. */
export async function owners(org: Org): Promise<Person[]> {
  const is = (name: string, value: string) => ({ soql: `${name} = ${value}`, on: [name], narrows: true });
  const { records } = await org.ask('The people of the org', {
    from: 'User',
    fields: ['Id', 'Name', 'Email', 'IsActive', 'UserType'],
    where: [is('IsActive', 'true'), is('UserType', "'Standard'")],
    order: ['Name'],
    limit: 2000,
  });
  // Again here, for where Salesforce does not search by them. What it doesn't show leaves nobody out.
  const may = (user: OrgRecord) =>
    textOf(user, 'IsActive') !== 'false' && ['', 'Standard'].includes(textOf(user, 'UserType'));
  return records.filter(may).map((user) => ({
    id: textOf(user, 'Id'),
    name: textOf(user, 'Name') || textOf(user, 'Email'),
    email: textOf(user, 'Email'),
  }));
}
