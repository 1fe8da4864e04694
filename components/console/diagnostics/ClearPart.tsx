// Clears everything that Stagecheck keeps in this browser: says what is lost, asks, and says what is left to do elsewhere.
import { useEffect, useRef, useState } from 'react';
import { ProblemNote } from '@/components/shared/ProblemNote';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem, Result } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import type { Answers, Connection } from '@/lib/protocol/messages';
import { RevokeKey } from '../connections/RevokeKey';
import styles from './Diagnostics.module.css';
import type { View } from './diagnostics-store';

type Cleared = Answers['everything.clear'];
type Props = { view: View; onClear: () => Promise<Result<Cleared>> };
type Asking = { phase: 'asking'; going: boolean; problem: Problem | null };
type State = { phase: 'calm' } | Asking | { phase: 'done'; cleared: Cleared; connections: Connection[] };

export function ClearPart({ view, onClear }: Props) {
  const [state, setState] = useState<State>({ phase: 'calm' });
  const note = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { phase } = state;
  // What asks, and what says that it is done, take the keyboard: the button that was pressed is gone or far.
  useEffect(() => {
    if (phase !== 'calm') note.current?.focus();
  }, [phase]);

  const ask = () => setState({ phase: 'asking', going: false, problem: null });
  const close = () => {
    setState({ phase: 'calm' });
    opener.current?.focus();
  };
  const clear = async () => {
    // As they were before: afterwards nobody knows them any more.
    const { connections } = view;
    setState({ phase: 'asking', going: true, problem: null });
    const reply = await onClear();
    setState(
      reply.ok
        ? { phase: 'done', cleared: reply.value, connections }
        : { phase: 'asking', going: false, problem: reply.problem },
    );
  };

  return (
    <section className={styles.part} aria-labelledby="diagnostics-clear">
      <h2 id="diagnostics-clear">Clear everything</h2>
      <p className={styles.soft}>
        Disconnects every account and deletes all that Stagecheck keeps in this browser. What is in your CRM
        stays as it is.
      </p>
      {phase !== 'done' && (
        <div className={styles.actions}>
          <Button
            ref={opener}
            aria-expanded={phase === 'asking'}
            onClick={() => (phase === 'asking' ? close() : ask())}
          >
            Clear everything…
          </Button>
        </div>
      )}
      {state.phase === 'asking' && (
        <section ref={note} tabIndex={-1} aria-label="Clear everything?" className={styles.ask}>
          <Losses view={view} />
          {state.problem && (
            <ProblemNote problem={state.problem} crmName="The CRM" kept="Not everything was cleared." />
          )}
          <div className={styles.actions}>
            <Button
              look="primary"
              why={state.going ? 'Everything is being cleared' : null}
              onClick={() => void clear()}
            >
              Delete it all
            </Button>
            <Button look="quiet" onClick={close}>
              Cancel
            </Button>
          </div>
        </section>
      )}
      {state.phase === 'done' && (
        <div ref={note} tabIndex={-1} className={styles.ask}>
          <Done cleared={state.cleared} connections={state.connections} />
        </div>
      )}
    </section>
  );
}

/** What is gone for good, the decisions that never reached the CRM by name. */
function Losses({ view }: { view: View }) {
  const { unsent, lost, unreadable, drafts, unreadableDrafts, connections } = view;
  const decisions = unsent.length + unreadable.length;
  const answers = drafts.length + unreadableDrafts;
  return (
    <Notice tone={decisions + answers > 0 ? 'problem' : 'care'} title="Delete all that is kept here?">
      {decisions > 0 && (
        <>
          <p>
            {decisions === 1 ? '1 decision was' : `${decisions} decisions were`} never fully written to your
            CRM, and will not be:
          </p>
          <ul className={styles.names}>
            {unsent.map((row) => (
              <li key={row.id}>
                <bdi>{row.name || 'No name kept'}</bdi>: {row.target}
              </li>
            ))}
            {unreadable.map((row) => (
              <li key={row.id}>One that this version can’t read</li>
            ))}
          </ul>
        </>
      )}
      {answers > 0 && (
        <p>
          Your unfinished answers on {answers === 1 ? '1 record' : `${answers} records`} are deleted
          {drafts.length > 0 && (
            <>
              :{' '}
              {drafts.map((row, at) => (
                <span key={row.key}>
                  {at > 0 && ', '}
                  <bdi>{row.name || 'no name kept'}</bdi>
                </span>
              ))}
            </>
          )}
          .
        </p>
      )}
      <p>
        Also deleted: {connections.length === 1 ? 'the connection' : 'all connections'} with{' '}
        {connections.length === 1 ? 'its' : 'their'} keys and sign-ins, receipts, stage mappings, the choice
        of playbook, the list of problems{lost.length > 0 && ', the notes on lost decisions'}, and what you
        allowed the browser for Stagecheck. This can’t be undone.
      </p>
    </Notice>
  );
}

function Done({ cleared, connections }: { cleared: Cleared; connections: Connection[] }) {
  const keys = connections.filter(({ way }) => way === 'key');
  return (
    <Notice
      tone={cleared.notEnded.length > 0 ? 'care' : 'done'}
      title="Everything that Stagecheck kept in this browser is deleted"
    >
      {keys.map((one) => (
        <RevokeKey key={`${one.crm}/${one.account}`} crmName={one.crmName} accountName={one.accountName} />
      ))}
      {cleared.notEnded.map(({ accountName, crmName, problem }) => (
        <p key={accountName}>
          {crmName} could not be told to end the sign-in to <bdi>{accountName}</bdi>:{' '}
          {problemWords(problem, crmName).title}. Take Stagecheck’s access away in your own settings there.
        </p>
      ))}
      <p>To use Stagecheck again, connect an account as on the first day.</p>
    </Notice>
  );
}
