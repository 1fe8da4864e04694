// Derives the fact 'market': whether the company fits the playbook's ideal customer profile.
import type { Market, Playbook } from '../playbook/schema';
import { valueWords } from './facts';
import { isPlaceholder, isPlaceholderNumber } from './placeholder';
import { countryOf, foldWords } from './places';
import type { Fact, Snapshot } from './snapshot';
import { toNumber } from './values';

type Fit = 'yes' | 'no' | 'unknown';

/** The company's fact of this name if it says something. */
function known(facts: Fact[], name: string): Fact | null {
  const fact = facts.find((one) => one.name === name);
  if (fact === undefined) return null;
  if (typeof fact.value === 'number') return isPlaceholderNumber(name, fact.value) ? null : fact;
  return isPlaceholder(String(fact.value)) ? null : fact;
}

/** yes: is one of the listed. no: is another one. unknown: might be one under another name ("Logistics" in "Logistics and Supply Chain"). */
function listed(fact: Fact, wanted: string[]): Fit {
  const texts = [String(fact.value), ...(fact.text === undefined ? [] : [fact.text])].map(foldWords);
  const targets = wanted.map(foldWords);
  if (texts.some((text) => targets.includes(text))) return 'yes';
  const words = new Set(texts.flatMap((text) => text.split(' ')).filter((word) => word.length > 3));
  return targets.some((target) => target.split(' ').some((word) => words.has(word))) ? 'unknown' : 'no';
}

function inCountry(fact: Fact, wanted: string[]): Fit {
  const text = fact.text ?? String(fact.value);
  if (wanted.some((one) => foldWords(one) === foldWords(text))) return 'yes';
  const here = countryOf(text) ?? countryOf(String(fact.value));
  const there = wanted.map(countryOf);
  if (here !== null && there.includes(here)) return 'yes';
  // A place that we can't recognise is not a place elsewhere.
  return here === null || there.includes(null) ? 'unknown' : 'no';
}

function within(fact: Fact, range: { min?: number | undefined; max?: number | undefined }): Fit {
  const value = toNumber(fact.value);
  if (value === null || isPlaceholderNumber(fact.name, value)) return 'unknown';
  return value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity) ? 'yes' : 'no';
}

const parts: { fact: string; asks: (market: Market) => ((fact: Fact) => Fit) | null }[] = [
  {
    fact: 'company.industry',
    asks: ({ industries: list }) => (list?.length ? (f) => listed(f, list) : null),
  },
  {
    fact: 'company.country',
    asks: ({ countries: list }) => (list?.length ? (f) => inCountry(f, list) : null),
  },
  { fact: 'company.employees', asks: ({ employees: range }) => (range ? (f) => within(f, range) : null) },
  { fact: 'company.revenue', asks: ({ revenue: range }) => (range ? (f) => within(f, range) : null) },
];

/**
 * The fact 'market' with value 'yes' or 'no', worded by what it rests on ("outside the target market: Retail").
 * null when the playbook sets no profile, or when what is needed to tell is not known. One mismatch is enough for no;
 * yes needs every part that the profile names. Rests on the company.* facts of the snapshot; has the oldest time of them.
 */
export function marketFact(playbook: Playbook, snapshot: Snapshot): Fact | null {
  const market = playbook.market;
  if (market === undefined) return null;
  const asked = parts.flatMap((part) => {
    const test = part.asks(market);
    if (test === null) return [];
    const fact = known(snapshot.facts, part.fact);
    return [{ fact, fit: fact === null ? ('unknown' as const) : test(fact) }];
  });
  const misses = asked.filter(({ fit }) => fit === 'no');
  const value = misses.length > 0 ? 'no' : 'yes';
  if (asked.length === 0 || (value === 'yes' && asked.some(({ fit }) => fit !== 'yes'))) return null;
  const behind = (value === 'no' ? misses : asked).flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const times = behind.flatMap((fact) => (fact.at === null ? [] : [fact.at])).sort();
  const what = behind
    .map((fact) => (fact.name === 'company.employees' ? `${valueWords(fact)} people` : valueWords(fact)))
    .join(', ');
  return {
    name: 'market',
    value,
    at: times.length === behind.length ? (times[0] ?? null) : null,
    url: behind[0]?.url ?? null,
    field: behind.map((fact) => fact.field).join(', '),
    text: `${value === 'yes' ? 'in' : 'outside'} the target market: ${what}`,
  };
}
