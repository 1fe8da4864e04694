// Where a playbook has rules, each with the words for its place.
import type { Playbook, Rule } from './schema';

export type PlacedRule = { where: string; kind: 'stage' | 'outcome' | 'flag' | 'part'; rule: Rule };

/** The rules of the stages, the outcomes, the flags and the scales' parts. */
export function everyRule(playbook: Playbook): PlacedRule[] {
  return [
    ...playbook.stages.map(({ id, rule }) => ({ where: `Stage "${id}"`, kind: 'stage' as const, rule })),
    ...playbook.outcomes.map(({ id, rule }) => ({
      where: `Outcome "${id}"`,
      kind: 'outcome' as const,
      rule,
    })),
    ...playbook.flags.map(({ id, rule }) => ({ where: `Flag "${id}"`, kind: 'flag' as const, rule })),
    ...playbook.scales.flatMap(({ id, of }) =>
      of.map(({ label, rule }) => ({ where: `Scale "${id}", "${label}"`, kind: 'part' as const, rule })),
    ),
  ];
}
