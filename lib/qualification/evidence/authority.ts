// Derives person.authority from the job title: decides by office, or leads a part. Says nothing of any other title.
import { factWords } from '@/lib/record/facts';
import type { Fact } from '@/lib/record/snapshot';
import { isPlaceholder } from './placeholder';
import { foldWords } from './places';
import { otherThan, titleLists } from './titles';

export type Authority = { level: 'decides' | 'leads'; language: string };

/** "Geschäftsführer:in (m/w/d)" and "Geschaeftsfuehrer" to "geschaftsfuhrer"; "Founder & CEO" to its two titles. */
function titlesIn(text: string): string[] {
  const plain = text
    // No title is longer, and the patterns below are slow over what is.
    .slice(0, 200)
    .replace(/\((?:[mwfdhx]\s*(?:\/\s*)?){2,}\)/gi, ' ')
    .replace(/[:*_/·]-?in(nen)?\b/gi, '')
    // What follows says where, not what.
    .replace(/\s(?:@|at|bei|chez|presso|bij)\s.*$/iu, '');
  return plain
    .split(/[,;|/&+–—]|\s-\s|\s(?:and|und|et|y|e|en)\s/iu)
    .map((part) => foldWords(part))
    .map((part) => part.replaceAll('geschaefts', 'geschafts').replaceAll('fuehr', 'fuhr'))
    .map((part) => part.replaceAll('gruender', 'grunder').replaceAll('eigentuemer', 'eigentumer'))
    .filter((part) => part !== '');
}

const begins = (title: string, office: string) => title === office || title.startsWith(`${office} `);

/**
 * What a job title says of authority, and from which language's list; null where it says nothing. Only whole titles
 * decide: "Product Owner" and "Assistant to the CEO" don't. Total; any text in.
 */
export function authorityOf(title: string): Authority | null {
  const titles = titlesIn(title);
  const words = titles.flatMap((one) => one.split(' '));
  // "Vice President" leads; anyone else's vice, aide or predecessor does neither.
  const vice = titles.some((one) => /^(senior |executive )?vice president\b/.test(one));
  if (words.some((word) => otherThan.has(word) && !(word === 'vice' && vice))) return null;
  const found = (level: 'decides' | 'leads', fits: (title: string, office: string) => boolean) => {
    const by = titleLists.find((one) => titles.some((t) => one[level].some((office) => fits(t, office))));
    return by === undefined ? null : { level, language: by.language };
  };
  return found('decides', (title, office) => title === office) ?? found('leads', begins);
}

/** The fact person.authority ('decides' or 'leads') from person.title; null where the title says nothing of it. */
export function authorityFact(facts: readonly Fact[]): Fact | null {
  const title = facts.find((one) => one.name === 'person.title');
  if (title === undefined || isPlaceholder(String(title.value))) return null;
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
