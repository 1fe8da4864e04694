// At the foot of whatever is in view: decisions on other records that could not be handed over after the rep had gone on.
import { Notice } from '@/components/ui/Notice';
import type { Sheet } from '../store/state';
import { useSidebarState } from '../store/useSidebar';

/** More names than this would leave no room for the record in view. */
const NAMED_MOST = 3;

export function Elsewhere() {
  const open = useSidebarState((state) => state.open);
  const sheets = useSidebarState((state) => state.sheets);
  const untold = Object.entries(sheets).filter(([key, sheet]) => key !== open && sheet.untold);
  if (untold.length === 0) return null;
  const named = untold.slice(0, NAMED_MOST);
  const more = untold.length - named.length;
  return (
    <Notice
      tone="problem"
      urgent
      brief
      title={
        <>
          Not written yet:{' '}
          {named.map(([key, sheet], at) => (
            <span key={key}>
              {at > 0 && ', '}
              <bdi>{nameOf(sheet)}</bdi>
            </span>
          ))}
          {more > 0 && ` and ${more} more`}
        </>
      }
    >
      <p>What you confirmed there is kept as a draft. Open the record again to see why, and to send it.</p>
    </Notice>
  );
}

const nameOf = ({ submission, snapshot, ref }: Sheet): string =>
  (submission?.recordName || snapshot?.name || ref.id).slice(0, 200);
