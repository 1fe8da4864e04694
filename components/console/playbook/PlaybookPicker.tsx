// Which playbook to read: real radio buttons in rows, the one in use marked in words.
import { useId } from 'react';
import type { Shelf } from './library';
import styles from './PlaybookPicker.module.css';

type Props = {
  shelves: readonly Shelf[];
  /** Ids: the one on show, and the one in use. */
  shown: string;
  used: string;
  onShow: (id: string) => void;
};

export function PlaybookPicker({ shelves, shown, used, onShow }: Props) {
  const name = useId();
  return (
    <div className={styles.picker} role="radiogroup" aria-label="Playbook to read">
      {shelves.map((shelf) => (
        <fieldset key={shelf.kind} className={styles.row} aria-labelledby={`${name}-${shelf.kind}`}>
          <p className={styles.name} id={`${name}-${shelf.kind}`}>
            {shelf.name}
          </p>
          <div className={styles.options}>
            {shelf.playbooks.map(({ id, name: title }) => (
              <label key={id} className={styles.option}>
                <input
                  type="radio"
                  autoComplete="off"
                  className={styles.input}
                  name={name}
                  checked={id === shown}
                  onChange={() => onShow(id)}
                />
                <span dir="auto">{title}</span> {id === used && <span className={styles.used}>in use</span>}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
