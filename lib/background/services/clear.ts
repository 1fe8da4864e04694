// Clears all that Stagecheck keeps in this browser, so that it is as it was on its first day.

import type { Connections } from '@/lib/background/connections/connections';
import type { NotEnded, SignIns } from '@/lib/background/connections/sign-ins';
import type { Outbox } from '@/lib/background/outbox/outbox';
import type { Sweep } from '@/lib/background/storage/sweep';
import { reported } from '@/lib/diagnostics/report';
import { ProblemError } from '@/lib/problem/problem';
import type { Answers } from '@/lib/protocol/messages';
import type { LostRow } from '@/lib/protocol/queue';
import type { Erasures } from './erasures';

export type Clear = () => Promise<Answers['everything.clear']>;

type Needs = {
  erasures: Pick<Erasures, 'erase'>;
  connections: Pick<Connections, 'list' | 'remove'>;
  signIns: Pick<SignIns, 'drop'>;
  outbox: Pick<Outbox, 'unfinished' | 'withdraw' | 'busy' | 'pause' | 'forget'>;
  tally: { lost(): Promise<LostRow[]>; dismiss(id: string): Promise<void> };
  /** Has the rest that is known in this worker's memory, and would be kept with the next of its kind, forgotten. */
  forget: () => Promise<void>;
  /** Deletes the database, with all that is in it. */
  drop: () => Promise<void>;
  sweep: Sweep;
  /** The browser's own places: storage areas, permissions given at run time, scripts, alarms, the button's number. */
  browser: { forgetAll(): Promise<void> };
  /** Told when all is gone, so that open sidebars and lists learn of it. */
  changed: () => void;
};

export function createClear(needs: Needs): Clear {
  const { erasures, connections, signIns, outbox, tally, forget, drop, sweep, browser, changed } = needs;

  async function clear(tell: () => Promise<void>): Promise<NotEnded[]> {
    // First what could still be sent, then what it could be sent with.
    for (const { id } of outbox.unfinished())
      await outbox.withdraw(null, id).catch(reported('services.clear', undefined));
    const notEnded: NotEnded[] = [];
    for (const { crm, account, accountName, crmName } of await connections.list()) {
      const done = await connections.remove(crm, account);
      if (done) notEnded.push({ accountName, crmName, problem: done.notEnded });
    }
    notEnded.push(...(await signIns.drop()));
    for (const { id } of await tally.lost()) await tally.dismiss(id);
    // What the open pages still hold goes with the rest: from here on nothing of it is kept again.
    await tell();
    outbox.forget();
    await forget();
    // Once before, so that what is in the browser's memory is in a file that the deletion then has merged.
    await sweep();
    await drop();
    await browser.forgetAll();
    await sweep();
    return notEnded;
  }

  return async () => {
    // Asked before anything is refused to anyone, and again once nothing begins any more.
    if (outbox.busy())
      throw new ProblemError({
        kind: 'in-use',
        message: 'A decision is being written right now. Wait until that is over; nothing was cleared.',
      });
    const notEnded = await erasures.erase('everything', async (tell) => {
      const resume = await outbox.pause(() => true);
      try {
        return await clear(tell);
      } finally {
        resume();
      }
    });
    changed();
    return { notEnded };
  };
}
