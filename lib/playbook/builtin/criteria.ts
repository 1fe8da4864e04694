// The questions of all built-in playbooks: the same question has the same id, so that one answer serves them all.
import type { Criterion } from '../schema';
import { changeCriteria } from './criteria-change';
import { engagementCriteria } from './criteria-engagement';
import { fitCriteria } from './criteria-fit';
import { reactionCriteria } from './criteria-reaction';
import { stakeholderCriteria } from './criteria-stakeholder';

export const sharedCriteria: readonly Criterion[] = [
  ...engagementCriteria,
  ...reactionCriteria,
  ...fitCriteria,
  ...stakeholderCriteria,
  ...changeCriteria,
];

const byId = new Map(sharedCriteria.map((criterion) => [criterion.id, criterion]));

/** The shared question of this id. Throws where there is none: a slip in a built-in, which every test would meet. */
export function shared(id: string): Criterion {
  const criterion = byId.get(id);
  if (!criterion) throw new Error(`There is no shared criterion "${id}".`);
  return criterion;
}

/** What a playbook may say in its own words about a shared question; never its kind or its options. */
type Wording = Partial<Pick<Criterion, 'label' | 'ask' | 'yes' | 'no' | 'why'>>;

/** Shared questions for one playbook, in this order: cited by the article that this playbook takes them from. */
export function pick(article: string, wanted: readonly (string | ({ id: string } & Wording))[]): Criterion[] {
  return wanted.map((one) => {
    const { id, ...wording } = typeof one === 'string' ? { id: one } : one;
    return { ...shared(id), ...wording, cites: [article] };
  });
}
