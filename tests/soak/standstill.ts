// What the browser says of a run that stands still: who holds which locks, what each row waits for, which workers there are.
import type { Submission } from '../../lib/qualification/plan/submission.ts';
import type { Rig } from './rig.ts';

const ROWS = 25;

type Locks = { held: LockTold[]; pending: LockTold[] };
type LockTold = { name: string; clientId: string; mode: string };

/** One row: where it is, until when it waits, and what holds it. */
function rowWords({ id, ref, state, nextAt, fence, tries, steps }: Submission): string {
  const open = steps
    .filter((step) => step.state !== 'done')
    .map((step) => [step.write.kind, step.state, step.problem?.kind, step.problem?.status].join(' ').trim());
  const until = nextAt ? `next at ${nextAt}` : 'no time set';
  const held = fence ? `, fence ${fence.ms} ms until ${fence.until ?? 'not known'}` : '';
  return `  ${id.slice(0, 8)} ${ref.crm} ${ref.id} ${state}, ${tries ?? 0} tries, ${until}${held}; ${open.join(', ')}`;
}

const lockWords = (locks: readonly LockTold[]): string =>
  locks.map(({ name, clientId }) => `\n  ${name} (${clientId})`).join('') || ' none';

/** Prints all of it. What can't be asked is said to be so. */
export async function tellStandstill(rig: Rig, still: number): Promise<void> {
  const say = (text: string) => console.log(text);
  say(`\n${Math.round(rig.ledger.seconds())} s: nothing has gone on for ${Math.round(still / 1000)} s`);
  const locks = await rig
    .inPanel<Locks>(`navigator.locks.query().then((locks) => JSON.parse(JSON.stringify(locks)))`)
    .catch((error: unknown) => String(error));
  if (typeof locks === 'string') say(`Locks can't be asked: ${locks}`);
  else say(`Locks held:${lockWords(locks.held)}\nLocks waited for:${lockWords(locks.pending)}`);
  const open = (await rig.kept()).filter(({ state }) => state !== 'written' && state !== 'withdrawn');
  const taken = (await rig.kept()).filter(({ state, fence }) => state === 'withdrawn' && fence);
  say(`Rows that are not over: ${open.length}, by the worker's clock ${rig.now().toISOString()}`);
  for (const row of open.slice(0, ROWS)) say(rowWords(row));
  say(`Taken back, and may arrive yet: ${taken.length}`);
  for (const row of taken.slice(0, ROWS)) say(rowWords(row));
  say(`Workers: ${(await rig.workers()).map((words) => `\n  ${words}`).join('') || 'none'}\n`);
}
