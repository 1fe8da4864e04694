// What the CRM did not accept, at the top of the review: in its own words, or where below they stand.
import { Notice } from '@/components/ui/Notice';
import type { Plan } from '@/lib/qualification';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useCrmName } from '../frame/useCrmName';
import { type Told, toldOf } from '../store/refusal';
import type { Sheet } from '../store/state';

export function Refused({ sheet, plan }: { sheet: Sheet; plan: Plan }) {
  const { refused } = sheet;
  if (!refused) return null;
  if (!refused.fields?.length) return <ProblemNotice problem={refused} bare />;
  const told = toldOf(sheet, plan);
  return told.here.length + told.below.length > 0 ? <Named told={told} /> : null;
}

function Named({ told: { here, below } }: { told: Told }) {
  const crmName = useCrmName();
  return (
    <Notice tone="problem" urgent title={`${crmName} did not accept this`}>
      {here.map(({ field, label, message }) => (
        <p key={field}>
          {label || field}: {message}
        </p>
      ))}
      {below.length > 0 && <p>See below: {below.map(({ field, label }) => label || field).join(', ')}.</p>}
    </Notice>
  );
}
