// How a scale that this criterion counts for (temperature) comes about, part by part.
import { plainAnswers, scalesDerived, scaleWords } from '@/lib/qualification';
import type { OpenRecord } from '../store/useSidebar';
import styles from './Evidence.module.css';

export function ScaleLines({ record, criterion }: { record: OpenRecord; criterion: string }) {
  const { playbook, derived } = record;
  const scales = scalesDerived(playbook.playbook, derived.verdict, plainAnswers(derived.answered)).filter(
    ({ parts }) => parts.some((part) => part.criteria.includes(criterion)),
  );
  return scales.map((scale) => (
    <p className={styles.meta} key={scale.id}>
      Counts for {scaleWords(scale)}. {scale.help}
    </p>
  ));
}
