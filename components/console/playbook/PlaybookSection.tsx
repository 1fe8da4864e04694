// The active playbook, to read: its stages and rules, outcomes, criteria by level, marks and sources.
import { useStore } from 'zustand';
import type { ActivePlaybook } from '@/lib/messages';
import type { ConsoleStore } from '../console-store';
import { LoadedPart } from '../LoadedPart';
import { Section } from '../Section';
import { CriteriaPart } from './CriteriaPart';
import { MarksPart } from './MarksPart';
import { OutcomesPart } from './OutcomesPart';
import styles from './Playbook.module.css';
import { StagesPart } from './StagesPart';

export function PlaybookSection({ store }: { store: ConsoleStore }) {
  const { playbook, load } = useStore(store);
  const lead = playbook.phase === 'ready' ? playbook.value.playbook.description : undefined;
  return (
    <Section title={playbook.phase === 'ready' ? playbook.value.playbook.name : 'Playbook'} lead={lead}>
      <LoadedPart what="the playbook" part={playbook} onRetry={() => void load()}>
        {(active) => <PlaybookBody active={active} />}
      </LoadedPart>
    </Section>
  );
}

function PlaybookBody({ active: { playbook, hash, origin } }: { active: ActivePlaybook }) {
  return (
    <>
      <dl className={styles.identity}>
        <div>
          <dt>Version</dt>
          <dd>{playbook.version}</dd>
        </div>
        <div>
          <dt>From</dt>
          <dd>{origin}</dd>
        </div>
        <div>
          <dt>Content hash</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </div>
      </dl>
      <StagesPart playbook={playbook} />
      <OutcomesPart playbook={playbook} />
      {playbook.levels.map((level) => (
        <CriteriaPart key={level.id} playbook={playbook} level={level} />
      ))}
      <MarksPart playbook={playbook} />
      <section className={styles.part} aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <ul className={styles.sources}>
          {playbook.sources.map(({ title, note }) => (
            <li key={title}>
              <cite>{title}</cite>
              {note && <p className={styles.soft}>{note}</p>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
