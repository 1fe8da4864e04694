// First use: nothing is connected yet.
import { Button } from '@/components/ui/Button';
import { spot } from '../keys/focus';
import { useSidebar } from '../store/useSidebar';
import styles from './PlaceView.module.css';

export function NotConnected() {
  const { page } = useSidebar();
  return (
    <section className={styles.view}>
      <h2 className={styles.title} tabIndex={-1} data-keys={spot.question}>
        Connect your CRM to begin
      </h2>
      <p className={styles.text}>
        Stagecheck then reads the record that is open, fills in what is known, and tells you what to ask next.
        Nothing is written before you confirm it.
      </p>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => page.open({ page: 'welcome' })}>
          Connect
        </Button>
      </div>
    </section>
  );
}
