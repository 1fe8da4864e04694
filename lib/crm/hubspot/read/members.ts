// The people of a company, deal or lead, with where each stands.

import type { Member, People } from '@/lib/crm/shared/crm';
import type { RecordRef } from '@/lib/record/record';
import { isProblem, problem } from '../client/problems';
import type { Portal } from '../setup/portal';
import { STAGE_PROPERTIES, stageFields, stageText } from '../setup/stage-fields';
import { personName } from './read';
import { related } from './related';

const MOST = 100;

const NAMES: Readonly<Record<string, string>> = {
  companies: 'name',
  deals: 'dealname',
  leads: 'hs_lead_name',
};

/** By name, at most 100. Rejects with gone where the record was deleted, missing-scope where the key may not see it. */
export async function members(portal: Portal, ref: RecordRef): Promise<People> {
  const nameOf = NAMES[ref.object];
  if (nameOf === undefined) throw problem('not-here', 'HubSpot has no list of people for this page.');
  const [, { record, ids }, fields] = await Promise.all([
    portal.hold(ref),
    related(portal, ref, 'contacts', [nameOf]),
    stageFields(portal).catch((error: unknown) => {
      if (isProblem(error, 'missing-scope', 'forbidden')) return [];
      throw error;
    }),
  ]);
  const properties = ['firstname', 'lastname', 'email', 'jobtitle', ...STAGE_PROPERTIES];
  const asked = ids.slice(0, MOST);
  const { results, left } = await portal.client.batch('contacts', asked, properties);
  const people = results.map(
    (contact): Member => ({
      ref: portal.ref(ref, 'contacts', contact.id),
      name: personName(contact),
      title: contact.properties.jobtitle ?? '',
      stages: STAGE_PROPERTIES.map((field) => {
        const value = contact.properties[field] ?? '';
        return { field, value, text: stageText(fields, field, value) };
      }),
    }),
  );
  return {
    title: record.properties[nameOf] ?? '',
    members: people.sort((a, b) => a.name.localeCompare(b.name, 'en') || newerLast(a, b)),
    // What is neither given nor named as gone is there all the same.
    ...(left.length === 0
      ? {}
      : {
          gaps: [{ what: 'The people', why: `HubSpot left out ${left.length} of ${asked.length}` }],
          ...(people.length === 0 ? { unknown: true } : {}),
        }),
  };
}

const newerLast = (a: Member, b: Member) => a.ref.id.localeCompare(b.ref.id, 'en', { numeric: true });
