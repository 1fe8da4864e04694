// Short ways to write down a property definition.
import type { PropertyDefinition, PropertyOption } from '../model';

const BORN = '2019-08-06T02:41:08.377Z';

function define(name: string, label: string, type: string, fieldType: string): PropertyDefinition {
  return {
    name,
    label,
    type,
    fieldType,
    description: '',
    groupName: 'information',
    options: [],
    displayOrder: -1,
    hidden: false,
    hubspotDefined: true,
    hasUniqueValue: false,
    readOnly: false,
    createdAt: BORN,
    updatedAt: BORN,
  };
}

export const text = (name: string, label: string) => define(name, label, 'string', 'text');
export const long = (name: string, label: string) => define(name, label, 'string', 'textarea');
export const html = (name: string, label: string) => define(name, label, 'string', 'html');
export const phone = (name: string, label: string) => define(name, label, 'string', 'phonenumber');
export const number = (name: string, label: string) => define(name, label, 'number', 'number');
export const day = (name: string, label: string) => define(name, label, 'date', 'date');
export const moment = (name: string, label: string) => define(name, label, 'datetime', 'date');
export const yesNo = (name: string, label: string) => ({
  ...define(name, label, 'bool', 'booleancheckbox'),
  options: options([
    ['true', 'Yes'],
    ['false', 'No'],
  ]),
});
export const choice = (name: string, label: string, pairs: [string, string][]) => ({
  ...define(name, label, 'enumeration', 'select'),
  options: options(pairs),
});
/** Several values at once, parted by semicolons. */
export const choices = (name: string, label: string, pairs: [string, string][]) => ({
  ...choice(name, label, pairs),
  fieldType: 'checkbox',
});
/** A choice whose values are the portal's owners. */
export const owner = (name: string, label: string) => define(name, label, 'enumeration', 'select');

/** The same property, kept by HubSpot itself: a write is refused. */
export const computed = (property: PropertyDefinition): PropertyDefinition => ({
  ...property,
  readOnly: true,
});
export const own = (property: PropertyDefinition): PropertyDefinition => ({
  ...property,
  hubspotDefined: false,
});
export const unique = (property: PropertyDefinition): PropertyDefinition => ({
  ...property,
  hasUniqueValue: true,
});

export function options(pairs: [string, string][]): PropertyOption[] {
  return pairs.map(([value, label], displayOrder) => ({ value, label, displayOrder, hidden: false }));
}
