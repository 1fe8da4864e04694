// Diagnostics: do the connections work, what waits, what went wrong lately, and a report of it all for the admin.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { LoadedPart } from '@/components/shared/LoadedPart';
import { ProblemNote } from '@/components/shared/ProblemNote';
import type { Send } from '@/components/shared/send';
import type { Shell } from '@/components/shared/shell';
import { Section } from '../parts/Section';
import { ClearPart } from './ClearPart';
import { ConnectionsPart } from './ConnectionsPart';
import { createDiagnosticsStore } from './diagnostics-store';
import { ErrorsPart } from './ErrorsPart';
import { ProblemsPart } from './ProblemsPart';
import { ReportPart } from './ReportPart';
import { WaitingPart } from './WaitingPart';

type Props = { send: Send; shell: Shell; now?: () => Date };

const clock = () => new Date();

export function DiagnosticsSection({ send, shell, now = clock }: Props) {
  const [store] = useState(() => createDiagnosticsStore(send, now));
  const { view, tests, failed, ...does } = useStore(store);
  const { load } = does;
  useEffect(() => {
    void load();
    // What waits goes on, and so does this page.
    return shell.onQueue(() => void load());
  }, [load, shell]);

  return (
    <Section
      title="Diagnostics"
      lead="What works, what waits and what went wrong in this browser. Nothing of it is sent anywhere."
    >
      <LoadedPart what="diagnostics" part={view} crmName="Stagecheck" onRetry={() => void load()}>
        {(all) => (
          <>
            <ConnectionsPart
              view={all}
              tests={tests}
              send={send}
              shell={shell}
              onTest={(connection) => void does.test(connection)}
            />
            <WaitingPart
              view={all}
              failed={failed}
              onOpen={(id, ref) => void does.open(id, ref)}
              onRetry={(id) => void does.retry(id)}
              onWithdraw={(id) => void does.withdraw(id)}
              onSeen={({ id }) => void does.dismiss(id)}
            />
            {failed?.of === '' && <ProblemNote problem={failed.problem} crmName="Stagecheck" />}
            <ProblemsPart view={all} onClear={() => void does.clear()} />
            <ErrorsPart view={all} />
            <ReportPart view={all} tests={tests} shell={shell} now={now} />
            <ClearPart view={all} onClear={does.clearEverything} />
          </>
        )}
      </LoadedPart>
    </Section>
  );
}
