// Wakes the outbox when its next time has come: by a timer while the worker lives, by the browser's alarm when it doesn't.
export const ALARM = 'outbox';

/** The browser fires no alarm sooner. */
const LEAST_MS = 30_000;
/** While the worker lives, it looks again after this at the latest: a clock may have been put back, and alarms go by it. */
const TIMER_MOST_MS = 60_000;
/** Never more often than this, whatever is asked for. */
const TIMER_LEAST_MS = 1_000;
/** An alarm that fires this much sooner or later is as good. */
const NEAR_MS = 5_000;

type Needs = {
  alarms: {
    create(name: string, info: { when: number }): unknown;
    clear(name: string): unknown;
  };
  wake: () => void;
  now?: () => number;
};

/** Gives what asks to be woken at a time (epoch ms), instead of any time before; null: not at all. */
export function createAlarm({ alarms, wake, now = Date.now }: Needs): (at: number | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** undefined: an earlier worker may have set one. */
  let set: number | null | undefined;

  return (at) => {
    clearTimeout(timer);
    const wait = at === null ? null : Math.max(TIMER_LEAST_MS, at - now());
    if (wait !== null) timer = setTimeout(wake, Math.min(wait, TIMER_MOST_MS));
    const when = at === null ? null : Math.max(at, now() + LEAST_MS);
    // One that fires too early only finds nothing to do; it is then set anew.
    const serves = when !== null && set && set > now() && set < when + NEAR_MS && when - set < LEAST_MS;
    if (serves || (when === null && set === null)) return;
    set = when;
    if (when === null) alarms.clear(ALARM);
    else alarms.create(ALARM, { when });
  };
}
