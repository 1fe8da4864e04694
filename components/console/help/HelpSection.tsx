// The sidebar's keys, and privacy in three sentences.
import { useEffect, useState } from 'react';
import type { Shell } from '@/components/shared/shell';
import { Section } from '../parts/Section';
import styles from './Help.module.css';
import { keyHelp } from './keys';

export function HelpSection({ shell }: { shell: Shell }) {
  const [shortcut, setShortcut] = useState<string | null>('Alt+Q');
  useEffect(() => void shell.shortcut().then(setShortcut), [shell]);
  const opening = { keys: shortcut ? [shortcut] : [], does: 'Opens and closes the sidebar on a CRM page' };
  const groups = keyHelp.map((group) => (group.opens ? { ...group, keys: [opening, ...group.keys] } : group));
  return (
    <Section title="Keys and privacy">
      <section className={styles.part} aria-labelledby="keys">
        <h2 id="keys">Keys of the sidebar</h2>
        <div className={styles.groups}>
          {groups.map((group) => (
            <table key={group.where} className={styles.keys}>
              <caption>{group.where}</caption>
              <tbody>
                {group.keys.map(({ keys, does }) => (
                  <tr key={does}>
                    <th scope="row">
                      {keys.length === 0 && 'not set'}
                      {keys.map((key, index) => (
                        <span key={key}>
                          {index > 0 && (key === '9' ? ' to ' : ' and ')}
                          <kbd>{key}</kbd>
                        </span>
                      ))}
                    </th>
                    <td>{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
        <p className={styles.soft}>
          In your list, behind the button in the browser’s toolbar: <kbd>Enter</kbd> opens the sidebar beside
          the page in front, <kbd>1</kbd> to <kbd>9</kbd> go to a record, <kbd>J</kbd> and <kbd>K</kbd> move
          through the rows.
        </p>
        <p className={styles.soft}>
          Another key for the sidebar can be set in the browser, among the shortcuts of extensions.
        </p>
      </section>
      <section className={styles.part} aria-labelledby="privacy">
        <h2 id="privacy">Privacy</h2>
        <ol className={styles.privacy}>
          <li>
            Stagecheck has no server: it talks to your CRM and to nobody else, and keeps unfinished answers in
            this browser.
          </li>
          <li>It sends no telemetry, no usage counts and no error reports.</li>
          <li>
            Your key is kept in the extension’s own database in this browser profile, is read by its
            background alone, and is removed when you disconnect.
          </li>
        </ol>
      </section>
    </Section>
  );
}
