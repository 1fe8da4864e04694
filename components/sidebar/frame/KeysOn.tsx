// Where the keyboard is: the tab that hangs from the frame while keys count here, and the line after words were held back.

import { Button } from '@/components/ui/Button';
import { useKeysState } from '../keys/useGate';
import { useSidebar } from '../store/useSidebar';
import styles from './KeysOn.module.css';

/** Always there, and seen while the document says so: nothing moves. Who listens to a screen reader knows where they are. */
export function KeysOn() {
  return (
    <span className={styles.tab} aria-hidden="true">
      Keys on
    </span>
  );
}

export function HeldBack() {
  const { gate } = useSidebar();
  const held = useKeysState() === 'typed';
  return (
    <div role="status" className={styles.place}>
      {held && (
        <div className={styles.line}>
          <p>That looked like typing: nothing was kept.</p>
          <Button cap="Esc" onClick={gate.goOn}>
            Answer by keys
          </Button>
        </div>
      )}
    </div>
  );
}
