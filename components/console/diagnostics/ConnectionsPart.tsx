// Each connection: whether it works, with a button that finds out now, and what is left of its calls.

import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { Mark } from '@/components/ui/Mark';
import type { Allowance } from '@/lib/crm/shared/crm';
import type { Connection } from '@/lib/protocol/messages';
import { NotReached } from '../connections/NotReached';
import { connectionKey } from '../parts/console-store';
import { NotConnected } from '../parts/NotConnected';
import { AllowanceLine } from './AllowanceLine';
import styles from './Diagnostics.module.css';
import type { Test, View } from './diagnostics-store';
import { healthOf, heldBy } from './health';

type Props = {
  view: View;
  tests: ReadonlyMap<string, Test>;
  send: Send;
  shell: Shell;
  onTest: (connection: Connection) => void;
};

export function ConnectionsPart({ view, tests, send, shell, onTest }: Props) {
  const allowances = new Map(view.allowances.map((one) => [connectionKey(one), one.allowance]));
  return (
    <section className={styles.part} aria-labelledby="diagnostics-connections">
      <h2 id="diagnostics-connections">Connections</h2>
      {view.connections.length === 0 && <NotConnected send={send} />}
      {view.connections.length > 0 && (
        <ul className={styles.box}>
          {view.connections.map((connection) => (
            <ConnectionRow
              key={connectionKey(connection)}
              connection={connection}
              view={view}
              test={tests.get(connectionKey(connection)) ?? null}
              allowance={allowances.get(connectionKey(connection)) ?? null}
              shell={shell}
              onTest={() => onTest(connection)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

type RowProps = {
  connection: Connection;
  view: View;
  test: Test | null;
  allowance: Allowance | null;
  shell: Shell;
  onTest: () => void;
};

function ConnectionRow({ connection, view, test, allowance, shell, onTest }: RowProps) {
  const { crmName, accountName } = connection;
  const health = healthOf(connection, test, heldBy(connection, view.unsent), view.at);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3 className={styles.name}>
          <bdi>{accountName}</bdi>
        </h3>
        <Badge>{crmName}</Badge>
        <span className={styles.end}>
          <Button why={test === 'going' ? 'It is being tested' : null} onClick={onTest}>
            Test now
          </Button>
        </span>
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>State</dt>
          <dd>
            <span className={styles.state} role="status">
              <Mark value={health.mark} word="" />
              <span>{health.words}</span>
            </span>
            {health.more && <p className={styles.soft}>{health.more}</p>}
          </dd>
        </div>
        <div>
          <dt>Calls left</dt>
          <dd>
            <AllowanceLine allowance={allowance} now={view.at} />
          </dd>
        </div>
      </dl>
      <NotReached connection={connection} shell={shell} />
    </li>
  );
}
