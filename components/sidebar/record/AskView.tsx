// The view of the call: the question at its fixed place, the checklist or the evidence under it, the way on at the foot.
import { GuidanceLine } from '../guidance/GuidanceLine';
import { foundOf } from '../store/finding';
import type { OpenRecord } from '../store/useSidebar';
import { AskCard } from './AskCard';
import styles from './AskView.module.css';
import { Checklist } from './Checklist';
import { Evidence } from './Evidence';
import { Find } from './Find';
import { Foot } from './Foot';
import { Labels } from './Labels';
import { Notices } from './Notices';
import { QuoteLine } from './QuoteLine';

export function AskView({ record }: { record: OpenRecord }) {
  const { sheet, playbook } = record;
  const found = foundOf(sheet, playbook);
  return (
    <>
      <AskCard record={record} />
      <QuoteLine record={record} />
      <Notices sheet={sheet} />
      {found && <Find record={record} found={found} />}
      <div className={styles.scroll} key={sheet.evidence ? 'evidence' : 'checklist'}>
        {sheet.evidence ? <Evidence record={record} /> : <Checklist record={record} found={found} />}
      </div>
      <div className={styles.strip}>
        <Labels record={record} />
        <GuidanceLine record={record} />
      </div>
      <Foot record={record} />
    </>
  );
}
