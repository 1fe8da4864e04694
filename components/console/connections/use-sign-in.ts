// Signing in anew at a press: whether it is under way, and what came in its way.
import { useState } from 'react';
import type { Problem } from '@/lib/problem/problem';

/** `onSignIn` gives the problem it ended with, or null. */
export function useSignIn(onSignIn: () => Promise<Problem | null>) {
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const signIn = async () => {
    setGoing(true);
    setProblem(null);
    setProblem(await onSignIn());
    setGoing(false);
  };
  return { going, problem, signIn };
}
