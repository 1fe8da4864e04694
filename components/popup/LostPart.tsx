// What the browser's storage lost or what this version can't read: nothing that waited goes without a word.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { LostRow, Queue } from '@/lib/protocol/queue';

type Props = {
  queue: Pick<Queue, 'lost' | 'unreadable' | 'unreadableDrafts'>;
  onLook: (row: LostRow) => void;
  onSeen: (row: LostRow) => void;
};

export function LostPart({ queue: { lost, unreadable, unreadableDrafts }, onLook, onSeen }: Props) {
  return (
    <>
      {lost.map((row) => (
        <Notice
          key={row.id}
          tone="problem"
          title="Lost from this browser's storage"
          actions={
            <>
              <Button onClick={() => onLook(row)}>Open the record</Button>
              <Button onClick={() => onSeen(row)}>I have seen it</Button>
            </>
          }
        >
          <p>
            What you confirmed for <bdi>{row.name || `record ${row.ref.id}`}</bdi> waited here and is gone.
            Look at the record: decide again if it is not there.
          </p>
        </Notice>
      ))}
      {unreadable.length > 0 && (
        <Notice tone="problem" title="Kept, and not readable by this version">
          <p>
            {unreadable.length === 1 ? 'One decision was' : `${unreadable.length} decisions were`} kept by
            another version of Stagecheck. Nothing was thrown away: update Stagecheck, and they go on.
          </p>
        </Notice>
      )}
      {unreadableDrafts > 0 && (
        <Notice tone="problem" title="Unfinished, and not readable by this version">
          <p>
            {unreadableDrafts === 1 ? 'One unfinished record' : `${unreadableDrafts} unfinished records`}{' '}
            can't be read: it was kept by another version of Stagecheck, or is damaged. Your first answer on
            such a record begins it anew.
          </p>
        </Notice>
      )}
    </>
  );
}
