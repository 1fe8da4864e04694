// What an org has twice of one call: the browser may send it again by itself, where the way takes no streams.
import { reported } from '@/lib/diagnostics/report';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Org } from '../setup/org';
import { foundBefore } from './found';
import type { Made, Twins } from './result';
import type { Target } from './target';
import type { Wanted } from './wanted';

const NONE: Twins = { task: [], deal: [], next: [] };

/** What was just made, with others of the same. A look that fails tells of none: what was made stays made. */
export async function withTwins(
  org: Org,
  submission: Submission,
  target: Target,
  wanted: Wanted,
  made: Made,
): Promise<Made> {
  const found = await foundBefore(org, submission, target, wanted).catch(reported('salesforce.twins', null));
  if (!found) return made;
  const { twins = NONE } = found;
  const others = (part: keyof Twins) =>
    [found[part], ...twins[part]].filter((id) => id !== '' && id !== (made[part] || found[part]));
  // Of an opportunity that was there before, its evidence tells the same.
  const deal = wanted.deal === null ? [] : others('deal');
  return { ...made, twins: { task: others('task'), deal, next: others('next') } };
}

/** Those of two looks. */
export const joined = (one: Twins = NONE, other: Twins = NONE): Twins => ({
  task: [...one.task, ...other.task],
  deal: [...one.deal, ...other.deal],
  next: [...one.next, ...other.next],
});
