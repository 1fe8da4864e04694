// How much an account may be asked now: its CRM's own word, a reserve for others, and what a stopped submission learnt.
import type { Allowance } from '@/lib/crm/shared/crm';
import type { Problem } from '@/lib/problem/problem';
import { askedFor } from './backoff';
import { holdsAccount } from './problems';

/** At one time: of all, and of one account. A rep who waits in front of the screen gets a place of their own. */
const [ALL, EACH, RESERVED] = [6, 3, 2];
/** The part of the team's allowance that is left to others, before anything is sent that nobody waits for. */
const RESERVE = 0.2;
/** Longest wait for an allowance to come back: it is then asked again by trying. */
const REST_MS = 5 * 60_000;

/**
 * One connection that broke is not the network: after this another submission finds out. The one that it broke for waits
 * as long as it must, for the CRM may act on it yet.
 */
const OFFLINE_MS = 5_000;
/** A refusal for now that names no time says nothing of how long: not what an unlucky submission's many tries have added up to. */
const BUSY_MS = 30_000;

/** A pause that is over sooner than a person presses twice, and HubSpot's own window: within it a call is refused for sure. */
const SHORT_MS = 10_000;

/** `until`: by the clock that is handed in. `most`: how long it was to last when it was learnt, in ms. */
export type Hold = { kind: 'busy' | 'offline' | 'sign-in'; until: number; most: number; problem: Problem };
export type Pace = ReturnType<typeof createPace>;

export function createPace(now: () => number) {
  const holds = new Map<string, Hold>();
  /** `at`: when it was first told here, by this clock. */
  const allowances = new Map<string, { told: Allowance; at: number }>();
  const running = new Map<string, number>();
  let all = 0;
  let renewals = 0;

  /** Until when nobody is to be asked for the reserve's sake; 0: nobody need wait. */
  function rested(account: string): number {
    const known = allowances.get(account);
    if (!known || known.told.remaining > known.told.max * RESERVE) return 0;
    return known.at > now() ? 0 : known.at + Math.min(known.told.windowMs, REST_MS);
  }

  return {
    /** What stops everything of this account now; null: nothing does. */
    held(account: string): Hold | null {
      const hold = holds.get(account);
      if (!hold) return null;
      // The same for a clock that was put back.
      hold.until = Math.min(hold.until, now() + hold.most);
      if (hold.until > now()) return hold;
      holds.delete(account);
      return null;
    },
    /**
     * When this account may be asked again; null: not before its sign-in changes. `pressed`: a person waits for it.
     * `insists`: and has asked for it though it is to wait, which one call finds out.
     */
    free(account: string, pressed: boolean, insists = false): number | null {
      const hold = this.held(account);
      if (hold?.kind === 'sign-in') return pressed ? 0 : null;
      if (hold && insists && hold.until - now() > SHORT_MS) return 0;
      if (hold && !(pressed && hold.kind === 'offline')) return hold.until;
      return pressed ? 0 : rested(account);
    },
    hasRoom(account: string, pressed: boolean): boolean {
      const more = pressed ? RESERVED : 0;
      return all < ALL + more && (running.get(account) ?? 0) < EACH + more;
    },
    isFull: (): boolean => all >= ALL + RESERVED,
    began(account: string): void {
      all += 1;
      running.set(account, (running.get(account) ?? 0) + 1);
    },
    ended(account: string): void {
      all -= 1;
      running.set(account, (running.get(account) ?? 1) - 1);
    },
    busy: (): boolean => all > 0,
    /** `until`: when the one that learnt of it is tried again. A problem of the record alone holds nothing. */
    learnt(account: string, problem: Problem | null, until: number): void {
      const kind = problem && holdsAccount(problem);
      if (!problem || !kind) return;
      const ends = endOf(kind, problem, until, now());
      holds.set(account, { kind, problem, until: ends, most: ends - now() });
    },
    told(account: string, allowance: Allowance | null | undefined): void {
      if (!allowance) return;
      const known = allowances.get(account);
      // A try that ended before any answer came brings the same word once more.
      const same = known?.told.readAt === allowance.readAt && known.told.remaining === allowance.remaining;
      allowances.set(account, { told: allowance, at: same ? known.at : now() });
    },
    /** What was learnt of this kind is tried anew. */
    release(kind: Hold['kind'], account?: string): void {
      for (const [key, hold] of holds)
        if (hold.kind === kind && (account === undefined || key === account)) holds.delete(key);
    },
    /** Someone may have signed in anew. */
    renewed(): void {
      renewals += 1;
      this.release('sign-in');
    },
    /** How often that was so. */
    renewals: (): number => renewals,
    /** A write of it got there: the network and the sign-in are in order. `insisted`: and no pause is needed any more. */
    arrived(account: string, insisted = false): void {
      if (insisted) this.release('busy', account);
      this.release('offline', account);
      this.release('sign-in', account);
    },
    allowances: (): [string, Allowance][] => [...allowances].map(([account, { told }]) => [account, told]),
  };
}

function endOf(kind: Hold['kind'], problem: Problem, until: number, now: number): number {
  if (kind === 'sign-in') return Number.POSITIVE_INFINITY;
  if (kind === 'offline') return Math.min(until, now + OFFLINE_MS);
  return problem.usedUp === undefined ? Math.min(until, now + Math.max(BUSY_MS, askedFor(problem))) : until;
}
