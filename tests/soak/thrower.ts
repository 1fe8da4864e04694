// Throws the faults of the schedule: some are laid in the way of the next request, some strike while one is under way.
import type { Random } from '../sandbox/common/random.ts';
import { jumps } from './clock.ts';
import { type Counted, type CrmId, type FaultName, isBrowserFault, requestFault } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';
import type { Tab } from './tab.ts';

type Armed = { name: FaultName; readonly struck: number };

export class Thrower {
  readonly #thrown = new Map<Counted, number>();
  readonly #armed: Armed[] = [];
  readonly #open = new Set<Promise<void>>();
  #jumped = 0;

  constructor(
    readonly rig: Rig,
    readonly ledger: Ledger,
  ) {}

  /** Lies in wait for the CRM's next request of the kind. */
  before(name: FaultName, crm: CrmId, chance: Random): void {
    if (isBrowserFault(name)) return;
    const handle = this.rig[crm].faults.arm(requestFault(name, crm, chance));
    this.#armed.push({
      name,
      get struck() {
        return handle.struck;
      },
    });
    this.ledger.tell(`laid for ${crm}: ${name}`);
  }

  /** It came about by itself. */
  met(name: Counted): void {
    this.#thrown.set(name, (this.#thrown.get(name) ?? 0) + 1);
  }

  /** Strikes within the next moments (ms). */
  during(name: FaultName, tab: Tab, chance: Random, within = 600): void {
    if (!isBrowserFault(name)) return;
    const ms = chance.int(0, within);
    const work = new Promise<void>((over) => setTimeout(over, ms))
      .then(() => this.rig.ready())
      .then(async () => {
        this.ledger.tell(`now: ${name}`);
        this.#thrown.set(name, (this.#thrown.get(name) ?? 0) + 1);
        if (name === 'worker killed') await this.rig.killWorker();
        else if (name === 'tab closed') await tab.close();
        else if (name === 'page reloaded') await tab.reload();
        else if (name === 'network cut') await this.rig.cutNetwork(chance.int(300, 3000));
        else if (name === 'browser killed') await this.rig.killBrowser();
        else await this.rig.jumpClock(jumps[this.#jumped++ % jumps.length] ?? 0);
      })
      .finally(() => this.#open.delete(work));
    this.#open.add(work);
  }

  /** Resolves once none is under way; those that lie in wait are taken away, and the clock is right again. */
  async end(): Promise<void> {
    while (this.#open.size > 0) await Promise.allSettled(this.#open);
    this.rig.hubspot.faults.clear();
    this.rig.salesforce.faults.clear();
    await this.rig.jumpClock(0);
  }

  /** How often each kind struck. */
  counts(): Map<Counted, number> {
    const all = new Map(this.#thrown);
    for (const { name, struck } of this.#armed) all.set(name, (all.get(name) ?? 0) + struck);
    return all;
  }
}
