// One quiet line above the foot: how to talk to this contact now. It opens the whole of it.
import { KeyCap } from '@/components/ui/KeyCap';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import styles from './GuidanceLine.module.css';
import { guidedStage } from './guided-stage';

export function GuidanceLine({ record }: { record: OpenRecord }) {
  const { decisions } = useSidebar();
  const stage = guidedStage(record);
  if (!stage || !record.sheet.snapshot) return null;
  const words = stage.guidance || stage.meaning;
  return (
    <button
      type="button"
      className={styles.line}
      aria-keyshortcuts="G"
      title={words}
      onClick={() => decisions.show({ name: 'guidance' })}
    >
      <span className={styles.words}>{words}</span>
      <KeyCap>G</KeyCap>
    </button>
  );
}
