// What HubSpot has made twice of one call: the browser may send it again by itself, where the way takes no streams.
import { reported } from '../../diagnostics/report';
import type { Made } from './made';
import type { Portal } from './portal';

/**
 * What `make` made, and how to look for others of the same, once it is known what HubSpot calls this key. `find` is asked
 * only where the call may have gone out twice. Where such a call is refused, what the first one made counts. A look that
 * fails tells of none: what was made stays made.
 */
export async function makeOnce(
  portal: Portal,
  make: () => Promise<{ id: string }>,
  find: () => Promise<Made>,
): Promise<{ id: string; withTwins: (made: Made) => Promise<Made> }> {
  const before = portal.client.plain();
  const unsure = () => portal.client.plain() !== before;
  const look = async () => (unsure() ? find().catch(reported('hubspot.twins', null)) : null);
  const { id } = await make().catch(async (error: unknown) => {
    const first = (await look())?.read;
    if (!first) throw error;
    return first;
  });
  return {
    id,
    async withTwins(made) {
      const found = await look();
      const all = found?.read ? [found.read.id, ...found.twins] : [];
      return { ...made, twins: all.filter((one) => one !== id) };
    },
  };
}

/** In the words of a receipt: nothing for none. `urlOf`: the address of each, by its id. */
export const twinsTold = (what: string, { twins }: Made, urlOf: (id: string) => string) =>
  twins.length === 0 ? {} : { twins: twins.map((id) => ({ text: `${what} once more`, url: urlOf(id) })) };
