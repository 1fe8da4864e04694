// Finds criteria by what they are called, asked, and mean: every word typed must be somewhere in it.
import type { Criterion, Playbook } from './schema';

/** Small letters without accents, so that "resume" finds "Résumé". */
const folded = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const wordsOf = (text: string) => folded(text).split(/\s+/).filter(Boolean);

/**
 * The ids of the criteria that hold every word of `text`, in the order of `order` (the checklist's); all for none.
 * `best`: the place of the one that fits best, a label that begins so before one that holds it before the rest.
 */
export function findCriteria(
  playbook: Playbook,
  order: readonly string[],
  text: string,
): { ids: string[]; best: number } {
  const words = wordsOf(text);
  const whole = words.join(' ');
  const levels = new Map(playbook.levels.map((level) => [level.id, level.name]));
  const byId = new Map(playbook.criteria.map((one) => [one.id, one]));
  const found = order.flatMap((id) => {
    const criterion = byId.get(id);
    if (!criterion) return [];
    const hay = folded(textOf(criterion, levels.get(criterion.level) ?? ''));
    return words.every((word) => hay.includes(word)) ? [criterion] : [];
  });
  const ranks = found.map(({ label }): number => {
    const name = folded(label);
    return name.startsWith(whole) ? 0 : words.every((word) => name.includes(word)) ? 1 : 2;
  });
  return { ids: found.map(({ id }) => id), best: Math.max(0, ranks.indexOf(Math.min(...ranks))) };
}

function textOf({ label, ask, yes, no, options = [] }: Criterion, level: string): string {
  return [label, ask, yes, no, level, ...options.map((option) => option.label)].join('\n');
}
