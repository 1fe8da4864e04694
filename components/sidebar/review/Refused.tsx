// What the CRM did not accept, in its own words, as far as no field of the review can say it.
import { Notice } from '@/components/ui/Notice';
import type { Plan } from '@/lib/qualification';
import { ProblemNotice } from '../frame/ProblemNotice';
import { useCrmName } from '../frame/useCrmName';
import { elsewhere, type RefusedField } from '../store/refusal';
import type { Sheet } from '../store/state';

export function Refused({ sheet, plan }: { sheet: Sheet; plan: Plan }) {
  const left = elsewhere(sheet, plan);
  if (!left) return null;
  if (left.fields.length === 0) return <ProblemNotice problem={left.problem} bare />;
  return <Named fields={left.fields} />;
}

function Named({ fields }: { fields: RefusedField[] }) {
  const crmName = useCrmName();
  return (
    <Notice tone="problem" urgent title={`${crmName} did not accept this`}>
      {fields.map(({ field, label, message }) => (
        <p key={field}>
          {label || field}: {message}
        </p>
      ))}
    </Notice>
  );
}
