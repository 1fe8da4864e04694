// Derives person.authority from the job title: decides by office, or leads a part. Says nothing of any other title.
import { factWords } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { isFiller } from './filler-fact';
import { countryOf } from './places';
import { type TitlePart, titlesIn } from './title-parts';
import { areas, crafts, otherThan, over, titleLists } from './titles';

export type Authority = { level: 'decides' | 'leads'; language: string };

/** Office to language; of languages that share one the first. Made when first asked for. */
let offices: ReadonlyMap<string, string> | null = null;
function deciding(): ReadonlyMap<string, string> {
  offices ??= new Map(
    titleLists
      .flatMap(({ language, decides }) => decides.map((office) => [office, language] as const))
      .reverse(),
  );
  return offices;
}

/** The legal form at the end of a firm's name. */
const LEGAL =
  /\b(gmbh|ag|kg|ohg|ug|se|ltd|limited|llc|llp|inc|corp|plc|sarl|sas|sa|srl|spa|sl|slu|lda|ltda|bv|nv)$/;
const FIRM =
  /\b(company|firm|business|firma|unternehmens|entreprise|societe|cabinet|empresa|azienda|societa|bedrijf)$/;
/** Of these not every "… of something" is at the head of a firm: a president of a club, an owner of a process. */
const OF_ANYTHING =
  /pr[ae]sid|owner|partner|chair|bestuur|vorst|soci|dirigeant|propri|propiet|inhaber|eigen|duen|^don[oa]$|titolare|manager|lid |decid|decis|entscheid|buyer|holder|head|school/;
const OF = /^(?:of|de|du|da|do|di|del|della|des|der|von|van)\s(.+)$/;
const BEFORE = /^(?:group|global|international|worldwide|corporate)\s/;
/** Owner of what, partner in what. */
const OWNS_WORK =
  /\b(product|process|processes|backlog|scrum|agile|epic|feature|features|workflow|producto|proceso|produto|processo|prozess|produkt|produit|processus|proces)\b/;
const PARTNERS =
  /\b(channel|alliance|alliances|reseller|technology|hr|business|vertriebs|partnerships|development|ecosystem)\b/;
const OWNS_THING =
  /^(data|account|service|system|application|asset|risk|control|home|house|pet|dog|cat|car|land|relationship|lead|deal|project|program|programme)$/;
const OWNER = /\bowner$|propiet|propri|inhaber|eigen/;
/** Whoever founded or owns it has it, whatever else stands before: "Creative director, founder of Bass Designs". */
const FOUNDED =
  /^(co |mit|mede ?)?(found|cofound|grunder|fond|cofond|fund|cofund|oprich|owner|inhaber|eigen|dueno|duena)/;

/** What may follow an office without changing it: a place, a firm. */
function follows(office: string, rest: string): boolean {
  const [, what] = OF.exec(rest) ?? [];
  if (what !== undefined) return !OF_ANYTHING.test(office) || LEGAL.test(what) || FIRM.test(what);
  if (office === 'partner') return false;
  // Two letters may be a country's code and many other things: "Headmaster PM".
  return LEGAL.test(rest) || areas.has(rest) || (rest.length > 3 && countryOf(rest) !== null);
}

/** The language of the office, or of the few one after the other, that these words are as a whole; null for none. */
function officeIn(words: string, most = 4): string | null {
  const known = deciding();
  const title = words.replace(BEFORE, '');
  const exact = known.get(title);
  if (exact !== undefined) return exact;
  const all = title.split(' ');
  for (let length = Math.min(all.length - 1, 6); length > 0; length -= 1) {
    const office = all.slice(0, length).join(' ');
    const language = known.get(office);
    if (language === undefined) continue;
    const rest = all.slice(length).join(' ');
    if (follows(office, rest)) return language;
    // "Founder CEO", "Présidente fondatrice": offices one after the other. A partner is too many things for that.
    const next = most === 1 || office === 'partner' || rest === 'partner' ? null : officeIn(rest, most - 1);
    if (next !== null) return office.length < rest.length ? next : language;
  }
  return null;
}

function leadsIn(words: string): string | null {
  const by = titleLists.find(({ leads }) =>
    leads.some((office) => {
      if (words === office) return true;
      if (!words.startsWith(`${office} `)) return false;
      const rest = words.slice(office === 'director of' ? 'director '.length : office.length + 1);
      return !crafts.some((craft) => rest === craft || rest.startsWith(`${craft} `));
    }),
  );
  return by?.language ?? null;
}

type Group = { whole: TitlePart; each: TitlePart[] };

/** The titles of a group before the first one that `ends` it; null where none is left. */
function upTo({ each }: Group, ends: (words: string) => boolean): Group | null {
  const end = each.findIndex(({ words }) => ends(words));
  const kept = each.slice(0, end < 0 ? each.length : end);
  const [first] = kept;
  if (first === undefined) return null;
  return { whole: { words: kept.map(({ words }) => words).join(' '), loose: first.loose }, each: kept };
}

const wordsIn = (words: string) => words.split(' ');
const isOver = (words: string) => wordsIn(words).some((word) => over.has(word));
/** "Right hand to the CEO": the office of whoever comes behind it. */
const serves = (words: string) => wordsIn(words).includes('to');

/** The titles that still hold: none where one is another's or denied, and none behind a "former". */
function holding(text: string): Group[] {
  // Whoever typed it wasn't sure either.
  if (text.includes('?')) return [];
  const groups = titlesIn(text);
  const parts = groups.flatMap(({ each }) => each.map(({ words }) => words));
  const denied = parts.some((words) => {
    // "Vice President" leads; anyone else's vice, aide or stand-in does neither.
    const rest = words.replace(/\bvice president(e|a)?\b/, '').trim();
    return rest.endsWith(' to') || wordsIn(rest).some((word) => otherThan.has(word));
  });
  if (denied || parts.some((words) => wordsIn(words).every((word) => over.has(word)))) return [];
  const end = groups.findIndex(({ whole }) => isOver(whole.words));
  return groups
    .slice(0, end < 0 ? groups.length : end + 1)
    .map((group) => upTo(group, (words) => isOver(words) || serves(words)))
    .filter((group) => group !== null);
}

const within = (words: string, office: string) => ` ${words} `.includes(` ${office} `);
const namesOffice = (words: string) => [...deciding().keys()].some((office) => within(words, office));

/** An owner of a product or a process owns no firm, and a partner for a channel is none of a firm. */
function ofWork({ words }: TitlePart, groups: readonly Group[]): boolean {
  const all = groups.map(({ whole }) => whole.words);
  if (words === 'partner') return all.some((one) => PARTNERS.test(one));
  return OWNER.test(words) && all.some((one) => OWNS_WORK.test(one) || OWNS_THING.test(one));
}

/** The language of the first title that decides. */
function decidesIn(groups: readonly Group[]): string | null {
  let vouched = true;
  for (const { whole, each } of groups) {
    for (const part of [whole, ...each]) {
      const language = officeIn(part.words);
      const own = !part.loose || vouched || FOUNDED.test(part.words);
      if (language !== null && own && !ofWork(part, groups)) return language;
      // "Wife of the owner and CEO": the second title may be that of whoever the first one names.
      if (part !== whole && leadsIn(part.words) === null && namesOffice(part.words)) break;
    }
    vouched =
      officeIn(whole.words) !== null ||
      each.some(({ words }) => leadsIn(words) !== null) ||
      LEGAL.test(whole.words);
  }
  return null;
}

/**
 * What a job title says of authority, and from which language's list; null where it says nothing certain. Only whole
 * titles decide: "Product Owner" and "Assistant to the CEO" don't. Total; any text in.
 */
export function authorityOf(title: string): Authority | null {
  const groups = holding(title);
  const decides = decidesIn(groups);
  if (decides !== null) return { level: 'decides', language: decides };
  for (const { whole, each } of groups)
    for (const { words } of [whole, ...each]) {
      const leads = leadsIn(words);
      if (leads !== null) return { level: 'leads', language: leads };
    }
  return null;
}

/** The fact person.authority ('decides' or 'leads') from person.title; null where the title says nothing of it. */
export function authorityFact(facts: readonly Fact[]): Fact | null {
  const title = facts.find((one) => one.name === 'person.title');
  if (title === undefined || isFiller(title)) return null;
  const authority = authorityOf(String(title.value));
  if (authority === null) return null;
  const says =
    authority.level === 'decides'
      ? `decides by office, ${authority.language} list`
      : 'leads an area, may need another signature';
  return {
    ...title,
    name: 'person.authority',
    value: authority.level,
    text: `${factWords(title).replace(/^title: /, '')}: ${says}`,
  };
}
