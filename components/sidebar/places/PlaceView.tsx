// Which view fits where the tab is: a record, a list of people, or the reason why there is neither.
import { Skeleton } from '@/components/ui/Skeleton';
import { ProblemNotice } from '../frame/ProblemNotice';
import { RecordView } from '../record/RecordView';
import { useOpenRecord, useSidebarState } from '../store/useSidebar';
import { Members } from './Members';
import { NotConnected } from './NotConnected';
import styles from './PlaceView.module.css';
import { Unsupported } from './Unsupported';
import { WrongAccount } from './WrongAccount';

export function PlaceView() {
  const placed = useSidebarState((state) => state.placed);
  const place = useSidebarState((state) => state.place);
  const connection = useSidebarState((state) => state.connection);
  const accounts = useSidebarState((state) => state.accounts);
  const members = useSidebarState((state) => state.members);
  const playbook = useSidebarState((state) => state.playbook);
  const problem = useSidebarState((state) => state.problem);
  const record = useOpenRecord();
  if (problem && !record) {
    return (
      <div className={styles.view}>
        <ProblemNotice problem={problem} />
      </div>
    );
  }
  if (!placed) return <Waiting />;
  if (playbook.state === 'failed') {
    return (
      <div className={styles.view}>
        <ProblemNotice problem={playbook.problem} />
      </div>
    );
  }
  if (!place || place.role === 'none') return <Unsupported place={place} />;
  if (!connection) {
    const others = accounts.filter((account) => account.crm === place.ref.crm);
    return others.length > 0 ? <WrongAccount page={place.ref.account} accounts={others} /> : <NotConnected />;
  }
  if (record) return <RecordView record={record} />;
  if (members) return <Members members={members} />;
  return <Waiting />;
}

function Waiting() {
  return (
    <div className={styles.view} role="status" aria-label="Opening">
      <Skeleton width="middle" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </div>
  );
}
