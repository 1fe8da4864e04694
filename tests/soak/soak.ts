// A run: the schedule played by several reps at once, then what the CRMs hold and what the rep is shown, compared.
import { Caretaker, queued } from './caretaker.ts';
import type { Counted } from './faults.ts';
import { judge, type Wrongs } from './judge.ts';
import { Lane } from './lane.ts';
import { type Entry, Ledger } from './ledger.ts';
import type { Options } from './options.ts';
import { pool, poolByHand } from './pool.ts';
import { judgePressed, type Wrong } from './pressing/judge.ts';
import { Rig } from './rig.ts';
import { schedule } from './schedule.ts';
import { settle } from './settle.ts';
import { Thrower } from './thrower.ts';
import { look, marksIn } from './truth.ts';

const REPS = 4;
const PROGRESS_MS = 30_000;

export type Outcome = {
  ledger: Ledger;
  seconds: number;
  thrown: Map<Counted, number>;
  wantedTheRep: ReadonlyMap<string, number>;
  written: Entry[];
  byItself: number;
  refused: Entry[];
  withdrawn: Entry[];
  /** Each of these must be empty. */
  wrong: Wrongs;
  unsent: number;
  /** What was pressed in the sidebar and is otherwise than the rep was told. */
  wrongPressed: Wrong[];
  /** Submissions that the CRMs have, and nobody has confirmed. */
  strangers: string[];
};

export async function soak(options: Options): Promise<Outcome> {
  const ledger = new Ledger();
  const rig = await Rig.open(ledger, options.crms);
  try {
    return await run(rig, ledger, options);
  } finally {
    await rig.close();
  }
}

async function run(rig: Rig, ledger: Ledger, options: Options): Promise<Outcome> {
  const active = await rig.trusted('playbook.active', {});
  if (!active?.ok) throw new Error('The background did not say which playbook is in use.');
  const records = pool(rig.sandbox);
  const seeded = marksIn(rig.sandbox);
  const byHand = poolByHand(rig.sandbox);
  const thrower = new Thrower(rig, ledger);
  const visits = schedule(options);
  const until = Date.now() + options.minutes * 60_000;
  const unsent: number[] = [];
  const present: string[] = [];
  const lanes = Array.from(
    { length: REPS },
    () => new Lane({ rig, ledger, thrower, records, byHand, active: active.value, present }),
  );
  const reporting = setInterval(
    () => tellProgress(ledger, [...lanes.map((one) => one.doing), caretaker.doing]),
    PROGRESS_MS,
  );
  const reps = lanes.map(async (lane) => {
    for (let visit = visits.shift(); visit; visit = visits.shift()) {
      if (Date.now() > until) unsent.push(...visit.submissions.map(({ number }) => number));
      else unsent.push(...(await lane.visit(visit)));
    }
  });
  const caretaker = new Caretaker(rig, ledger);
  const watching = caretaker.watch();
  try {
    await Promise.all(reps);
    await thrower.end();
    caretaker.end();
    await watching;
    const seconds = ledger.seconds();
    ledger.tell('no more faults');
    const hidden = await hiddenNow(rig, ledger, caretaker);
    const stuck = await settle(rig, ledger, caretaker, { alone: options.aloneMs, still: options.stillMs });
    ledger.pressed.learn(await rig.kept());
    const outcome = judge(rig.sandbox, ledger, caretaker, { hidden, stuck });
    const pressed = judgePressed(rig.sandbox, ledger, { stuck, seeded });
    return {
      ...outcome,
      wrongPressed: pressed.wrong,
      strangers: pressed.strangers,
      ledger,
      seconds,
      thrown: thrower.counts(),
      unsent: unsent.length,
    };
  } finally {
    clearInterval(reporting);
  }
}

/** One line on how far a run is, and on what each rep and the popup wait. */
function tellProgress(ledger: Ledger, doing: readonly string[]): void {
  const all = [...ledger.entries.values()];
  const kept = all.filter(({ keptAt }) => keptAt).length;
  console.log(`${ledger.seconds()} s: ${all.length} decided, ${kept} taken; ${doing.join(' | ')}`);
}

/** Those that are not written, and of which the popup says nothing. */
async function hiddenNow(rig: Rig, ledger: Ledger, caretaker: Caretaker): Promise<Entry[]> {
  const rows = new Set((await queued(rig))?.map(({ id }) => id));
  const truth = look(rig.sandbox);
  for (const id of rows) caretaker.told.add(id);
  return [...ledger.entries.values()].filter(
    ({ submission, withdrawn, refused }) =>
      !rows.has(submission.id) && !truth.whole(submission) && !withdrawn && !refused,
  );
}
