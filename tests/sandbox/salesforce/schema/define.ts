// Short forms in which the objects' fields are written down.
import type { FieldDef, FieldType, ObjectName, PickValue, Value } from '../model';

type More = Partial<Omit<FieldDef, 'name' | 'label' | 'type'>>;

export function field(name: string, label: string, type: FieldType, more: More = {}): FieldDef {
  return {
    name,
    label,
    type,
    length: 0,
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    restricted: false,
    values: [],
    controller: null,
    referenceTo: [],
    relationshipName: null,
    externalId: false,
    tracked: false,
    usual: null,
    ...more,
  };
}

export const text = (name: string, label: string, length = 255, more: More = {}) =>
  field(name, label, 'string', { length, ...more });
/** A long text: it can be read and written, and not filtered by. */
export const long = (name: string, label: string, length = 32_000) =>
  field(name, label, 'textarea', { length, filterable: false });
export const email = (name = 'Email', label = 'Email', more: More = {}) =>
  field(name, label, 'email', { length: 80, ...more });
export const phone = (name: string, label: string) => field(name, label, 'phone', { length: 40 });
export const url = (name: string, label: string) => field(name, label, 'url', { length: 255 });
export const yesNo = (name: string, label: string, more: More = {}) =>
  field(name, label, 'boolean', { nillable: false, usual: false, ...more });
export const whole = (name: string, label: string) => field(name, label, 'int');
export const currency = (name: string, label: string) => field(name, label, 'currency');
export const day = (name: string, label: string, more: More = {}) => field(name, label, 'date', more);
export const moment = (name: string, label: string, more: More = {}) => field(name, label, 'datetime', more);

export const values = (...list: string[]): PickValue[] =>
  list.map((value) => ({ value, label: value, active: true, isDefault: false }));
export const pick = (name: string, label: string, options: string[] | PickValue[], more: More = {}) =>
  field(name, label, 'picklist', {
    length: 255,
    values: options.map((option) =>
      typeof option === 'string'
        ? { value: option, label: option, active: true, isDefault: option === more.usual }
        : option,
    ),
    ...more,
  });
/** A restricted picklist takes no other values. */
export const closed = (name: string, label: string, options: string[] | PickValue[], more: More = {}) =>
  pick(name, label, options, { restricted: true, ...more });

/** A restricted picklist of several values. */
export const several = (name: string, label: string, options: string[]) =>
  field(name, label, 'multipicklist', { length: 4099, values: values(...options), restricted: true });
/** A restricted picklist that offers something else for each value of another field. */
export const dependent = (
  name: string,
  label: string,
  controller: string,
  offers: Record<string, string[]>,
) => {
  const all = [...new Set(Object.values(offers).flat())];
  return closed(name, label, all, { controller: { field: controller, offers } });
};

export const ref = (
  name: string,
  label: string,
  referenceTo: ObjectName[],
  relationshipName: string | null = name.replace(/Id$/, ''),
  more: More = {},
) => field(name, label, 'reference', { length: 18, referenceTo, relationshipName, ...more });

/** Salesforce fills it in itself. */
export const kept = (definition: FieldDef, usual: Value = definition.usual): FieldDef => ({
  ...definition,
  usual,
  createable: false,
  updateable: false,
});
export const must = (definition: FieldDef): FieldDef => ({ ...definition, nillable: false });
export const tracked = (definition: FieldDef): FieldDef => ({ ...definition, tracked: true });
export const fixed = (definition: FieldDef): FieldDef => ({ ...definition, updateable: false });
export const custom = (definition: FieldDef): FieldDef => ({ ...definition, name: `${definition.name}__c` });

/** What every record has. */
export const system = (): FieldDef[] => [
  kept(field('Id', 'Record ID', 'id', { length: 18, nillable: false })),
  kept(yesNo('IsDeleted', 'Deleted')),
  kept(moment('CreatedDate', 'Created Date', { nillable: false })),
  kept(ref('CreatedById', 'Created By ID', ['User'], 'CreatedBy')),
  kept(moment('LastModifiedDate', 'Last Modified Date', { nillable: false })),
  kept(ref('LastModifiedById', 'Last Modified By ID', ['User'], 'LastModifiedBy')),
  kept(moment('SystemModstamp', 'System Modstamp', { nillable: false })),
];
/** An address, as Salesforce keeps it beside its parts. `before` is "Billing" or "Mailing" or nothing. */
export const address = (before = ''): FieldDef[] => [
  field(`${before}Street`, `${before} Street`.trim(), 'textarea', { length: 255 }),
  text(`${before}City`, `${before} City`.trim(), 40),
  text(`${before}State`, `${before} State/Province`.trim(), 80),
  text(`${before}PostalCode`, `${before} Zip/Postal Code`.trim(), 20),
  text(`${before}Country`, `${before} Country`.trim(), 80),
];
