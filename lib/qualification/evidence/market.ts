// Derives the fact 'market': whether the company fits the playbook's ideal customer profile.
import type { Market, Playbook } from '@/lib/playbook/schema';
import { valueWords, withOrigin } from '@/lib/record/facts';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { onceFor } from '../answers/folded';
import { countryFit } from './areas';
import { isFiller } from './filler-fact';
import { type Fit, industryFit } from './industries';
import { isPlaceholder } from './placeholder';
import { regionFit } from './regions';
import { spanOfFact } from './spans';

const joined = onceFor((names: readonly string[]) => names.join(', '));

type Range = { min?: number | undefined; max?: number | undefined };

/** The company's fact of this name if it says something. */
function known(facts: Fact[], name: string): Fact | null {
  const fact = facts.find((one) => one.name === name);
  return fact === undefined || isFiller(fact) ? null : fact;
}

/** What a fact says, as the CRM keeps it and as it shows it: a picklist's value and its label. */
const textsOf = onceFor((fact: Fact): readonly string[] => [
  String(fact.value),
  ...(fact.text === undefined || isPlaceholder(fact.text) ? [] : [fact.text]),
]);

/** A span of numbers ("25-50") fits where all of it does, and is outside where none of it is. */
function within(fact: Fact, { min = -Infinity, max = Infinity }: Range): Fit {
  const span = spanOfFact(fact);
  if (span === null) return 'unknown';
  if (span.least >= min && span.most <= max) return 'yes';
  return span.most < min || span.least > max ? 'no' : 'unknown';
}

type Asked = { wanted: string; test: (fact: Fact, snapshot: Snapshot) => Fit };

const number = (value: number) => value.toLocaleString('en-US');
function rangeWords({ min, max }: Range): string {
  if (min !== undefined && max !== undefined) return `${number(min)} to ${number(max)}`;
  return max === undefined ? `${number(min ?? 0)} or more` : `${number(max)} or fewer`;
}
type Test = (texts: readonly string[], list: readonly string[], snapshot: Snapshot) => Fit;
const asksList = (list: string[] | undefined, test: Test): Asked | null =>
  list?.length
    ? { wanted: joined(list), test: (fact, snapshot) => test(textsOf(fact), list, snapshot) }
    : null;
const asksRange = (range: Range | undefined): Asked | null =>
  range
    ? {
        wanted: rangeWords(range),
        // The profile names no currency: it means the account's. Sums of two currencies say nothing to each other.
        test: (fact, { currency }) =>
          fact.currency === undefined || fact.currency === currency ? within(fact, range) : 'unknown',
      }
    : null;

/** A region is told from its namesakes by the country that the record, and the profile, name. */
const inRegions =
  (countries: readonly string[]): Test =>
  (texts, list, { facts }) => {
    const country = known(facts, 'company.country');
    return regionFit(texts, country === null ? [] : textsOf(country), list, countries);
  };
const NONE: readonly string[] = [];

const parts: { fact: string; name: string; asks: (market: Market) => Asked | null }[] = [
  { fact: 'company.industry', name: 'industry', asks: ({ industries }) => asksList(industries, industryFit) },
  { fact: 'company.country', name: 'country', asks: ({ countries }) => asksList(countries, countryFit) },
  {
    fact: 'company.state',
    name: 'region',
    asks: ({ regions, countries = NONE }) => asksList(regions, inRegions(countries)),
  },
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
      {
        name: what,
        wanted: asked.wanted,
        fact,
        fit: fact === null ? 'unknown' : asked.test(fact, snapshot),
      } as const,
    ];
  });
}

/** "51-200 employees" says itself what it counts. */
const partWords = (fact: Fact) => {
  const words = valueWords(fact);
  const people = fact.name === 'company.employees' && !/\p{L}/u.test(words);
  return withOrigin(people ? `${words} people` : words, fact);
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
