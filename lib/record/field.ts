// A field of a CRM as it can be asked for: what kind of value it takes, and which values it offers.

/**
 * date: an ISO day. time: a time in ISO 8601. choice: one of the options. choices: several of them, with semicolons
 * between, as both CRMs keep them. check: a box that is ticked or not, 'true' or 'false'.
 */
export type FieldKind = 'text' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'check';

/** `under`: it is offered only where the controlling field has one of these values. Left out: always. */
export type FieldOption = { value: string; label: string; under?: string[] };

/** The field on which it depends what another one offers, and what the record holds in it; left out where nobody knows. */
export type Controller = { field: string; label: string; value?: string };

/** The single values of a field of several. */
export const severalOf = (value: string): string[] =>
  value
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
