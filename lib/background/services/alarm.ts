// Wakes the outbox when its next time has come: by a timer while the worker lives, by the browser's alarm when it doesn't.
export const ALARM = 'outbox';

/** The browser fires no alarm sooner. */
const LEAST_MS = 30_000;
/** While the worker lives, it looks again after this at the latest. */
const TIMER_MOST_MS = 60_000;
/** Never more often than this, whatever is asked for. */
const TIMER_LEAST_MS = 1_000;
/** An alarm that fires this much sooner or later is as good. */
const NEAR_MS = 5_000;

type Needs = {
  alarms: {
    create(name: string, info: { delayInMinutes: number }): unknown;
    clear(name: string): unknown;
  };
  wake: () => void;
  now?: () => number;
  /** ms since some moment, moved by no change of the computer's clock. */
  elapsed?: () => number;
};

/**
 * Gives what asks to be woken at a time (epoch ms), instead of any time before; null: not at all. A time is only taken
 * for how far off it is now: from there on both timer and alarm are counted, so that a clock that is set then makes
 * neither late. (`when` would be a point of the computer's clock; Chromium turns it into a delay too, and says nothing of
 * it.)
 */
export function createAlarm({
  alarms,
  wake,
  now = Date.now,
  elapsed = () => performance.now(),
}: Needs): (at: number | null) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the browser's fires, by `elapsed`; null: never. undefined: an earlier worker may have set one. */
  let set: number | null | undefined;

  return (at) => {
    clearTimeout(timer);
    const wait = at === null ? null : Math.max(TIMER_LEAST_MS, at - now());
    if (wait !== null) timer = setTimeout(wake, Math.min(wait, TIMER_MOST_MS));
    const fires = wait === null ? null : elapsed() + Math.max(wait, LEAST_MS);
    // One that fires too early only finds nothing to do; it is then set anew.
    const serves =
      fires !== null && set && set > elapsed() && set < fires + NEAR_MS && fires - set < LEAST_MS;
    if (serves || (fires === null && set === null)) return;
    set = fires;
    if (fires === null) alarms.clear(ALARM);
    else alarms.create(ALARM, { delayInMinutes: (fires - elapsed()) / 60_000 });
  };
}
