// The console: navigation at the side, one section at a time beside it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Send } from '../shared/send';
import type { Shell } from '../shared/shell';
import styles from './Console.module.css';
import { ConnectionsSection } from './connections/ConnectionsSection';
import { DiagnosticsSection } from './diagnostics/DiagnosticsSection';
import { HelpSection } from './help/HelpSection';
import { createConsoleStore } from './parts/console-store';
import { MappingSection } from './parts/MappingSection';
import { groups, useSection } from './parts/sections';
import { useUnsavedGuard } from './parts/unsaved';
import { PlaybookSection } from './playbook/PlaybookSection';

export function Console({ send, shell }: { send: Send; shell: Shell }) {
  const [store] = useState(() => createConsoleStore(send));
  const section = useSection();
  const load = useStore(store, (state) => state.load);
  useEffect(() => void load(), [load]);
  useUnsavedGuard(store);

  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label="Stagecheck">
        <div className={styles.navInner}>
          <p className={styles.mark}>Stagecheck</p>
          {groups.map((group) => (
            <div key={group.name} className={styles.group}>
              <h2 className={styles.groupName}>{group.name}</h2>
              <ul>
                {group.sections.map(({ id, title }) => (
                  <li key={id}>
                    <a
                      href={`#${id}`}
                      className={styles.link}
                      aria-current={id === section ? 'page' : undefined}
                    >
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
      <main className={styles.main}>
        {section === 'connections' && <ConnectionsSection store={store} send={send} shell={shell} />}
        {section === 'mapping' && <MappingSection store={store} send={send} />}
        {section === 'diagnostics' && <DiagnosticsSection send={send} shell={shell} />}
        {section === 'playbook' && <PlaybookSection store={store} />}
        {section === 'help' && <HelpSection shell={shell} />}
      </main>
    </div>
  );
}
