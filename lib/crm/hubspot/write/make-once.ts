// Makes a note, task or deal, reads it back, and tells what HubSpot has made twice of that one call.
import { reported } from '@/lib/diagnostics/report';
import type { Person } from '@/lib/record/record';
import type { Link } from '../client/client';
import type { Portal } from '../setup/portal';
import { type Made, readMade } from './made';
import { withoutOwner } from './owner-field';

type New = {
  object: 'notes' | 'tasks' | 'deals';
  properties: Record<string, string>;
  links: Link[];
  /** Its owner, where HubSpot takes them as one. */
  by: Person;
  contact: string;
  /** The properties to read back. */
  readBack: string[];
};

/**
 * The browser may send a call again by itself, where the way takes no streams. Only then `find` is asked for others of the
 * same, once it is known what HubSpot calls this key; where such a call is refused, what the first one made counts. A look
 * that fails tells of none: what was made stays made. Rejects where nothing was made.
 */
export async function makeOnce(
  portal: Portal,
  { object, properties, links, by, contact, readBack }: New,
  find: () => Promise<Made>,
): Promise<{ id: string; made: Made }> {
  const { client } = portal;
  const before = client.plain();
  const look = async () =>
    client.plain() === before ? null : find().catch(reported('hubspot.make-once', null));
  const create = (owner: Record<string, string>) => client.create(object, { ...properties, ...owner }, links);
  const { id } = await withoutOwner(by, create).catch(async (error: unknown) => {
    const first = (await look())?.read;
    if (!first) throw error;
    return first;
  });
  const made = await readMade(portal, object, id, readBack, contact);
  const found = await look();
  const all = found?.read ? [found.read.id, ...found.twins] : [];
  return { id, made: { ...made, twins: all.filter((one) => one !== id) } };
}

/** In the words of a receipt: nothing for none. `urlOf`: the address of each, by its id. */
export const twinsTold = (what: string, { twins }: Made, urlOf: (id: string) => string) =>
  twins.length === 0 ? {} : { twins: twins.map((id) => ({ text: `${what} once more`, url: urlOf(id) })) };
