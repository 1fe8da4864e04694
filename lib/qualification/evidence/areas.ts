// Whether a country lies in what a profile wants: countries, or the regions that sales teams divide the world in.

import { foldWords } from '@/lib/util/fold';
import { onceFor } from '../answers/folded';
import { AREAS, BELONGS } from './country-names';
import type { Fit } from './industries';
import { countryOf } from './places';

/** A region: those that every team counts to it, and those that only some do. */
type Area = { surely: ReadonlySet<string>; maybe: ReadonlySet<string> };

let made: Map<string, Area> | null = null;

/** Every region by each of its names, made when first asked for. A region names only regions that are read by then. */
function areas(): Map<string, Area> {
  if (made !== null) return made;
  const rows = AREAS.trim()
    .split('\n')
    .map((line) => {
      const [names = '', members = ''] = line.split(': ');
      const [surely = '', maybe = ''] = members.split(' ? ');
      return {
        names: names.split('|'),
        surely: surely.split(' '),
        maybe: maybe === '' ? [] : maybe.split(' '),
      };
    });
  const rowOf = new Map(
    rows.flatMap((row) => row.names.map((name) => [name.replaceAll(' ', ''), row] as const)),
  );
  const spread = (list: readonly string[], all: boolean): string[] =>
    list.flatMap((one) => {
      const row = /^[A-Z]/.test(one) ? undefined : rowOf.get(one);
      return row === undefined ? [one] : spread(all ? [...row.surely, ...row.maybe] : row.surely, all);
    });
  made = new Map(
    rows.flatMap((row) => {
      const surely = new Set(spread(row.surely, false));
      const maybe = new Set(spread([...row.surely, ...row.maybe], true));
      return row.names.map((name) => [name, { surely, maybe }] as const);
    }),
  );
  return made;
}

const ownerOf = new Map(
  BELONGS.trim()
    .split('\n')
    .flatMap((line) => {
      const [owner = '', owned = ''] = line.split(': ');
      return owned.split(' ').map((code) => [code, owner] as const);
    }),
);

type Place = { words: string; country: string | null; area: Area | null };

/** A name that is both (Georgia is none here) is the country's. */
const read = (text: string): Place => {
  const words = foldWords(text);
  const area = areas().get(words.replace(/ region$/, '')) ?? null;
  return { words, country: area === null ? countryOf(text) : null, area };
};

/** The whole country of a nation: GB of GB-SCT. */
const whole = (code: string) => code.slice(0, 2);

function countryIn(here: string, there: Place): Fit {
  if (there.area !== null) {
    if (there.area.surely.has(whole(here))) return 'yes';
    const owner = ownerOf.get(here);
    return there.area.maybe.has(whole(here)) || (owner !== undefined && there.area.maybe.has(owner))
      ? 'unknown'
      : 'no';
  }
  if (there.country === null) return 'unknown';
  if (here === there.country || whole(here) === there.country) return 'yes';
  const near =
    whole(there.country) === here ||
    ownerOf.get(here) === there.country ||
    ownerOf.get(there.country) === here;
  return near ? 'unknown' : 'no';
}

/** A value that is a region itself: inside where all of it is, outside where none of it can be. */
function areaIn(here: Area, wanted: readonly Place[]): Fit {
  const fits = [...here.maybe].map((code) => best(wanted.map((there) => countryIn(code, there))));
  if (fits.every((fit) => fit === 'yes')) return 'yes';
  return fits.every((fit) => fit === 'no') ? 'no' : 'unknown';
}

const best = (fits: readonly Fit[]): Fit =>
  fits.includes('yes') ? 'yes' : fits.every((fit) => fit === 'no') ? 'no' : 'unknown';

const readAll = onceFor((names: readonly string[]) => names.map(read));

/** Whether a place, by any of its `texts`, is one of those wanted. What is not recognized is not elsewhere. */
export function countryFit(texts: readonly string[], wanted: readonly string[]): Fit {
  const targets = readAll(wanted);
  const places = texts.map(read);
  if (places.some(({ words }) => words !== '' && targets.some((there) => there.words === words)))
    return 'yes';
  const here = places.find(({ country, area }) => country !== null || area !== null);
  if (here?.area) return areaIn(here.area, targets);
  const country = here?.country ?? null;
  return country === null ? 'unknown' : best(targets.map((there) => countryIn(country, there)));
}
