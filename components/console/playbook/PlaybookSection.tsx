// The playbooks: which one this browser uses, and any of them to read, to use or to save.
import { useState } from 'react';
import { useStore } from 'zustand';
import { LoadedPart } from '@/components/shared/LoadedPart';
import { ProblemNote } from '@/components/shared/ProblemNote';
import { Notice } from '@/components/ui/Notice';
import { hashPlaybook } from '@/lib/playbook';
import type { Problem } from '@/lib/problem/problem';
import type { ActivePlaybook } from '@/lib/protocol/messages';
import type { ConsoleStore } from '../parts/console-store';
import { Section } from '../parts/Section';
import { find, shelves } from './library';
import styles from './Playbook.module.css';
import { PlaybookActions } from './PlaybookActions';
import { PlaybookBody } from './PlaybookBody';
import { PlaybookPicker } from './PlaybookPicker';

export function PlaybookSection({ store }: { store: ConsoleStore }) {
  const { playbook, load } = useStore(store);
  if (playbook.phase === 'ready') return <Library active={playbook.value} store={store} />;
  return (
    <Section title="Playbook">
      <LoadedPart what="the playbook" part={playbook} onRetry={() => void load()}>
        {() => null}
      </LoadedPart>
    </Section>
  );
}

type Choice =
  | { state: 'none' }
  | { state: 'busy' }
  | { state: 'failed'; problem: Problem }
  | { state: 'done' };

function Library({ active, store }: { active: ActivePlaybook; store: ConsoleStore }) {
  const [shown, setShown] = useState(active.playbook.id);
  const [choice, setChoice] = useState<Choice>({ state: 'none' });
  const { playbook, kind } = find(active.playbook, shown);
  const used = playbook.id === active.playbook.id;
  const show = (id: string) => {
    setShown(id);
    setChoice({ state: 'none' });
  };
  const use = async () => {
    setChoice({ state: 'busy' });
    const problem = await store.getState().choosePlaybook(playbook.id);
    setChoice(problem ? { state: 'failed', problem } : { state: 'done' });
  };
  return (
    <Section
      title={playbook.name}
      lead={playbook.description}
      before={
        <PlaybookPicker
          shelves={shelves(active.playbook)}
          shown={playbook.id}
          used={active.playbook.id}
          onShow={show}
        />
      }
      actions={
        <PlaybookActions
          playbook={playbook}
          kind={kind}
          used={used}
          busy={choice.state === 'busy'}
          onUse={() => void use()}
        />
      }
    >
      <div role="status" className={styles.status}>
        {choice.state === 'done' && (
          <Notice tone="done" title={`This browser now uses “${playbook.name}”`}>
            <p>Open sidebars follow at once, and keep the answers that are there.</p>
          </Notice>
        )}
        {kind === 'framework' && (
          <Notice title="A framework to start from">
            <p>
              Save it as a file and make it say what your team means. Only built-in playbooks can be used
              here.
            </p>
          </Notice>
        )}
      </div>
      {choice.state === 'failed' && (
        <ProblemNote problem={choice.problem} crmName="The CRM" onRetry={() => void use()} />
      )}
      <PlaybookBody
        playbook={playbook}
        hash={used ? active.hash : hashPlaybook(playbook)}
        origin={used ? active.origin : kind === 'framework' ? 'Framework' : 'Built in'}
      />
    </Section>
  );
}
