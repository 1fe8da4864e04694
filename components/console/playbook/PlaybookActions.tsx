// What can be done with the playbook on show: use it in this browser, or save it as a file.

import { saveFile } from '@/components/shared/save-file';
import { Button } from '@/components/ui/Button';
import type { Playbook } from '@/lib/playbook/schema';
import { fileOf, type Kind } from './library';
import styles from './Playbook.module.css';

type Props = {
  playbook: Playbook;
  kind: Kind;
  used: boolean;
  /** A choice is under way. */
  busy: boolean;
  onUse: () => void;
};

export function PlaybookActions({ playbook, kind, used, busy, onUse }: Props) {
  const why = used ? 'It is in use in this browser.' : busy ? 'One moment: it is being put to use.' : null;
  return (
    <div className={styles.actions}>
      <Button onClick={() => saveFile(fileOf(playbook))}>Save as file</Button>
      {kind !== 'framework' && (
        <Button look="primary" why={why} onClick={onUse}>
          {used ? 'In use' : 'Use this playbook'}
        </Button>
      )}
    </div>
  );
}
