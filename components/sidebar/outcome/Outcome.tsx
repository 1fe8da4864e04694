// Disqualify, come back later, and any other outcome of the playbook: a reason by digit, then on to the review.
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { TextArea } from '@/components/ui/TextArea';
import type { Outcome as OutcomeOf } from '@/lib/playbook/schema';
import { type OpenRecord, useSidebar } from '../store/useSidebar';
import { Reasons } from './Reasons';
import { ReturnDate } from './ReturnDate';

export function Outcome({ record, id }: { record: OpenRecord; id: string }) {
  const outcome = record.playbook.playbook.outcomes.find((one) => one.id === id);
  const { decisions } = useSidebar();
  if (!outcome)
    return (
      <Panel title="No longer in the playbook" onBack={decisions.back}>
        {null}
      </Panel>
    );
  return <OutcomeForm record={record} outcome={outcome} />;
}

function OutcomeForm({ record, outcome }: { record: OpenRecord; outcome: OutcomeOf }) {
  const { decisions } = useSidebar();
  const held = record.sheet.draft?.decision ?? record.sheet.takenBack;
  const before = held?.kind === 'outcome' && held.outcome === outcome.id ? held : null;
  const [reason, setReason] = useState(before?.reason ?? '');
  const [comment, setComment] = useState(before?.comment ?? '');
  const [returnOn, setReturnOn] = useState<string | null>(before?.returnOn ?? null);
  const review = (chosen: string, day: string | null) =>
    decisions.decideOutcome({ kind: 'outcome', outcome: outcome.id, reason: chosen, comment, returnOn: day });
  const chooseReason = (chosen: string) => {
    setReason(chosen);
    if (!outcome.asksDate || returnOn !== null) review(chosen, returnOn);
  };
  const why = !reason
    ? 'Choose a reason first.'
    : outcome.asksDate && !returnOn
      ? 'Choose a day first.'
      : null;
  return (
    <Panel
      title={outcome.name}
      lead={outcome.meaning}
      onBack={decisions.back}
      foot={
        <Button look="primary" wide why={why} onClick={() => review(reason, returnOn)}>
          Review
        </Button>
      }
    >
      {outcome.asksDate && <ReturnDate value={returnOn} onChange={setReturnOn} />}
      <Reasons reasons={outcome.reasons} value={reason} onChoose={chooseReason} />
      <TextArea
        label="Comment"
        hint="Optional. It goes into the note."
        rows={2}
        maxLength={500}
        value={comment}
        onChange={setComment}
      />
    </Panel>
  );
}
