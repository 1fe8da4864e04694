// An account whose sign-in the CRM has ended: what is kept, and the button that signs in anew.

import { ProblemNote } from '@/components/shared/ProblemNote';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import { useSignIn } from './use-sign-in';

type Props = { connection: Connection; onSignIn: () => Promise<Problem | null> };

/** Goes by itself when the connection is no longer signed out. */
export function SignedOut({ connection, onSignIn }: Props) {
  const { crmName, accountName } = connection;
  const { going, problem, signIn } = useSignIn(onSignIn);
  return (
    <>
      <Notice
        tone="care"
        title={`${crmName} ended the sign-in`}
        actions={
          <Button look="primary" why={going ? 'Its window is open' : null} onClick={() => void signIn()}>
            Sign in again
          </Button>
        }
      >
        <p>
          Nothing is read or written until you sign in again. Who you are, the mapping and all drafts are
          kept.
        </p>
      </Notice>
      {problem && (
        <ProblemNote problem={problem} crmName={crmName} kept={`${accountName} is as it was before.`} />
      )}
    </>
  );
}
