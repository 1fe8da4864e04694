// Whether a note is of the record that was read: its line names one, and the CRM tells what has become of that.

import type { NotedOf } from '@/lib/qualification/record-line/record-line';
import { findRecord } from '@/lib/qualification/record-line/record-parse';
import { namesNone, type Place, type Told } from '@/lib/qualification/record-line/vouched';

/** A note or task as it was read. */
export type Unplaced = Omit<Told, 'place'>;

export type Look = {
  /** Whether it is the record that was read, or its person. */
  isHere: (named: NotedOf) => boolean;
  /** What the CRM says has become of it. Never rejects: unsaid. */
  became: (named: NotedOf) => Promise<Place>;
};

/** Others' notes may be hung on a record in any number; beyond this, what they name is not asked for. */
const MOST_LOOKS = 5;

/**
 * Each note with its place, as far as that matters: from the newest on, until one counts. Only for a note that names
 * another record does a CRM have to be asked at all. All that is placed by one of these shares the looks that there are.
 */
export function placing({ isHere, became }: Look): (told: readonly Unplaced[]) => Promise<Told[]> {
  const known = new Map<string, Promise<Place>>();
  const look = (named: NotedOf): Promise<Place> => {
    const key = JSON.stringify([named.crm, named.object, named.id]);
    const asked =
      known.get(key) ?? (known.size < MOST_LOOKS ? became(named) : Promise.resolve('unsaid' as const));
    if (known.size < MOST_LOOKS) known.set(key, asked);
    return asked;
  };
  async function placeOf(of: readonly NotedOf[]): Promise<Place> {
    if (of.some(isHere)) return 'here';
    const found: Place[] = [];
    for (const named of of) found.push(await look(named));
    return (['here', 'unsure', 'unsaid'] as const).find((place) => found.includes(place)) ?? 'elsewhere';
  }

  return async (told) => {
    const places = new Map<Unplaced, Place>();
    const newestFirst = [...told].sort((a, b) =>
      a.origin.at === b.origin.at ? 0 : (a.origin.at ?? '') < (b.origin.at ?? '') ? 1 : -1,
    );
    for (const one of newestFirst) {
      const { notOurs, at, seal } = one.origin;
      const found = notOurs === null && at !== null && seal !== 'wrong' ? findRecord(one.text) : null;
      if (found?.kind !== 'record' || namesNone(found.note)) continue;
      const place = await placeOf(found.note.of ?? []);
      places.set(one, place);
      if (place === 'here' || place === 'unsure') break;
    }
    return told.map((one) => ({ ...one, place: places.get(one) ?? 'here' }));
  };
}
