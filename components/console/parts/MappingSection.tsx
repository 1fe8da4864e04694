// How stages are told in each connected account, with what is not saved yet.
import { useStore } from 'zustand';
import { LoadedPart } from '@/components/shared/LoadedPart';
import { MappingForm } from '@/components/shared/MappingForm';
import type { Send } from '@/components/shared/send';
import { type ConsoleStore, connectionKey } from './console-store';
import { NotConnected } from './NotConnected';
import { Section } from './Section';

export function MappingSection({ store, send }: { store: ConsoleStore; send: Send }) {
  const { connections, mappings, load } = useStore(store);
  return (
    <Section
      title="Stage mapping"
      lead="What Stagecheck sets in the CRM when a rep confirms a stage or an outcome. Where nothing is set, it is kept in the evidence only."
    >
      <LoadedPart what="connections" part={connections} onRetry={() => void load()}>
        {(list) => {
          if (list.length === 0) return <NotConnected send={send} />;
          return list.map((connection) => {
            const key = connectionKey(connection);
            const mapping = mappings.get(key);
            return mapping && <MappingForm key={key} connection={connection} store={mapping} />;
          });
        }}
      </LoadedPart>
    </Section>
  );
}
