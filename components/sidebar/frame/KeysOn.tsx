// Where the keyboard is: the tab that hangs from the frame while keys count here, and the line after words were held back.

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { KeyCap } from '@/components/ui/KeyCap';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { useKeysState } from '../keys/useGate';
import { useSidebar } from '../store/useSidebar';
import styles from './KeysOn.module.css';

const HELD = 'That looked like typing: nothing was kept.';

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
  return (
    <Held>
      <div className={styles.line} data-held>
        <p>{HELD}</p>
        <Button cap="Esc" onClick={gate.goOn}>
          Answer by keys
        </Button>
        <PutBack />
      </div>
    </Held>
  );
}

/** For whoever meant their answers, and hit a key beside one of ours: what was taken back is not lost. */
function PutBack() {
  const { gate, typing } = useSidebar();
  const [taken] = useState(typing.answersTaken);
  if (taken === 0) return null;
  const putBack = () => {
    typing.putBack();
    gate.goOn();
  };
  return (
    <Button look="quiet" onClick={putBack}>
      {taken === 1 ? 'Put one answer back' : `Put ${taken} answers back`}
    </Button>
  );
}

/** The same where there are 52 px for it: the sentence is said, and there to point at. */
export function HeldBackCompact() {
  const { gate } = useSidebar();
  return (
    <Held>
      <button type="button" className={styles.brief} title={HELD} onClick={gate.goOn}>
        <VisuallyHidden>{HELD} Answer by keys</VisuallyHidden>
        <span aria-hidden="true">Typed?</span>
        <KeyCap>Esc</KeyCap>
      </button>
    </Held>
  );
}

function Held({ children }: { children: ReactNode }) {
  const held = useKeysState() === 'typed';
  return (
    <div role="status" className={styles.place}>
      {held && children}
    </div>
  );
}
