// One connected account: as whom, signed in how, since when, what it lacks; and how to change or end it.
import { useEffect, useRef, useState } from 'react';
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import type { Connection } from '@/lib/protocol/messages';
import type { Person } from '@/lib/record/record';
import { localDayWords } from '@/lib/util/dates';
import type { Also } from '../parts/console-store';
import { ChangePerson } from './ChangePerson';
import styles from './Connections.module.css';
import { Disconnect } from './Disconnect';
import { MissingScopes } from './MissingScopes';
import { NotReached } from './NotReached';
import { OtherUser } from './OtherUser';
import { SignedInBy } from './SignedInBy';
import { SignedOut } from './SignedOut';
import { SignInAgain } from './SignInAgain';

type Props = {
  connection: Connection;
  /** The page was opened for this account: it takes the keyboard. */
  wanted: boolean;
  send: Send;
  shell: Shell;
  onSignIn: () => Promise<Problem | null>;
  onPerson: (person: Person) => Promise<Problem | null>;
  onDisconnect: (also: Also) => Promise<Problem | null>;
};

export function ConnectionCard(props: Props) {
  const { connection, wanted, send, shell, onSignIn, onPerson, onDisconnect } = props;
  const [open, setOpen] = useState<'person' | 'disconnect' | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const name = useRef<HTMLHeadingElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const { crmName, accountName, person, signedOut, connectedAt, missing, way } = connection;
  /** Whom Stagecheck wrote as before someone else signed in here. */
  const [former, setFormer] = useState<Person | null>(null);

  useEffect(() => {
    if (wanted) name.current?.focus();
  }, [wanted]);

  /** Closes what was opened and gives the keyboard back to the button that opened it. */
  const close = () => {
    const button = open === 'person' ? change : leave;
    setOpen(null);
    button.current?.focus();
  };

  /** The button goes with the notice that held it, so the card's name takes the keyboard. */
  const signIn = async () => {
    const problem = await onSignIn();
    if (!problem) {
      setFormer(person);
      name.current?.focus();
    }
    return problem;
  };

  return (
    <li className={styles.card}>
      <header className={styles.head}>
        <h2 className={styles.name} ref={name} tabIndex={-1}>
          {accountName}
        </h2>
        <Badge>{crmName}</Badge>
      </header>
      <dl className={styles.facts}>
        <div>
          <dt>You are</dt>
          <dd dir="auto">
            {person.name || person.email}
            {person.name && person.email && <span className={styles.soft}> {person.email}</span>}
          </dd>
        </div>
        <SignedInBy connection={connection} />
        <div>
          <dt>Connected</dt>
          <dd>
            <time dateTime={connectedAt}>{localDayWords(connectedAt)}</time>
          </dd>
        </div>
        <div>
          <dt>Scopes</dt>
          <dd>{missing.length === 0 ? 'All there' : <MissingScopes scopes={missing} />}</dd>
        </div>
      </dl>
      <NotReached connection={connection} shell={shell} />
      {former && former.id !== person.id && <OtherUser former={former} connection={connection} />}
      {signedOut && <SignedOut connection={connection} onSignIn={signIn} />}
      <div className={styles.actions}>
        {way !== 'key' && !signedOut && <SignInAgain connection={connection} onSignIn={signIn} />}
        {/* Where the CRM says whose sign-in it is, there is nobody else to be. */}
        {!connection.user && (
          <Button
            ref={change}
            aria-expanded={open === 'person'}
            onClick={() => (open === 'person' ? close() : setOpen('person'))}
          >
            Change who you are
          </Button>
        )}
        <Button
          ref={leave}
          aria-expanded={open === 'disconnect'}
          onClick={() => (open === 'disconnect' ? close() : setOpen('disconnect'))}
        >
          Disconnect
        </Button>
      </div>
      {open === 'person' && (
        <ChangePerson connection={connection} send={send} onSave={onPerson} onClose={close} />
      )}
      {open === 'disconnect' && (
        <Disconnect connection={connection} send={send} onDisconnect={onDisconnect} onClose={close} />
      )}
    </li>
  );
}
