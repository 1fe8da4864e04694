// A playbook whose first step up can be reached in so many ways that not all of them are searched.
import { hashPlaybook } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import type { Criterion, Playbook, Rule } from '@/lib/playbook/schema';

const times = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const criteria = times(
  60,
  (n): Criterion => ({
    ...{ id: `c${n}`, level: defaultPlaybook.levels[0]?.id ?? '', kind: 'yesno', label: `Point ${n + 1}` },
    ...{ ask: `Is point ${n + 1} so?`, yes: '', no: '', evidence: [] },
  }),
);
const literal = (n: number): Rule => ({ criterion: `c${n % 60}`, is: n % 3 ? 'yes' : 'no' });
const rule: Rule = { all: times(20, (n) => ({ any: times(3, (k) => literal(7 * n + 11 * k)) })) };

const playbook: Playbook = {
  ...defaultPlaybook,
  criteria: [...defaultPlaybook.criteria, ...criteria],
  stages: defaultPlaybook.stages.map((stage, at) => (at === 1 ? { ...stage, rule } : stage)),
};

/** The answer to what the background is asked for the active playbook. */
export const manyWays = { playbook, hash: hashPlaybook(playbook), origin: 'built-in' as const };
