// The rep at the toolbar's popup: reads what was not written, tries again what failed, takes back what fails again, signs in.
import type { Problem } from '../../lib/problem/problem.ts';
import type { UnsentRow } from '../../lib/protocol/queue.ts';
import { refKey } from '../../lib/record/record.ts';
import { signIn } from '../e2e/support/salesforce.ts';
import type { Ledger } from './ledger.ts';
import type { Rig } from './rig.ts';

/** What the popup lists as not written; null where nobody answers. */
export async function queued(rig: Rig): Promise<UnsentRow[] | null> {
  const now = rig.now();
  const day = {
    from: new Date(+now - 43_200_000).toISOString(),
    to: new Date(+now + 43_200_000).toISOString(),
  };
  const reply = await rig.trusted('queue.read', { day });
  return reply?.ok ? reply.value.unsent : null;
}

/** Whether the rep can read of it what is the matter, or that it goes on. */
const tells = ({ state, problem }: UnsentRow): boolean =>
  state === 'failed' ? (problem?.message ?? '') !== '' : true;

/** What they wait for, the most frequent first: "offline 12 (next in 40 s), in-line 3". */
function why(rows: readonly UnsentRow[], now: Date): string {
  const kinds = new Map<string, UnsentRow[]>();
  for (const row of rows) {
    const kind = `${row.state} ${row.account} ${row.problem?.kind ?? ''} ${row.problem?.status ?? ''}`.trim();
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, { length, 0: row }]) => {
      const next = row?.nextAt ? `, next in ${Math.round((Date.parse(row.nextAt) - +now) / 1000)} s` : '';
      return `${kind} ${length}${next}`;
    })
    .join('; ');
}

export class Caretaker {
  /** Those that the popup has told of, by id. */
  readonly told = new Set<string>();
  /** What stopped those that wanted the rep, by kind: how often. */
  readonly wanted = new Map<Problem['kind'] | 'no words', number>();
  readonly pressed = new Set<string>();
  /** What the popup's rep is at, for whoever watches the run. */
  doing = '';
  #over = false;

  constructor(
    readonly rig: Rig,
    readonly ledger: Ledger,
  ) {}

  /** One look at the popup, and what follows from it. */
  async look(): Promise<void> {
    this.doing = 'popup: connections';
    await this.rig.freeWorker();
    await this.#signIn();
    this.doing = 'popup: reads the queue';
    const rows = (await queued(this.rig)) ?? [];
    this.doing = `popup: ${rows.length} unsent: ${why(rows, this.rig.now())}`;
    for (const row of rows) if (tells(row)) this.told.add(row.id);
    const { atHand } = this.ledger.pressed;
    for (const row of rows.toReversed())
      if (row.state === 'failed' && !atHand.has(refKey(row.ref))) await this.#mend(row);
  }

  async #mend({ id, problem, ref }: UnsentRow): Promise<void> {
    const { rig, ledger } = this;
    const kind = problem?.kind ?? 'no words';
    this.wanted.set(kind, (this.wanted.get(kind) ?? 0) + 1);
    if (!this.pressed.has(id)) {
      this.pressed.add(id);
      const reply = await rig.trusted('outbox.retry', { id });
      const said = reply?.ok ? reply.value.state : (reply?.problem.message ?? 'nobody answered');
      ledger.tell(`the rep tries again (${kind}): ${said}`, id);
      return;
    }
    const reply = await rig.trusted('outbox.withdraw', { id });
    const entry = ledger.entries.get(id);
    if (entry && reply?.ok) entry.withdrawn = true;
    const pressed = ledger.pressed.at(refKey(ref));
    if (pressed && reply?.ok) pressed.atPopup = true;
    const said = reply?.ok ? 'done' : (reply?.problem.message ?? 'nobody answered');
    ledger.tell(`the rep takes it back (${kind}: ${problem?.message}): ${said}`, id);
  }

  /** Where a CRM has put the rep out. */
  async #signIn(): Promise<void> {
    const { rig, ledger } = this;
    const reply = await rig.trusted('connections.list', {});
    if (!reply?.ok) return;
    for (const { crm, person, signedOut } of reply.value) {
      if (!signedOut) continue;
      ledger.tell(`the rep signs in to ${crm} again`);
      const key = rig.hubspot.keys.full;
      if (crm === 'hubspot') await rig.trusted('connections.save', { crm, key, person });
      else await signIn(rig).catch(() => ledger.tell(`could not sign in to ${crm}`));
    }
  }

  /** Looks again and again until it is told to end. */
  async watch(): Promise<void> {
    while (!this.#over) {
      await this.look().catch(() => undefined);
      await new Promise((next) => setTimeout(next, 2000));
    }
  }

  end(): void {
    this.#over = true;
  }
}
