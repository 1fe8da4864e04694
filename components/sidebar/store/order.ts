// The order of the checklist.
import type { Playbook } from '@/lib/playbook/schema';

/** Criterion ids as the checklist shows them: by level, then as the playbook lists them. */
export function criteriaInOrder(playbook: Playbook): string[] {
  return playbook.levels.flatMap((level) =>
    playbook.criteria.filter((criterion) => criterion.level === level.id).map((criterion) => criterion.id),
  );
}
