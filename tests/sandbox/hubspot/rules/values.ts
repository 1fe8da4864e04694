// Whether a property takes a value, and the form in which HubSpot keeps it.
import type { PropertyDefinition } from '../model';
import type { Detail } from '../problem';
import type { PortalState } from '../store';

const sizes: Record<string, number> = {
  hs_note_body: 65_536,
  hs_task_body: 65_536,
  hs_call_body: 65_536,
  hs_meeting_body: 65_536,
};
const USUAL_SIZE = 65_536;

/** The kept form of a value ('' stays ''), or what is wrong with it. */
export function normalise(
  portal: PortalState,
  property: PropertyDefinition,
  value: string,
): { value: string } | { error: Detail } {
  const wrong = (code: string, message: string) => ({
    error: {
      message,
      code,
      context: { propertyName: [property.name], propertyValue: [value.slice(0, 200)] },
    },
  });
  if (property.readOnly) {
    return wrong('READ_ONLY_VALUE', `"${property.name}" is a read only property; its value cannot be set.`);
  }
  if (value === '') return { value };
  const size = sizes[property.name] ?? USUAL_SIZE;
  if (value.length > size) {
    return wrong(
      'INVALID_LENGTH',
      `"${property.name}" takes at most ${size} characters, not ${value.length}.`,
    );
  }
  switch (property.type) {
    case 'number':
      return Number.isFinite(Number(value)) && value.trim() !== ''
        ? { value: value.trim() }
        : wrong('INVALID_NUMBER', `${value} was not a valid number.`);
    case 'datetime':
    case 'date':
      return moment(property, value) ?? wrong('INVALID_DATE', `${value} was not a valid date.`);
    case 'bool':
    case 'enumeration':
      return option(portal, property, value) ?? wrong('INVALID_OPTION', notAllowed(property, value));
    default:
      return property.name === 'email' && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value)
        ? wrong('INVALID_EMAIL', `Email address ${value} is invalid`)
        : { value: property.name === 'email' ? value.toLowerCase() : value };
  }
}

function notAllowed(property: PropertyDefinition, value: string): string {
  const allowed = property.options.map((item) => item.value).join(', ');
  return `${value} was not one of the allowed options of ${property.name}: [${allowed}]`;
}

function moment(property: PropertyDefinition, value: string): { value: string } | null {
  const date = new Date(/^-?\d+$/.test(value) ? Number(value) : value);
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return { value: property.type === 'date' ? iso.slice(0, 10) : iso };
}

function option(portal: PortalState, property: PropertyDefinition, value: string): { value: string } | null {
  if (property.name === 'hubspot_owner_id') {
    return portal.owners.some((owner) => owner.id === value && !owner.archived) ? { value } : null;
  }
  const values = property.fieldType === 'checkbox' ? value.split(';').filter(Boolean) : [value];
  const known = values.every((item) => property.options.some((candidate) => candidate.value === item));
  return known ? { value } : null;
}
