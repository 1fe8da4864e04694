// Step 1: which CRM, where there are several, and by which of its ways.
import { useStore } from 'zustand';
import { LoadedPart } from '@/components/shared/LoadedPart';
import type { Shell } from '@/components/shared/shell';
import { RadioList } from '@/components/ui/RadioList';
import type { CrmWays, Way } from '@/lib/protocol/messages';
import { KeyStep } from './KeyStep';
import { SessionStep } from './SessionStep';
import { SignInStep } from './SignInStep';
import { type WelcomeStore, waysOf } from './welcome-store';

type Props = { store: WelcomeStore; shell: Shell };

export function AccountStep({ store, shell }: Props) {
  const { crms, crm, load, chooseCrm } = useStore(store);
  const known = waysOf(crms, crm);
  return (
    <LoadedPart what="the ways to connect" part={crms} onRetry={() => void load()}>
      {(all) => (
        <>
          {all.length > 1 && (
            <RadioList
              label="Your CRM"
              value={crm}
              options={all.map((one) => ({ value: one.crm, label: one.crmName }))}
              onChange={chooseCrm}
            />
          )}
          {known && <ByWay key={known.crm} store={store} shell={shell} known={known} />}
        </>
      )}
    </LoadedPart>
  );
}

function ByWay({ store, shell, known }: Props & { known: CrmWays }) {
  const { way: kind, chooseWay } = useStore(store);
  const { crmName, ways } = known;
  const way = ways.find((one) => one.kind === kind);
  return (
    <>
      {ways.length > 1 && (
        <RadioList
          label="How to connect"
          hint={way?.help}
          value={kind}
          options={ways.map((one) => ({ value: one.kind, label: one.label }))}
          onChange={(value) => {
            const chosen = ways.find((one) => one.kind === value);
            if (chosen) chooseWay(chosen.kind);
          }}
        />
      )}
      {way && <OneWay store={store} shell={shell} crmName={crmName} way={way} ways={ways} />}
    </>
  );
}

function OneWay({ store, shell, crmName, way, ways }: Props & { crmName: string; way: Way; ways: Way[] }) {
  switch (way.kind) {
    case 'key':
      return <KeyStep store={store} crmName={crmName} guide={way.guide} />;
    case 'oauth':
      return <SignInStep store={store} crmName={crmName} way={way} shell={shell} />;
    case 'session': {
      const otherWay = ways.find(({ kind }) => kind !== 'session')?.label ?? null;
      return <SessionStep store={store} crmName={crmName} way={way} shell={shell} otherWay={otherWay} />;
    }
  }
}
