// What must have a value: by the type itself, by the portal's setting, and on a condition.
import type { TypeName } from '../model';
import type { Detail } from '../problem';
import type { Settings } from '../settings';

const always: Partial<Record<TypeName, string[]>> = {
  deals: ['dealname', 'dealstage'],
  leads: ['hs_lead_name'],
  notes: ['hs_timestamp'],
  tasks: ['hs_timestamp'],
  calls: ['hs_timestamp'],
  meetings: ['hs_timestamp'],
  emails: ['hs_timestamp', 'hs_email_direction'],
};

const missing = (code: string, property: string, why: string): Detail => ({
  message: `${property} is required${why}.`,
  code,
  context: { propertyName: [property] },
});

/**
 * What is missing after a write. `written` holds the properties that the write names, `after` reads the values
 * that the record would have. A condition counts only when the write itself makes it true, as in HubSpot's forms.
 */
export function missingValues(
  settings: Settings,
  type: TypeName,
  action: 'create' | 'update',
  written: Record<string, string>,
  after: (property: string) => string,
): Detail[] {
  const own =
    action === 'create' ? (always[type] ?? []) : (always[type] ?? []).filter((name) => name in written);
  const portal = settings.required
    .filter((rule) => rule.type === type && (rule.on === 'both' || rule.on === action))
    .map((rule) => rule.property);
  const plain = [...new Set([...own, ...portal])]
    .filter((property) => after(property) === '')
    .map((property) => missing('MISSING_REQUIRED_PROPERTY', property, ''));
  const conditional = settings.conditional
    .filter((rule) => rule.type === type && written[rule.when.property] === rule.when.value)
    .flatMap((rule) =>
      rule.require
        .filter((property) => after(property) === '')
        .map((property) =>
          missing(
            'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
            property,
            ` when ${rule.when.property} is ${rule.when.value}`,
          ),
        ),
    );
  return [...plain, ...conditional];
}
