// Why a sign-in came to nothing, in the CRM's words where it has some, and what else there is.
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';

type Props = { problem: Problem; crmName: string; otherWay?: string | null };

export function SignInProblem({ problem, crmName, otherWay = null }: Props) {
  const { title, todo } = problemWords(problem, crmName);
  // A sign-in just made can't have expired: what the CRM itself said is the reason.
  const refused = ['key-refused', 'no-api', 'forbidden'].includes(problem.kind);
  return (
    <Notice tone="problem" urgent title={refused ? `${crmName} did not take this sign-in` : title}>
      <p>{refused ? problem.message : todo}</p>
      {refused && otherWay !== null && <p>Your admin may allow it, or choose “{otherWay}” above.</p>}
    </Notice>
  );
}
