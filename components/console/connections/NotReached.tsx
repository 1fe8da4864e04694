// An account whose hosts the browser no longer lets us reach: says so, and asks for them again.
import { useEffect, useState } from 'react';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { hostOf } from '@/lib/crm/shared/host-permissions';
import type { Connection } from '@/lib/protocol/messages';

/** Nothing is shown where all is granted, or nothing has to be. */
export function NotReached({ connection, shell }: { connection: Connection; shell: Shell }) {
  const { asks, crmName } = connection;
  const [granted, setGranted] = useState(true);
  useEffect(() => {
    if (asks) void shell.has(asks).then(setGranted);
  }, [asks, shell]);
  if (!asks || granted) return null;
  return (
    <Notice
      tone="care"
      title={`The browser no longer lets Stagecheck reach this ${crmName} account`}
      actions={<Button onClick={() => void shell.ask(asks).then(setGranted)}>Allow it</Button>}
    >
      <p>
        The sidebar does not open beside its records, and nothing is written, until you allow{' '}
        {asks.origins.map(hostOf).join(' and ')} again. Everything is kept.
      </p>
    </Notice>
  );
}
