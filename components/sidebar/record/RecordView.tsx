// One record: the ladder stays, and under it is the question, an outcome, the review, or what became of it.
import { Outcome } from '../outcome/Outcome';
import { Review } from '../review/Review';
import { Sending } from '../sending/Sending';
import type { OpenRecord } from '../store/useSidebar';
import { AskView } from './AskView';
import { Ladder } from './Ladder';

export function RecordView({ record }: { record: OpenRecord }) {
  const { view } = record.sheet;
  return (
    <>
      <Ladder record={record} />
      {view.name === 'ask' && <AskView record={record} />}
      {view.name === 'outcome' && <Outcome key={view.outcome} record={record} id={view.outcome} />}
      {view.name === 'review' && <Review record={record} />}
      {view.name === 'sending' && <Sending record={record} />}
    </>
  );
}
