// Records to evaluate: answers as a team's contacts have them, many unknown, the same in every run.
import type { Answers, AnswerValue } from '../../../lib/playbook/answer.ts';
import type { Criterion, Playbook } from '../../../lib/playbook/schema.ts';

/** A small seeded generator (mulberry32): numbers from 0 to below 1. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function valuesOf(criterion: Criterion): AnswerValue[] {
  if (criterion.kind === 'choice') return (criterion.options ?? []).map((option) => option.id);
  // Contacts that somebody works on mostly answer yes, so that all stages occur.
  return ['yes', 'yes', 'yes', 'no'];
}

/** `count` sets of answers; how much is known of a contact goes from almost nothing to everything. */
export function records(playbook: Playbook, count: number): Answers[] {
  const next = random(20261121);
  const values = new Map(playbook.criteria.map((criterion) => [criterion.id, valuesOf(criterion)]));
  return Array.from({ length: count }, (_, index) => {
    const known = (index % 10) / 9;
    const answers: Record<string, AnswerValue | null> = {};
    for (const [id, possible] of values) {
      const value = possible[Math.floor(next() * possible.length)];
      answers[id] = next() < known && value !== undefined ? value : null;
    }
    return answers;
  });
}
