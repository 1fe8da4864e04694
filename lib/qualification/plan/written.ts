// What a plan or a submission writes, in words: one function, so that no sentence can say less or more than is written.
import type { Part } from './submission';

/** "a deal", "an opportunity". */
const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

/** More fields than this are counted instead of named. */
const NAMED = 2;

const fieldsIn = (part: Part): string[] =>
  part.kind === 'fields' ? [...part.changes.map(({ label }) => label), ...Object.keys(part.extra)] : [];

function otherWords(part: Part, dealWord: string): string[] {
  switch (part.kind) {
    case 'fields':
      return [];
    case 'form':
      return [part.title === undefined ? 'a form' : `“${part.title}”`];
    case 'deal':
      return [withArticle(dealWord)];
    case 'task':
      return ['a task'];
    case 'note':
      return ['the note'];
  }
}

/**
 * "Lifecycle Stage, a task and the note"; "only the note" where it is one thing alone; "nothing" without any. Fields come
 * first, by their labels or their number; `dealWord`: what a deal is called in this CRM.
 */
export function writtenWords(parts: readonly Part[], dealWord = 'deal'): string {
  const labels = parts.flatMap(fieldsIn);
  const fields = labels.length > NAMED ? [`${labels.length} fields`] : labels;
  const things = [...fields, ...parts.flatMap((part) => otherWords(part, dealWord))];
  const last = things.at(-1);
  if (last === undefined) return 'nothing';
  if (things.length > 1) return `${things.slice(0, -1).join(', ')} and ${last}`;
  return labels.length > NAMED ? last : `only ${last}`;
}
