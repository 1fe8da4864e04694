// What of an edited submission had been written before the edit, and stays so: said wherever the submission is shown.
import { Notice } from '@/components/ui/Notice';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';

export function TooLate({ submission: { late = [], steps } }: { submission: Submission }) {
  const crmName = useCrmName();
  // Of what was taken out of the list since nothing is said.
  if (!steps.some(({ id }) => late.includes(id))) return null;
  return (
    <Notice tone="care" title="Part of your change came too late">
      <p>What was written before stays as it was. Change it in {crmName} where you need to.</p>
    </Notice>
  );
}
