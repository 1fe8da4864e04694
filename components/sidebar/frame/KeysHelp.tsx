// Every key, in one look.
import { KeyCap } from '@/components/ui/KeyCap';
import { Panel } from '@/components/ui/Panel';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { useSidebar } from '../store/useSidebar';
import styles from './KeysHelp.module.css';

const groups: { name: string; keys: { caps: string[]; does: string }[] }[] = [
  {
    name: 'Answer',
    keys: [
      { caps: ['Y'], does: 'Yes, and on to the next question' },
      { caps: ['N'], does: 'No, and on' },
      { caps: ['U'], does: 'Don’t know, and on' },
      { caps: ['1', '–', '9'], does: 'Choose an option, a reason, a person' },
      { caps: ['Z'], does: 'Take back the last answer or outcome' },
      { caps: ['Q'], does: 'Add the customer’s words to an answer' },
    ],
  },
  {
    name: 'Look',
    keys: [
      { caps: ['J', '↓'], does: 'Next criterion' },
      { caps: ['K', '↑'], does: 'Criterion before' },
      { caps: ['/'], does: 'Find a criterion' },
      { caps: ['E'], does: 'Show or hide the evidence' },
      { caps: ['O'], does: 'Other people of an opportunity' },
      { caps: ['C'], does: 'Compare: what every playbook says' },
      { caps: ['M'], does: 'Compact: only the verdict, and back' },
      { caps: ['G'], does: 'What to do now, at this stage' },
      { caps: ['?'], does: 'Show or hide this list' },
    ],
  },
  {
    name: 'Decide',
    keys: [
      { caps: ['Enter'], does: 'Review; in the review, confirm' },
      { caps: ['Ctrl', 'Enter'], does: 'Confirm while typing (Cmd on a Mac)' },
      { caps: ['F'], does: 'Follow up: a task with a date' },
      { caps: ['P'], does: 'Find the decision maker: a task' },
      { caps: ['D'], does: 'Disqualify; then a reason by digit' },
      { caps: ['L'], does: 'Come back later, with a task' },
      { caps: ['Esc'], does: 'One step back' },
      { caps: ['Alt', 'Q'], does: 'Open or close the sidebar' },
    ],
  },
];

export function KeysHelp() {
  const { page } = useSidebar();
  return (
    <Panel title="Keys" onBack={() => page.showKeys(false)}>
      {groups.map((group) => (
        <section key={group.name}>
          <h3 className={styles.name}>{group.name}</h3>
          <dl className={styles.list}>
            {group.keys.map(({ caps, does }) => (
              <div key={does} className={styles.row}>
                <dt className={styles.caps}>
                  {caps.map((cap) => (cap === '–' ? cap : <KeyCap key={cap}>{cap}</KeyCap>))}
                  <VisuallyHidden>{caps.join(' ')}</VisuallyHidden>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Panel>
  );
}
