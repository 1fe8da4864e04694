// The button that signs in anew where nothing has ended: another person works in this browser now, or rights changed.

import { ProblemNote } from '@/components/shared/ProblemNote';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import styles from './Connections.module.css';
import { useSignIn } from './use-sign-in';

type Props = { connection: Connection; onSignIn: () => Promise<Problem | null> };

export function SignInAgain({ connection, onSignIn }: Props) {
  const { crmName, accountName, way } = connection;
  const { going, problem, signIn } = useSignIn(onSignIn);
  const why = way === 'oauth' ? 'Its window is open' : 'It is being looked up';
  return (
    <>
      {problem && (
        <div className={styles.wide}>
          <ProblemNote problem={problem} crmName={crmName} kept={`${accountName} is as it was before.`} />
        </div>
      )}
      <Button why={going ? why : null} onClick={() => void signIn()}>
        Sign in again
      </Button>
    </>
  );
}
