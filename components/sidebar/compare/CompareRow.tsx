// One playbook: its name, and the criterion on which it parts from ours. Pressing it shows the reasons.
import { useEffect, useId, useRef } from 'react';
import { Badge } from '@/components/ui/Badge';
import { KeyCap } from '@/components/ui/KeyCap';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { focusHere } from '../keys/focus';
import type { Compared } from '../store/compared';
import type { LoadedPlaybook } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import styles from './Compare.module.css';
import { Reasons } from './Reasons';
import { partsOn } from './words';

type Props = {
  row: Compared;
  stage: string;
  /** The active playbook. */
  against: LoadedPlaybook;
  at: number;
  current: boolean;
  open: boolean;
};

export function CompareRow({ row, stage, against, at, current, open }: Props) {
  const { comparing } = useSidebar();
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(current);
  const reasons = useId();
  useEffect(() => {
    // Walking the rows takes the keyboard along, so that a screen reader reads them.
    if (current && !was.current) focusHere(button.current);
    was.current = current;
  }, [current]);
  const { playbook, parts, active } = row;
  return (
    <li className={styles.item}>
      <button
        ref={button}
        type="button"
        className={styles.row}
        aria-current={current ? 'true' : undefined}
        aria-expanded={open}
        aria-controls={open ? reasons : undefined}
        aria-keyshortcuts={at < 9 ? String(at + 1) : undefined}
        onClick={() => comparing.unfold(at)}
      >
        <span className={styles.cap}>{at < 9 && <KeyCap>{String(at + 1)}</KeyCap>}</span>
        <span className={styles.words}>
          <span className={styles.line}>
            <span className={styles.name}>{playbook.playbook.name}</span>
            <VisuallyHidden>: {stage}</VisuallyHidden>
            {active && <Badge tone="accent">yours</Badge>}
          </span>
          {parts && (
            <span className={styles.parts}>
              <VisuallyHidden>, </VisuallyHidden>
              <span className={styles.on}>parts on</span>{' '}
              {partsOn(parts, against.compiled, playbook.compiled)}
            </span>
          )}
        </span>
        <svg className={styles.fold} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d={open ? 'M4 10l4-4 4 4' : 'M4 6l4 4 4-4'} />
        </svg>
      </button>
      {open && <Reasons id={reasons} row={row} against={against} />}
    </li>
  );
}
