// Derives the fact 'market': whether the company fits the playbook's ideal customer profile.
import type { Market, Playbook } from '@/lib/playbook/schema';
import { valueWords } from '@/lib/record/facts';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { onceFor } from '../answers/folded';
import { isFiller } from './filler-fact';
import { countryOf, foldWords } from './places';
import { regionOf } from './regions';
import { spanOfFact } from './spans';

/** The names that a profile lists, made ready once: each key press asks again. */
const foldedNames = onceFor((names: readonly string[]): readonly string[] => names.map(foldWords));
const countriesOf = onceFor((names: readonly string[]) => names.map(countryOf));
const regionsOf = onceFor((names: readonly string[]) => names.map(regionOf));
const joined = onceFor((names: readonly string[]) => names.join(', '));

type Fit = 'yes' | 'no' | 'unknown';

/** The company's fact of this name if it says something. */
function known(facts: Fact[], name: string): Fact | null {
  const fact = facts.find((one) => one.name === name);
  return fact === undefined || isFiller(fact) ? null : fact;
}

/** yes: is one of the listed. no: is another one. unknown: might be one under another name ("Logistics" in "Logistics and Supply Chain"). */
function listed(fact: Fact, wanted: string[]): Fit {
  const texts = [String(fact.value), ...(fact.text === undefined ? [] : [fact.text])].map(foldWords);
  const targets = foldedNames(wanted);
  if (texts.some((text) => targets.includes(text))) return 'yes';
  const words = new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.length > 3));
  return targets.some((target) => target.split(' ').some((word) => words.has(word))) ? 'unknown' : 'no';
}

function inCountry(fact: Fact, wanted: string[]): Fit {
  const text = fact.text ?? String(fact.value);
  if (foldedNames(wanted).includes(foldWords(text))) return 'yes';
  const here = countryOf(text) ?? countryOf(String(fact.value));
  const there = countriesOf(wanted);
  if (here !== null && there.includes(here)) return 'yes';
  // A place that we can't recognise is not a place elsewhere.
  return here === null || there.includes(null) ? 'unknown' : 'no';
}

/** A span of numbers ("25-50") fits where all of it does, and is outside where none of it is. */
function within(fact: Fact, { min = -Infinity, max = Infinity }: Range): Fit {
  const span = spanOfFact(fact);
  if (span === null) return 'unknown';
  if (span.least >= min && span.most <= max) return 'yes';
  return span.most < min || span.least > max ? 'no' : 'unknown';
}

/** A region that we can't recognise is not one elsewhere: "Bayern" is Bavaria, "Utrecht" may be anything. */
function inRegion(fact: Fact, wanted: string[]): Fit {
  const texts = [fact.text ?? '', String(fact.value)].filter((text) => text !== '');
  if (texts.some((text) => foldedNames(wanted).includes(foldWords(text)))) return 'yes';
  const here = texts.map(regionOf).find((one) => one !== null) ?? null;
  const there = regionsOf(wanted);
  if (here !== null && there.includes(here)) return 'yes';
  return here === null || there.includes(null) ? 'unknown' : 'no';
}

type Range = { min?: number | undefined; max?: number | undefined };
type Asked = { wanted: string; test: (fact: Fact) => Fit };

const number = (value: number) => value.toLocaleString('en-US');
function rangeWords({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return `${number(min)} to ${number(max)}`;
  return max === undefined ? `${number(min ?? 0)} or more` : `${number(max)} or fewer`;
}
const asksList = (list: string[] | undefined, test: (fact: Fact, list: string[]) => Fit): Asked | null =>
  list?.length ? { wanted: joined(list), test: (fact) => test(fact, list) } : null;
const asksRange = (range: Range | undefined): Asked | null =>
  range ? { wanted: rangeWords(range), test: (fact) => within(fact, range) } : null;

const parts: { fact: string; name: string; asks: (market: Market) => Asked | null }[] = [
  { fact: 'company.industry', name: 'industry', asks: (market) => asksList(market.industries, listed) },
  { fact: 'company.country', name: 'country', asks: (market) => asksList(market.countries, inCountry) },
  { fact: 'company.state', name: 'region', asks: (market) => asksList(market.regions, inRegion) },
  { fact: 'company.employees', name: 'size', asks: (market) => asksRange(market.employees) },
  { fact: 'company.revenue', name: 'revenue', asks: (market) => asksRange(market.revenue) },
];

type Part = { name: string; wanted: string; fact: Fact | null; fit: Fit };

/** Each part of the profile with what is known of it, in the profile's order. Looked at once for each record read. */
const partsOf = (market: Market, snapshot: Snapshot): Part[] => partsFor(snapshot)(market);
const partsFor = onceFor((snapshot: Snapshot) => onceFor((market: Market) => lookAt(market, snapshot)));

function lookAt(market: Market, snapshot: Snapshot): Part[] {
  return parts.flatMap(({ fact: name, name: what, asks }) => {
    const asked = asks(market);
    if (asked === null) return [];
    const fact = known(snapshot.facts, name);
    return [
      { name: what, wanted: asked.wanted, fact, fit: fact === null ? 'unknown' : asked.test(fact) } as const,
    ];
  });
}

/** "51-200 employees" says itself what it counts. */
const partWords = (fact: Fact) => {
  const words = valueWords(fact);
  return fact.name === 'company.employees' && !/\p{L}/u.test(words) ? `${words} people` : words;
};

/**
 * The fact 'market' with value 'yes' or 'no', worded by what it rests on ("outside the target market: Retail").
 * null when the playbook sets no profile, or when what is needed to tell is not known. One mismatch is enough for no;
 * yes needs every part that the profile names. Rests on the company.* facts of the snapshot; has the oldest time of them.
 */
export function marketFact(playbook: Playbook, snapshot: Snapshot): Fact | null {
  const market = playbook.market;
  if (market === undefined) return null;
  const asked = partsOf(market, snapshot);
  const misses = asked.filter(({ fit }) => fit === 'no');
  const value = misses.length > 0 ? 'no' : 'yes';
  if (asked.length === 0 || (value === 'yes' && asked.some(({ fit }) => fit !== 'yes'))) return null;
  const behind = (value === 'no' ? misses : asked).flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const times = behind.flatMap((fact) => (fact.at === null ? [] : [fact.at])).sort();
  const what = behind.map(partWords).join(', ');
  return {
    name: 'market',
    value,
    at: times.length === behind.length ? (times[0] ?? null) : null,
    url: behind[0]?.url ?? null,
    field: behind.map((fact) => fact.field).join(', '),
    text: `${value === 'yes' ? 'in' : 'outside'} the target market: ${what}`,
  };
}

/**
 * The fact 'market.parts': the profile part by part, in words: "fits: Logistics; outside: 12 people (wanted 50 or
 * more); not known: revenue". It answers nothing by itself. null without a profile.
 */
export function marketPartsFact(playbook: Playbook, snapshot: Snapshot): Fact | null {
  const asked = playbook.market === undefined ? [] : partsOf(playbook.market, snapshot);
  const [first] = asked;
  if (first === undefined) return null;
  const say = (fit: Fit, head: string, words: (part: Part) => string) => {
    const own = asked.filter((part) => part.fit === fit).map(words);
    return own.length === 0 ? [] : [`${head}: ${own.join(', ')}`];
  };
  const text = [
    ...say('yes', 'fits', ({ fact, name }) => (fact === null ? name : partWords(fact))),
    ...say(
      'no',
      'outside',
      ({ fact, wanted }) => `${fact === null ? '' : partWords(fact)} (wanted ${wanted})`,
    ),
    ...say('unknown', 'not known', ({ fact, name, wanted }) =>
      fact === null ? name : `${partWords(fact)} (wanted ${wanted})`,
    ),
  ].join('; ');
  const behind = asked.flatMap(({ fact }) => (fact === null ? [] : [fact]));
  return {
    name: 'market.parts',
    value: text,
    at: null,
    url: behind[0]?.url ?? null,
    field: behind.map((fact) => fact.field).join(', '),
    text,
  };
}
