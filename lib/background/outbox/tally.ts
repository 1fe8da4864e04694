// What waits, counted a second time outside the database: a browser may empty a damaged database without a word.

import * as v from 'valibot';
import { report } from '@/lib/diagnostics/report';
import type { LostRow } from '@/lib/protocol/queue';
import type { Submission } from '@/lib/qualification/plan/submission';
import { RecordRefSchema } from '@/lib/record/record';

const row = v.strictObject({ id: v.string(), ref: RecordRefSchema, name: v.string(), at: v.string() });
const TallySchema = v.strictObject({ open: v.array(row), lost: v.array(row) });

/** One stored value that is no part of the database. */
export type TallyItem = { getValue(): Promise<unknown>; setValue(value: unknown): Promise<void> };

export type Tally = {
  /** Compares what was counted with what is there; once in a worker's life, when the database has been read. */
  check(): Promise<void>;
  /** What is open may be otherwise: it is counted anew a little later, many changes at once. */
  changed(): void;
  /** Writes at once what was to be written a little later. */
  settle(): Promise<void>;
  lost(): Promise<LostRow[]>;
  dismiss(id: string): Promise<void>;
};

type Needs = {
  item: TallyItem;
  /** Which of these ids have no row in the database. */
  missing: (ids: readonly string[]) => Promise<string[]>;
  unfinished: () => readonly Submission[];
  /** Told when the list of what is lost is another. */
  onLost: () => void;
  later: (run: () => void) => void;
};

export function createTally({ item, missing, unfinished, onLost, later }: Needs): Tally {
  let lost: LostRow[] = [];
  let checked = false;
  let planned = false;
  let kept = '';

  async function write(): Promise<void> {
    const open = unfinished().map(({ id, ref, recordName, at }) => ({ id, ref, name: recordName, at }));
    const next = JSON.stringify({ open, lost });
    if (next === kept) return;
    kept = next;
    await item.setValue({ open, lost });
  }

  function changed(): void {
    // Before it is checked, what it says is all that is known of an earlier life.
    if (planned || !checked) return;
    planned = true;
    later(() => {
      planned = false;
      // It is a second net: what it can't keep is in the database all the same.
      write().catch((error: unknown) => {
        report(error, 'outbox.tally');
        kept = '';
      });
    });
  }

  return {
    async check() {
      if (checked) return;
      const told = v.safeParse(TallySchema, await item.getValue());
      if (told.success) {
        const gone = new Set(await missing(told.output.open.map(({ id }) => id)));
        const known = new Set(told.output.lost.map(({ id }) => id));
        lost = [...told.output.lost, ...told.output.open.filter(({ id }) => gone.has(id) && !known.has(id))];
        kept = JSON.stringify(told.output);
      }
      checked = true;
      changed();
      if (lost.length > 0) onLost();
    },
    changed,
    settle: async () => {
      if (checked) await write();
    },
    lost: async () => lost,
    async dismiss(id) {
      lost = lost.filter((one) => one.id !== id);
      onLost();
      if (checked) await write();
    },
  };
}
