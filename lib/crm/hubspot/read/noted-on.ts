// Whether a note of ours is of this very contact: anyone can associate it with others as well.

import type { Look } from '@/lib/crm/shared/placed';
import { report } from '@/lib/diagnostics/report';
import { isProblem } from '../client/problems';
import { HUBSPOT } from '../page/locate';
import type { Portal } from '../setup/portal';

/**
 * A merged contact goes on answering by its old id with the one that both have become, whose id is a new one
 * (HubSpot's changelog, "Updated merge functionality for contacts and companies").
 */
export function notedOn(portal: Portal, contact: string): Look {
  const isContact = (named: { crm: string; object: string }) =>
    named.crm === HUBSPOT && named.object === 'contacts';
  return {
    isHere: (named) => isContact(named) && named.id === contact,
    became: async (named) => {
      if (!isContact(named) || !/^\d{1,20}$/.test(named.id)) return 'elsewhere';
      try {
        const { id } = await portal.client.get('contacts', named.id, ['email']);
        return id === contact ? 'here' : 'elsewhere';
      } catch (error) {
        if (isProblem(error, 'gone')) return 'elsewhere';
        report(error, 'hubspot.noted-on');
        return 'unsaid';
      }
    },
  };
}
