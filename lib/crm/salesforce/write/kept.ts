// What the org did not keep of what was written: a flow or a trigger took it back, or somebody changed it since.
import type { Problem } from '@/lib/problem/problem';
import { problem } from '../client/problems';
import type { OrgRecord } from '../client/shapes';
import { differences } from './compare';
import { valuesFor, type Wanted } from './wanted';

export type NotKept = NonNullable<Problem['fields']>;

/** Each field of the record that is not as it was written. */
export function notKept(object: string, wanted: Wanted, record: OrgRecord): NotKept {
  return differences(record, valuesFor(object, wanted)).map(({ field, wanted: to, found }) => {
    const change = wanted.changes.find((one) => one.field.endsWith(`.${field}`));
    const shown = found === '' ? 'empty' : found === change?.from ? change.fromText || found : found;
    const label = change?.label ?? field;
    return {
      field: `${object}.${field}`,
      label,
      message: `wanted "${change?.toText || to || 'empty'}", found "${shown}"`,
    };
  });
}

/** The problem to tell; `began` are its first words. */
export function notMoved(began: string, fields: NotKept, { deal, next, body }: Wanted) {
  const said = fields.map((one) => `${one.label} ${one.message}`).join('; ');
  const more = deal !== null || next !== null || body !== null;
  return problem('not-moved', `${began}: ${said}.`, { fields, ...(more ? { standing: STANDING } : {}) });
}

/** All that went along with the fields is there: the next try leaves it as it is. */
export const STANDING = 'The rest of it is in Salesforce. Nothing of that is made twice.';
