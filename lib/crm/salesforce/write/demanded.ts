// Which of the values that an org demanded are written: those of fields, and none that decides whose a new record is.
import { isName } from '../client/soql';
import { fieldPath } from '../setup/stage-fields';

/**
 * Of what we create beside the record: where it hangs and whose it is, which nobody reviews there, and what it is found
 * again by after a lost answer. Anything else the rep is asked for only after the org refused what we had put in, so
 * there their value is the later word.
 */
const OURS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Task', new Set(['whoid', 'whatid', 'accountid', 'ownerid', 'subject', 'description'])],
  ['Opportunity', new Set(['accountid', 'contactid', 'ownerid', 'description'])],
]);

/** A field's name, with its object's or without: nothing else gets into a query, a body or an address. */
export const isField = (field: string): boolean =>
  fieldPath(field) !== null || (isName(field) && !field.includes('.'));

/** The values that are written. `object`: that of the record itself, all of whose fields may be demanded. */
export function demandedOf(extra: Readonly<Record<string, string>>, object: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extra).filter(([field]) => {
      const path = fieldPath(field);
      // Salesforce takes a name in any case.
      const ours =
        path !== null && path.object !== object && OURS.get(path.object)?.has(path.name.toLowerCase());
      return isField(field) && ours !== true;
    }),
  );
}

/** Those for a new record of an object, by the field's own name: a name without its object is the record's. */
export function demandedFor(object: string, extra: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extra).flatMap(([field, value]) => {
      const path = fieldPath(field);
      return path?.object === object ? [[path.name, value]] : [];
    }),
  );
}
