// The view of the call: the question at its fixed place, the checklist or the evidence under it, the way on at the foot.
import type { OpenRecord } from '../store/useSidebar';
import { AskCard } from './AskCard';
import styles from './AskView.module.css';
import { Checklist } from './Checklist';
import { Evidence } from './Evidence';
import { Foot } from './Foot';
import { Labels } from './Labels';
import { Notices } from './Notices';

export function AskView({ record }: { record: OpenRecord }) {
  const { sheet } = record;
  return (
    <>
      <AskCard record={record} />
      <Notices sheet={sheet} />
      <div className={styles.scroll} key={sheet.evidence ? 'evidence' : 'checklist'}>
        {sheet.evidence ? <Evidence record={record} /> : <Checklist record={record} />}
      </div>
      <Labels record={record} />
      <Foot record={record} />
    </>
  );
}
