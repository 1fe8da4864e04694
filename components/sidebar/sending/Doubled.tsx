// What stands in the CRM more than once, though it was confirmed once: said wherever the submission is shown.
import { Notice } from '@/components/ui/Notice';
import type { Submission } from '@/lib/qualification/plan/submission';
import { useCrmName } from '../frame/useCrmName';

export function Doubled({ submission: { steps } }: { submission: Submission }) {
  const crmName = useCrmName();
  const results = steps.flatMap(({ result }) => (result ? [result, ...(result.parts ?? [])] : []));
  if (!results.some(({ twins = [] }) => twins.length > 0)) return null;
  return (
    <Notice tone="care" title={`Something is in ${crmName} more than once`}>
      <p>
        The connection broke while it was written, and the browser sent it again. The links below lead to
        each: keep one in {crmName}, and delete the others there.
      </p>
    </Notice>
  );
}
