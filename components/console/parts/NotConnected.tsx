// Where a section needs a connection and there is none: says so, and the way to one.

import type { Send } from '@/components/shared/send';
import { Button } from '@/components/ui/Button';
import styles from './NotConnected.module.css';

export function NotConnected({ send }: { send: Send }) {
  return (
    <div className={styles.empty}>
      <p>No CRM is connected in this browser yet.</p>
      <Button look="primary" onClick={() => void send('page.open', { page: 'welcome' })}>
        Connect HubSpot
      </Button>
    </div>
  );
}
