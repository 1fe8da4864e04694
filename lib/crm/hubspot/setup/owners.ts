// The people of the portal: one of them is the rep.
import type { Person } from '@/lib/record/record';
import type { Client } from '../client/client';
import type { HubSpotOwner } from '../client/shapes';

/** Far more than a portal has reps; keeps a broken paging from going on for ever. */
const MOST_PAGES = 20;

/** "Ada Reyes", else the address, else the number. */
export function ownerName({ id, email, firstName, lastName }: HubSpotOwner): string {
  return [firstName, lastName].filter(Boolean).join(' ').trim() || email || `Owner ${id}`;
}

/** Every active owner who is a person, by name. Archived owners and queues are left out. */
export async function owners(client: Client): Promise<Person[]> {
  const people: Person[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: Awaited<ReturnType<Client['owners']>> = await client.owners(after);
    for (const owner of answer.owners) {
      if (owner.archived === true || owner.type === 'QUEUE') continue;
      people.push({ id: owner.id, name: ownerName(owner), email: owner.email ?? '' });
    }
    if (answer.after === null || answer.after === after) break;
    after = answer.after;
  }
  return people.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
}
