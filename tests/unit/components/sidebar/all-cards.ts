// One card of each kind that a playbook can ask, for tests that play keys against all that may be in view.
import { builtins } from '@/lib/playbook/builtin';
import type { Criterion } from '@/lib/playbook/schema';

const every: Criterion[] = builtins.flatMap(({ criteria }) => criteria);

/** The first of each kind, and the choice with the most options. */
export const criteria: Criterion[] = (['yesno', 'choice', 'number', 'date'] as const).flatMap((kind) =>
  every
    .filter((one) => one.kind === kind)
    .sort((one, other) => (other.options?.length ?? 0) - (one.options?.length ?? 0))
    .slice(0, 1),
);
