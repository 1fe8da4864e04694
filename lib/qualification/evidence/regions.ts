// Recognizes a state or region however it was typed, in the country that its record names: "WA" is one of several.

import { foldWords } from '@/lib/util/fold';
import { onceFor } from '../answers/folded';
import type { Fit } from './industries';
import { countryOf } from './places';
import { REGIONS } from './region-names';

/** Made when first asked for, as a worker's start must not wait for it. Name or code to every region of it. */
let known: { names: Map<string, string[]>; countries: Set<string> } | null = null;

function made() {
  if (known !== null) return known;
  const names = new Map<string, string[]>();
  const countries = new Set<string>();
  for (const line of REGIONS.trim().split('\n')) {
    const [country = '', regions = ''] = line.split(': ');
    countries.add(country);
    for (const region of regions.split(', ')) {
      const [code = '', ...also] = region.split('|');
      const full = `${country}-${code}`;
      for (const name of [code, full, ...also]) {
        const folded = foldWords(name);
        const before = names.get(folded) ?? [];
        if (!before.includes(full)) names.set(folded, [...before, full]);
      }
    }
  }
  known = { names, countries };
  return known;
}

/** "State of Texas", "Provincia de ...", "Land Berlin": the name alone. */
const PLAIN =
  /^(?:the )?(?:(?:free )?state|province|county|provincia|estado|land|freistaat|bundesland|canton|kanton|co)(?: of| de)? | (?:state|province|county)$/;

/** All regions that a text may mean in this country; in any, where the country is not known. */
export function regionsOf(text: string, country: string | null = null): string[] {
  const { names, countries } = made();
  const folded = foldWords(text);
  const plain = folded.replace(PLAIN, '');
  // "CA - California", "Texas, USA": a part that is one will do where no other part is another.
  const parts = /[,;()/–]| - /.test(text) ? text.split(/[,;()/–]| - /).map(foldWords) : [];
  const found =
    [folded, plain, ...parts].map((one) => names.get(one) ?? []).find((list) => list.length > 0) ?? [];
  const here = country === null ? null : country.slice(0, 2);
  if (here === null) return found;
  const own = found.filter((region) => region.startsWith(`${here}-`));
  // What a country with a list has not in it is none of its regions: the record contradicts itself, or we know too little.
  return countries.has(here) ? own : [];
}

/** ISO 3166-2 of a region that we know ("US-CA", "DE-BY"), or null: then nothing can be said of it. */
export const regionOf = (text: string, country: string | null = null): string | null =>
  regionsOf(text, country)[0] ?? null;

/** "California" wanted of "United States" is one, and of any country where the profile names none. */
const wantedOf = onceFor((names: readonly string[]) =>
  onceFor((countries: readonly string[]) =>
    names.map((name) => {
      const folded = foldWords(name);
      const codes = countries.map(countryOf).flatMap((code) => (code === null ? [] : [code]));
      const within = codes.flatMap((code) => regionsOf(name, code));
      return { folded, regions: within.length > 0 ? within : regionsOf(name).slice(0, 1) };
    }),
  ),
);

/**
 * Whether a region, by any of its `texts`, is one of those wanted. `country` is what the record says of its own: it tells
 * Washington from Western Australia. A region that is not recognized is not one elsewhere: "Utrecht" may be anything.
 */
export function regionFit(
  texts: readonly string[],
  country: readonly string[],
  wanted: readonly string[],
  countries: readonly string[],
): Fit {
  const targets = wantedOf(wanted)(countries);
  const at = country.map(countryOf).find((code) => code !== null) ?? null;
  const here = texts.map((text) => regionsOf(text, at)).find((list) => list.length > 0) ?? [];
  if (here.length === 0) {
    const same = texts
      .map(foldWords)
      .some((text) => text !== '' && targets.some(({ folded }) => folded === text));
    // The very words, where no table says that the record's country has no such region.
    const denied = at !== null && targets.some(({ regions }) => regions.length > 0);
    return same && !denied ? 'yes' : 'unknown';
  }
  const there = targets.flatMap(({ regions }) => regions);
  if (here.every((region) => there.includes(region))) return 'yes';
  const open = targets.some(({ regions }) => regions.length === 0);
  return open || here.some((region) => there.includes(region)) ? 'unknown' : 'no';
}
