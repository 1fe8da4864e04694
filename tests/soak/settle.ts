// The end of a run: no more faults. What waits goes on by itself; then the rep tries again what is left, or takes it back.
import { type Caretaker, queued } from './caretaker.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import { tellStandstill } from './standstill.ts';

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

/** Longer than a lost call is waited for: then it is time to look what holds everything up. */
const STILL_MS = 60_000;

/** A person who waits presses now and then, not twice a second. */
const PRESS_MS = 20_000;

/**
 * Gives the ids that are still under way once nothing has gone on for `still` (ms): none, if all is well. What waits
 * longer than `alone` (ms) after the last fault is tried by the rep: a wait may be up to 15 minutes.
 */
export async function settle(
  rig: Rig,
  ledger: Ledger,
  caretaker: Caretaker,
  ms: { alone: number; still: number },
): Promise<string[]> {
  const alone = Date.now() + ms.alone;
  const pressed = new Map<string, number>();
  let [least, wentOn] = [Number.POSITIVE_INFINITY, Date.now()];
  let told = false;
  await rig.trusted('outbox.wake', {});
  for (;;) {
    await caretaker.look();
    const rows = await queued(rig);
    if (rows?.length === 0) return [];
    if (rows && rows.length < least) [least, wentOn] = [rows.length, Date.now()];
    if (!told && Date.now() > wentOn + STILL_MS) {
      told = true;
      await tellStandstill(rig, STILL_MS);
    }
    if (Date.now() > wentOn + ms.still) {
      for (const { id, state, problem } of rows ?? [])
        ledger.tell(`still ${state}: ${problem?.kind}: ${problem?.message}`, id);
      return rows?.map(({ id }) => id) ?? [];
    }
    for (const { id, state, problem } of Date.now() > alone ? (rows ?? []) : []) {
      if (state !== 'waiting' || problem?.kind === 'in-line') continue;
      if (Date.now() < (pressed.get(id) ?? 0) + PRESS_MS) continue;
      pressed.set(id, Date.now());
      ledger.tell('the rep does not wait any longer', id);
      await rig.trusted('outbox.retry', { id });
    }
    await pause(500);
  }
}
