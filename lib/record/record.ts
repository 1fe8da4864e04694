// Which record is meant, in words that hold for every CRM.
import * as v from 'valibot';
import { WholeTextSchema } from '../util/whole-text';

/** A record of a CRM. `account` is the portal's id or the org's host; `object` is the CRM's own name for the type. */
export const RecordRefSchema = v.strictObject({
  crm: v.pipe(WholeTextSchema, v.maxLength(20)),
  account: v.pipe(WholeTextSchema, v.maxLength(120)),
  object: v.pipe(WholeTextSchema, v.maxLength(80)),
  id: v.pipe(WholeTextSchema, v.minLength(1), v.maxLength(40)),
});
export type RecordRef = v.InferOutput<typeof RecordRefSchema>;

/** One string that names a record: storage keys, map keys. */
export function refKey(ref: RecordRef): string {
  return [ref.crm, ref.account, ref.object, ref.id].map(encodeURIComponent).join('/');
}

export function sameRef(a: RecordRef | null, b: RecordRef | null): boolean {
  return a !== null && b !== null && refKey(a) === refKey(b);
}

/**
 * What a CRM page shows. `person`: can be qualified; with `people` it has others beside the one it is about (an
 * opportunity's contact roles). `group`: a company, deal or lead with people. `none`: a page of the CRM without a supported record; `what` says in a few words what it is, when known.
 */
export const PlaceSchema = v.variant('role', [
  v.strictObject({ role: v.literal('person'), ref: RecordRefSchema, people: v.optional(v.boolean()) }),
  v.strictObject({ role: v.literal('group'), ref: RecordRefSchema }),
  v.strictObject({
    role: v.literal('none'),
    crm: WholeTextSchema,
    account: v.nullable(WholeTextSchema),
    what: v.string(),
  }),
]);
export type Place = v.InferOutput<typeof PlaceSchema>;

/** The record of a page that has a list of people; null for any other page. */
export function peopleOf(place: Place | null): RecordRef | null {
  if (place?.role === 'group') return place.ref;
  return place?.role === 'person' && place.people === true ? place.ref : null;
}

/** A person who uses the product: an owner of the CRM. */
export const PersonSchema = v.strictObject({ id: v.string(), name: v.string(), email: v.string() });
export type Person = v.InferOutput<typeof PersonSchema>;
