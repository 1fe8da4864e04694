// Whether a title or role takes away what a phrase in it says: "Former VP", "Not a decision maker", "PA to the VP".
import type { Fact } from '@/lib/record/snapshot';
import { foldWords } from '@/lib/util/fold';
import { otherThan, over } from './titles';

/** In a buying role these leave it open who decides. */
const open = new Set(
  'influences influencing influencers of unsure unclear unknown access blocks blocker gatekeeper near below under through via reach eventual next'.split(
    ' ',
  ),
);

/** Facts whose words name an office, so that the words around one matter. */
const OFFICES = ['person.title', 'person.buyingRole'];

/**
 * true where a fact that names an office says beside the phrases that it is someone else's, over, or denied. Words of a
 * phrase itself don't count: "Vice President" keeps its own "vice".
 */
export function takenAway(fact: Fact, phrases: readonly string[]): boolean {
  if (!OFFICES.includes(fact.name)) return false;
  const role = fact.name === 'person.buyingRole';
  // No title is longer.
  const text = [String(fact.value), fact.text ?? ''].map((one) => one.slice(0, 200)).join(' ');
  if (role && text.includes('?')) return true;
  const own = new Set(phrases.map(foldWords).sort((a, b) => b.length - a.length));
  let rest = ` ${foldWords(text)} `;
  for (const phrase of own) if (phrase !== '') rest = rest.replaceAll(` ${phrase} `, ' | ');
  return rest
    .split(' ')
    .some((word) => word === 'to' || otherThan.has(word) || over.has(word) || (role && open.has(word)));
}
