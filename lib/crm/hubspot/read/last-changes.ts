// Who changed a property last, and when: its history tells the user, or what else it was.

import type { LastChange } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';
import { nameInWords } from '@/lib/qualification/record-line/claimed';
import type { RecordRef } from '@/lib/record/record';
import { ownerName } from '../setup/owners';
import type { Portal } from '../setup/portal';
import { propertyOf } from '../setup/stage-fields';
import { readBeside } from './beside';

/** HubSpot's sources of a change, where it is no person that can be named. */
const SOURCES: readonly (readonly [RegExp, string])[] = [
  [/AUTOMATION|WORKFLOW|FLOW/, 'a workflow'],
  [/IMPORT/, 'an import'],
  [/FORM/, 'a form'],
  [/MERGE/, 'a merge'],
  [/INTEGRATION|API|EXTENSION|SALESFORCE/, 'an integration'],
  [/CRM_UI|MOBILE|USER/, 'someone in HubSpot'],
];

/** What made a change, in a few words; '' for a source that we don't know. */
export const sourceOfChange = (type: string): string =>
  SOURCES.find(([pattern]) => pattern.test(type.toUpperCase()))?.[1] ?? '';

/** One read of the record with its history, and one look-up for each person in it. */
export async function lastChanges(
  portal: Portal,
  ref: RecordRef,
  fields: string[],
  of = ref,
): Promise<Record<string, LastChange>> {
  await portal.hold(ref);
  const names = fields.map(propertyOf);
  const record = await readBeside(portal, of, ref, names, names);
  const newest = fields.map((field) => {
    const versions = record.propertiesWithHistory?.[propertyOf(field)] ?? [];
    return [...versions].sort((a, b) => ((a.timestamp ?? '') < (b.timestamp ?? '') ? 1 : -1))[0];
  });
  const users = [...new Set(newest.flatMap((one) => one?.updatedByUserId ?? []))];
  const named = await Promise.all(
    users.map((user) =>
      portal.client.owner(String(user), 'userId').then(ownerName, reported('hubspot.last-changes', '')),
    ),
  );
  return Object.fromEntries(
    fields.map((field, index) => {
      const one = newest[index];
      const person = named[users.indexOf(one?.updatedByUserId ?? Number.NaN)];
      return [
        field,
        {
          by: person ? nameInWords(person) : sourceOfChange(one?.sourceType ?? ''),
          at: one?.timestamp ?? null,
        },
      ];
    }),
  );
}
