// Pure: which presses of a mouse, pen or finger count on what can't be taken back: those of a hand that came there by itself.

/**
 * In ms: how long the pointer has been over a button before its press counts, and how far two presses are apart. A click
 * that was meant for what lay there before comes within 300 ms of the change; by 500 ms a person has seen it.
 */
export const HOVER_MS = 500;
/** In ms: how long a press that came too early is remembered. A finger is over nothing between two presses. */
const AGAIN_MS = 10_000;
/** Pixels by which the two places of a pointer may differ, from rounding. */
const SLACK = 3;
/** The page may be zoomed: a way on the screen is up to this many times that in the frame, or the other way round. */
const ZOOM = 5;

/** Where a pointer is, in the frame and on the screen. */
export type Point = {
  at: number;
  /** A finger or a pen: it is over nothing between two presses, so its second one counts. */
  touches: boolean;
  screenX: number;
  screenY: number;
  clientX: number;
  clientY: number;
};

export type Pointer = ReturnType<typeof createPointer>;

/** What a press that doesn't count lacks: a while, or a move of the hand's own. */
export type Lacks = 'time' | 'move';

/** `tell` hears of a press that doesn't count yet (the button, and what is lacking), and of its being over (null). */
export function createPointer<Target extends object>(tell: (early: Target | null, lacks: Lacks) => void) {
  let last: Point | null = null;
  let over: Target | null = null;
  let since = 0;
  /** The hand has moved here since the frame came to where it is. */
  let byHand = false;
  let early: { on: Target; point: Point } | null = null;

  function forget(): void {
    if (early) tell(null, 'time');
    early = null;
  }

  /** The pointer is over this now; null: over nothing that can't be taken back. */
  function seen(on: Target | null, point: Point): void {
    if (last && frameMoved(last, point)) {
      byHand = false;
      since = point.at;
      forget();
    } else if (last && (last.screenX !== point.screenX || last.screenY !== point.screenY)) byHand = true;
    last = point;
    if (on === over) return;
    over = on;
    since = point.at;
    if (on !== null && early?.on !== on) forget();
  }

  return {
    seen,
    /** The pointer has left the frame, or a finger the screen. */
    left(): void {
      last = null;
      over = null;
      byHand = false;
    },
    /** What is shown has changed: what the pointer was over is not what it is over now. */
    changed(at: number): void {
      since = at;
      forget();
    },
    /**
     * Whether this press counts. One that doesn't is told of. A mouse that has not moved by itself since the frame came
     * under it never presses, however often: a person whose first click did nothing clicks again at the same place.
     */
    press(on: Target | null, point: Point): boolean {
      seen(on, point);
      if (on === null) {
        forget();
        return true;
      }
      const rested = byHand && point.at - since >= HOVER_MS;
      if (rested || (point.touches && isAgain(early, on, point))) {
        forget();
        return true;
      }
      early = { on, point };
      since = point.at;
      tell(on, byHand || point.touches ? 'time' : 'move');
      return false;
    },
    /** In ms, from `at`: when a press on what the pointer is over counts. null: over nothing, or not before it moves. */
    countsIn: (at: number): number | null =>
      over !== null && byHand ? Math.max(0, since + HOVER_MS - at) : null,
  };
}

function isAgain(early: { on: object; point: Point } | null, on: object, point: Point): boolean {
  if (early?.on !== on || frameMoved(early.point, point)) return false;
  const gap = point.at - early.point.at;
  return gap >= HOVER_MS && gap <= AGAIN_MS;
}

/** Whether the frame itself has moved on the screen, as far as that can be told: by a way that no zoom explains. */
function frameMoved(from: Point, to: Point): boolean {
  const ways = [
    [to.screenX - from.screenX, to.clientX - from.clientX],
    [to.screenY - from.screenY, to.clientY - from.clientY],
  ] as const;
  return ways.some(([screen, client]) => {
    const [less, more] = [Math.abs(screen), Math.abs(client)].sort((a, b) => a - b);
    const turned = screen * client < 0 && Math.min(Math.abs(screen), Math.abs(client)) > SLACK;
    return turned || (more ?? 0) > (less ?? 0) * ZOOM + SLACK;
  });
}
