// The end of a run: no more faults. What waits goes on by itself; then the rep tries again what is left, or takes it back.
import { type Caretaker, queued } from './caretaker.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

/**
 * Gives the ids that are still under way when the time (`most`, in ms) is up: none, if all is well. What waits longer
 * than `alone` (ms) after the last fault is tried by the rep: a wait may be up to 15 minutes.
 */
export async function settle(
  rig: Rig,
  ledger: Ledger,
  caretaker: Caretaker,
  ms: { alone: number; most: number },
): Promise<string[]> {
  const [alone, until] = [Date.now() + ms.alone, Date.now() + ms.most];
  await rig.trusted('outbox.wake', {});
  for (;;) {
    await caretaker.look();
    const rows = await queued(rig);
    if (rows?.length === 0) return [];
    if (Date.now() > until) {
      for (const { id, state, problem } of rows ?? [])
        ledger.tell(`still ${state}: ${problem?.kind}: ${problem?.message}`, id);
      return rows?.map(({ id }) => id) ?? [];
    }
    if (Date.now() > alone)
      for (const { id } of rows?.filter(({ state }) => state === 'waiting') ?? []) {
        ledger.tell('the rep does not wait any longer', id);
        await rig.trusted('outbox.retry', { id });
      }
    await pause(500);
  }
}
