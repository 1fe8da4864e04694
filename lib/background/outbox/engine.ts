// Decides what is delivered when: the oldest of each record first, few at a time, and each again when its time has come.
import type { CrmSession } from '@/lib/crm/shared/crm';
import { type Problem, signInKinds } from '@/lib/problem/problem';
import type { UnreadableRow } from '@/lib/protocol/queue';
import type { Submission } from '@/lib/qualification/plan/submission';
import { deliver } from './deliver';
import { createEnds } from './ends';
import type { EngineNeeds, Wake } from './engine-needs';
import { createFences } from './fence';
import { calm, createLine, dueOf, type Entry, problemIn } from './line';
import { createPace } from './pace';
import { createPaused } from './paused';
import { createPlaces, heedless, underLocks } from './places';
import { problemOf } from './problems';
import { createQuiet } from './quiet';
import { isOver, stoppedAt } from './records';
import { shown, timed } from './shown';
import { createSteady } from './steady';

export type Engine = ReturnType<typeof createEngine>;

const GRAIN_MS = 1; // Clocks beside each other differ by so much.
/** While something runs: so long until another worker looks after it, should this one die. */
const SAFETY_MS = 30_000;
/** When the storage can't be used: so long until it is tried again. */
const STORAGE_MS = 2 * 60_000;

export function createEngine(needs: EngineNeeds) {
  const { store, elapsed = () => performance.now() } = needs;
  const wall = () => needs.now().getTime();
  /** What waits is measured by this clock, which nobody sets; only rows and words have the computer's. */
  const now = createSteady(wall, elapsed);
  const toWall = (at: number) => wall() + (at - now());
  const line = createLine();
  const pace = createPace(now);
  const places = createPlaces(pace, elapsed);
  const fences = createFences(elapsed, wall);
  const quiet = createQuiet(fences, store);
  const onChange = (submission: Submission) => heedless(() => needs.onChange(submission));
  const changed = () => heedless(needs.changed);
  const dueHere = (of: Submission): number | null => {
    const at = dueOf(of, wall());
    return at === null ? null : now() + Math.max(0, at - wall());
  };
  const ends = createEnds(store);
  const paused = createPaused();
  let unreadable: UnreadableRow[] = [];
  let seq = 1;
  let loading: Promise<void> | null = null;
  let broken: Problem | null = null;

  /** Reads what is open, once in this worker's life. Rejects with ProblemError 'storage'. */
  function load(): Promise<void> {
    loading ??= read().catch((error: unknown) => {
      loading = null;
      broken = problemOf(error);
      throw error;
    });
    return loading;
  }

  async function read(): Promise<void> {
    const found = await store.open();
    broken = null;
    unreadable = found.unreadable;
    for (const submission of found.takenBack) quiet.after(submission);
    // Behind those of other versions too: they keep their place for when they can be read.
    seq = Math.max(seq, found.seq + 1);
    for (const row of found.rows) add(row.submission, row.seq);
    changed();
  }

  function add(kept: Submission, at: number): Entry {
    // Nobody writes it any more: its worker is dead. What it may have sent is looked up at once.
    const left = kept.state === 'writing';
    const entry = line.add(left ? { ...kept, state: 'waiting' } : kept, at, dueHere(kept));
    if (left) entry.due = now();
    const problem = problemIn(kept);
    // Nobody knows what became of the sign-in since, for its word may have died with the worker that heard it. It is
    // tried once in each worker's life.
    if (problem && signInKinds.includes(problem.kind)) entry.due = now();
    else if (kept.state === 'waiting') pace.learnt(entry.account, problem, entry.due ?? 0);
    return entry;
  }

  /** When it may go: now or before, later, or null where it is not for time to tell. */
  function ready(entry: Entry): number | null {
    if (line.ahead(entry) || entry.due === null) return null;
    const free = pace.free(entry.account, entry.pressed, entry.insists);
    // Where this life has not heard the CRM's clock yet, it goes as far as to ask for it.
    const quietMs = fences.knows(entry.account) ? quiet.left(entry.lines) : 0;
    return free === null ? null : Math.max(entry.due, free, now() + quietMs);
  }

  /** Whether all that it waits for is on its way: then there is nothing to tell yet. */
  function moves(entry: Entry): boolean {
    if (entry.busy) return true;
    const ahead = line.ahead(entry);
    if (ahead) return moves(ahead);
    const at = ready(entry);
    return at !== null && at <= now() + GRAIN_MS;
  }

  /** Starts it if it may go. Gives the time at which it is to be looked at again; null: something else will. */
  function consider(entry: Entry): number | null {
    if (entry.busy || paused.covers(entry)) return null;
    const at = ready(entry);
    if (at === null || at > now() + GRAIN_MS) {
      if (!moves(entry)) tell(entry);
      return at;
    }
    if (!pace.hasRoom(entry.account, entry.pressed) || line.overlaps(entry)) return now();
    void run(entry);
    return null;
  }

  /** Looks at all that is open. */
  function pump(): void {
    // Whoever waits for one that hangs is told how it stands; its record waits for it all the same.
    for (const entry of places.passHanging()) tell(entry);
    let soonest: number | null = null;
    for (const pressed of [true, false]) {
      for (const entry of line.all()) {
        if (entry.pressed !== pressed) continue;
        const at = consider(entry);
        if (at !== null) soonest = Math.min(soonest ?? at, at);
        if (pace.isFull()) break;
      }
    }
    setAlarm(soonest);
  }

  let alarmed: number | null = null;
  function setAlarm(soonest: number | null): void {
    const safety = pace.busy() ? now() + SAFETY_MS : null;
    alarmed = soonest === null ? safety : Math.min(soonest, safety ?? soonest);
    needs.alarm(alarmed === null ? null : toWall(alarmed));
  }

  async function run(entry: Entry): Promise<void> {
    entry.busy = true;
    const leavePlace = places.take(entry);
    const release = line.hold(entry);
    const renewals = pace.renewals();
    const insisted = entry.insists;
    try {
      const end = await locked(entry, () => delivered(entry)).catch((error: unknown) =>
        stoppedAt(entry.submission, problemOf(error), new Date(wall() + SAFETY_MS).toISOString()),
      );
      release();
      leavePlace();
      entry.busy = false;
      settle(entry, end, renewals, insisted);
      const problem = problemIn(end);
      if (problem && !isOver(end)) heedless(() => needs.stopped?.(problem, end));
    } finally {
      pump();
    }
  }

  const locked = <T>(entry: Entry, work: () => Promise<T>): Promise<T> =>
    underLocks(needs.lock, entry.touched, work);

  async function delivered(entry: Entry): Promise<Submission> {
    // Another worker may have been here while this one waited for its turn.
    const kept = await store.get(entry.submission.id);
    if (kept && isOver(kept)) return kept;
    const { allow, tries } = entry.submission;
    const submission = kept
      ? { ...kept, ...(allow ? { allow } : {}), ...(tries === undefined ? {} : { tries }) }
      : entry.submission;
    const opened: { session: CrmSession | null } = { session: null };
    const end = await deliver({
      submission,
      openSession: async () => {
        opened.session = await needs.openSession(submission);
        return opened.session;
      },
      isClear: (open) => quiet.isClear(entry, open),
      fences,
      store,
      unkept: ends.add,
      onChange: (next) => {
        entry.submission = next;
        onChange(next);
      },
      now: needs.now,
      random: needs.random,
    });
    pace.told(entry.account, opened.session?.allowance?.());
    return end;
  }

  /** Takes in how a try ended. `renewals`: how often someone had signed in anew when it began. */
  function settle(entry: Entry, end: Submission, renewals = pace.renewals(), insisted = false): void {
    entry.submission = end;
    calm(entry);
    // What an old key was told says nothing of the new one.
    const outdated = renewals < pace.renewals() && signInKinds.includes(problemIn(end)?.kind ?? 'gone');
    entry.due = outdated ? now() : dueHere(end);
    if (isOver(end)) line.remove(entry);
    quiet.after(end);
    if (end.state === 'written') {
      pace.arrived(entry.account, insisted);
      line.keyWorks(entry.account, now());
    }
    if (end.state === 'waiting' && !outdated) pace.learnt(entry.account, problemIn(end), entry.due ?? 0);
    tell(entry);
    changed();
  }

  /** Tells whoever waits how it stands, and everyone if it stands otherwise than before. */
  function tell(entry: Entry): void {
    const as = look(entry);
    calm(entry);
    const said = `${as.state} ${as.nextAt ?? ''} ${problemIn(as)?.kind ?? ''}`;
    if (said !== entry.said) onChange(as);
    entry.said = said;
    for (const { resolve } of entry.waiters.splice(0)) resolve(as);
  }

  function look(entry: Entry): Submission {
    const quietMs = quiet.left(entry.lines);
    const held = entry.busy ? null : pace.held(entry.account);
    return shown(
      {
        ...entry,
        submission: timed(entry.submission, entry.due === null ? null : toWall(entry.due), wall()),
      },
      line.ahead(entry),
      quietMs === 0 ? null : wall() + quietMs,
      held && { ...held, until: toWall(held.until) },
    );
  }

  /** The next number in the order of arrival. */
  const number = (): number => seq++;

  /** Resolves when it is clear how it stands. */
  const standing = (entry: Entry): Promise<Submission> =>
    new Promise((resolve, reject) => entry.waiters.push({ resolve, reject }));

  return {
    ...{ load, line, look, standing, locked, settle, pump, changed },
    ...{ paused, quiet, ends },
    /** Takes a place in the line; whoever asks has to keep it. */
    enter: (submission: Submission): Entry => line.add(submission, number(), dueHere(submission)),
    number,
    /** It could not be kept: nobody has it. */
    leave(entry: Entry, error: unknown): void {
      line.remove(entry);
      for (const { reject } of entry.waiters.splice(0)) reject(error);
      changed();
      pump();
    },
    /** The rep wants it now; `insists`: and has seen why it waits. */
    press(entry: Entry, insists = false): void {
      Object.assign(entry, { pressed: true, insists, due: now() });
      const at = consider(entry);
      if (pace.busy() || at !== null)
        setAlarm(Math.min(at ?? Number.POSITIVE_INFINITY, alarmed ?? now() + SAFETY_MS));
    },
    /** Goes over what waits. Never rejects. */
    async wake(why: Wake): Promise<void> {
      try {
        await load();
      } catch {
        const why = broken;
        if (why) heedless(() => needs.stopped?.(why, null));
        // An update of ours starts the worker anew; all else may pass.
        needs.alarm(why?.store === 'newer' ? null : wall() + STORAGE_MS);
        changed();
        return;
      }
      await ends.keep();
      const network = why === 'online' || why === 'start';
      const signIn = why === 'connections' || why === 'start';
      if (network) pace.release('offline');
      if (signIn) pace.renewed();
      line.cured({ network, signIn }, now());
      pump();
    },
    forgetUnreadable: () => {
      unreadable = [];
    },
    unreadable: () => unreadable,
    broken: () => broken,
    /** A row as it is known to stand here. */
    present: (kept: Submission): Submission => {
      const entry = line.get(kept.id);
      return entry ? look(entry) : ends.of(kept);
    },
    busy: pace.busy,
    fences,
    /** Whether a fence is counted in this life, which ends sooner if nobody keeps it. */
    counting: () => quiet.any() || [...line.all()].some(({ submission }) => fences.left(submission) > 0),
    allowances: pace.allowances,
  };
}
