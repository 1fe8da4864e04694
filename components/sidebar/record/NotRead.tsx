// What the CRM did not let this sign-in read, and why: so that nobody takes it for absent.
import { Notice } from '@/components/ui/Notice';
import type { Snapshot } from '@/lib/record/snapshot';

/** Nothing where nothing is missing. */
export function NotRead({ gaps }: { gaps: Snapshot['gaps'] }) {
  if (gaps.length === 0) return null;
  return (
    <Notice tone="info" brief title={`Not read: ${gaps.map((gap) => gap.what).join(', ')}`}>
      {[...new Set(gaps.map((gap) => gap.why))].map((why) => (
        <p key={why}>{why}</p>
      ))}
    </Notice>
  );
}
