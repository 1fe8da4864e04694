// 56 px of sidebar: the verdict and how much is missing. The whole of it is one button that brings the rest back.
import { Mark } from '@/components/ui/Mark';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { Icon } from '../frame/Icon';
import { spot } from '../keys/focus';
import { useOpenRecord, useSidebar, useSidebarState } from '../store/useSidebar';
import styles from './Compact.module.css';
import { type Glance, glanceOf, noRecord, notConnected } from './glance';

export function Compact() {
  const { page } = useSidebar();
  const record = useOpenRecord();
  const side = useSidebarState((state) => state.layout.side);
  const unconnected = useSidebarState(({ place, connection }) => place !== null && connection === null);
  const glance = record ? glanceOf(record) : unconnected ? notConnected : noRecord;
  return (
    <main className={side === 'left' ? styles.left : styles.compact}>
      <VisuallyHidden>
        <h1>Stagecheck</h1>
      </VisuallyHidden>
      <button
        type="button"
        className={styles.strip}
        data-keys={spot.question}
        aria-keyshortcuts="M"
        title={`${glance.sentence} (M: show everything)`}
        onClick={page.toggleCompact}
      >
        <span className={styles.expand}>
          <Icon name={side === 'left' ? 'right' : 'left'} />
        </span>
        <VisuallyHidden>Show everything. {glance.sentence}</VisuallyHidden>
        <Verdict glance={glance} />
      </button>
      <div aria-live="polite">
        <VisuallyHidden>{glance.sentence}</VisuallyHidden>
      </div>
    </main>
  );
}

function Verdict({ glance: { word, letter, count, of } }: { glance: Glance }) {
  return (
    <span className={styles.verdict} aria-hidden="true">
      <span className={letter ? styles.letter : styles.none}>{letter ?? '–'}</span>
      <span className={styles.word} dir="auto">
        {word}
      </span>
      {of && (
        <span className={styles.missing}>
          {typeof count === 'number' ? (
            <span className={styles.count}>{count}</span>
          ) : (
            count && <Mark value={count} word="" />
          )}
          <span className={styles.of}>{of}</span>
        </span>
      )}
    </span>
  );
}
