// A small playbook of one stage, for tests that are about one rule.
import type { Criterion, Playbook, Rule } from '@/lib/playbook/schema';

export const yesno = (id: string): Criterion => ({
  id,
  level: 'only',
  label: `About ${id}`,
  ask: `What about ${id}?`,
  yes: 'So.',
  no: 'Not so.',
  kind: 'yesno',
  evidence: [],
});

/** Yes/no criteria a, b and c, a number of people, a day and a colour, and one stage with this rule. */
export function playbookOf(rule: Rule, changes: Partial<Playbook> = {}): Playbook {
  return {
    schema: 1,
    id: 'small',
    name: 'Small',
    version: '1.0.0',
    description: '',
    sources: [],
    levels: [{ id: 'only', name: 'Only' }],
    stages: [{ id: 'stage', name: 'Stage', meaning: '', rule }],
    outcomes: [],
    criteria: [
      yesno('a'),
      yesno('b'),
      yesno('c'),
      { ...yesno('size'), kind: 'number', unit: 'people' },
      { ...yesno('until'), kind: 'date' },
      {
        ...yesno('colour'),
        kind: 'choice',
        options: ['red', 'green', 'blue'].map((id) => ({ id, label: id.toUpperCase() })),
      },
    ],
    flags: [],
    scales: [],
    labels: [],
    ...changes,
  };
}
