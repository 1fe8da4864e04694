// The button that signs in anew where nothing has ended: another person works in this browser now, or rights changed.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import type { Connection } from '@/lib/messages';
import type { Problem } from '@/lib/problem';
import { ProblemNote } from '../ProblemNote';
import styles from './Connections.module.css';

type Props = { connection: Connection; onSignIn: () => Promise<Problem | null> };

export function SignInAgain({ connection, onSignIn }: Props) {
  const { crmName, accountName, way } = connection;
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const why = way === 'oauth' ? 'Its window is open' : 'It is being looked up';
  const signIn = async () => {
    setGoing(true);
    setProblem(null);
    setProblem(await onSignIn());
    setGoing(false);
  };
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
