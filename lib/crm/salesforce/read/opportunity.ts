// What is particular to an opportunity: through whom it is worked on, who else is in it, what to tell of it.
import type { Snapshot } from '@/lib/record/snapshot';
import type { OrgRecord } from '../client/shapes';
import { flag, textOf } from '../client/values';
import type { Org } from '../setup/org';
import { PARTS } from './read-calls';

type About = Pick<Snapshot, 'about' | 'others' | 'advice'>;

/** The roles, primary one first; null where they could not be read. */
type Roles = OrgRecord[] | null;

/** Whose checklist an opportunity shows: its primary contact, else the first of its roles. Nothing for other records. */
export function aboutOf(
  org: Org,
  object: string,
  record: OrgRecord,
  contact: OrgRecord | null,
  roles: Roles,
): About {
  if (object !== 'Opportunity') return {};
  const first = roles?.[0];
  const id = first ? textOf(first, 'ContactId') : '';
  const named = (contact && textOf(contact, 'Name')) || (first && textOf(first, 'Contact.Name'));
  return {
    about:
      id === ''
        ? null
        : {
            ref: org.ref('Contact', id),
            name: named || `Contact ${id}`,
            title: contact ? textOf(contact, 'Title') : '',
          },
    others: Math.max(0, new Set(roles?.map((role) => textOf(role, 'ContactId'))).size - 1),
    advice: adviceOf(org, record, roles),
  };
}

function adviceOf(org: Org, record: OrgRecord, roles: Roles): NonNullable<Snapshot['advice']> {
  const page = org.page('Opportunity', textOf(record, 'Id'));
  const nobody = {
    title: 'Nobody is named in this opportunity',
    text: 'Add a contact role in Salesforce to see what is known of the person. What the account says counts already.',
    link: {
      label: 'Add a contact role',
      url: page.replace(/view$/, 'related/OpportunityContactRoles/view'),
    },
  };
  const closed = {
    title: `This opportunity is closed: ${textOf(record, 'StageName')}`,
    text: 'Its stage stays as it is. What you confirm is left as evidence.',
    link: null,
  };
  return [...(roles?.length === 0 ? [nobody] : []), ...(flag(record, 'IsClosed') ? [closed] : [])];
}

/** Parts that are the contact's: where an opportunity has none, they are no gap in what we may read. */
const OF_CONTACT: readonly string[] = [PARTS.contact, PARTS.activities, PARTS.emails, PARTS.personEvidence];

export const lacksContact = (what: string, roles: Roles): boolean =>
  roles?.length === 0 && OF_CONTACT.includes(what);
