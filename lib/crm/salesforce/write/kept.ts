// What the org made of what was written: a flow or a trigger took it back, or gave the record to somebody else.
import * as v from 'valibot';
import type { Problem } from '@/lib/problem/problem';
import { nameInWords } from '@/lib/qualification/record-line/claimed';
import type { CompositeAnswer } from '../client/composite';
import { problem } from '../client/problems';
import { type OrgRecord, QuerySchema } from '../client/shapes';
import { textOf } from '../client/values';
import { differences } from './compare';
import { nameOf } from './guard';
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

/** Whose the record is since this write, though nobody asked for that: a rule or a flow of the org did. '' for no change. */
export function givenTo({ changes }: Wanted, answer: CompositeAnswer): string {
  const of = (id: string) => {
    const found = v.safeParse(QuerySchema, answer.bodies.get(id));
    return found.success ? found.output.records[0] : undefined;
  };
  const [before, after] = [of('held'), of('recordBack')];
  if (!before || !after || changes.some(({ field }) => nameOf(field) === 'OwnerId')) return '';
  const [was, is] = [textOf(before, 'OwnerId'), textOf(after, 'OwnerId')];
  return was === '' || is === '' || was === is ? '' : nameInWords(textOf(after, 'Owner.Name') || is);
}
