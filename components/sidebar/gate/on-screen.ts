// Whether the rep can have read it: on screen, not covered or faded by the page, and with the keyboard, for long enough.
import { READ_MS } from './gate';
import { isLegible } from './legible';
import { type ReadThrough, watchRead } from './read-through';

/**
 * soon: not for long enough yet, or without the keyboard. covered: the page lies over it, or fades or turns it. small:
 * nobody can read it at that size. unread: a part of what will be written has not been on screen. hidden: the page zooms
 * it, or has taken it out of its place; unanswered: nobody there says whether it does (both: standing.ts).
 */
export type Sight = 'soon' | 'covered' | 'small' | 'unread' | 'hidden' | 'unanswered' | 'ready';

/** Tells of every change, the first time at once; its result stops it. */
export type WatchSight = (element: Element, tell: (sight: Sight) => void) => () => void;

/** Whether an entry says that its element is truly visible. Chromium's IntersectionObserver says it of a frame in a page. */
type Seen = IntersectionObserverEntry & { isVisible?: boolean };

/**
 * Chromium tells by IntersectionObserver v2 (w3c/IntersectionObserver, "trackVisibility") whether anything of the page
 * lies over our frame, or any element around it has an opacity, a filter or a transform; it may say "covered" of what is
 * not, never the other way round. Where the browser has no such thing (Firefox), on screen and with the keyboard counts.
 */
export const watchSight: WatchSight = (element, tell) => {
  let inView = false;
  let covered = false;
  let read: ReadThrough = 'unknown';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sight: Sight | null = null;

  const say = (next: Sight) => {
    if (next === sight) return;
    sight = next;
    tell(next);
  };
  const look = () => {
    clearTimeout(timer);
    const small = !isLegible(innerWidth, devicePixelRatio);
    const there = inView && !covered && !small && read === 'read';
    const good = there && document.hasFocus() && document.visibilityState === 'visible';
    if (sight === 'ready' && good) return;
    say(small ? 'small' : inView && covered ? 'covered' : read === 'unread' ? 'unread' : 'soon');
    if (good) timer = setTimeout(() => say('ready'), READ_MS);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      const entry: Seen | undefined = entries.at(-1);
      if (!entry) return;
      inView = entry.isIntersecting;
      covered = entry.isVisible === false && knowsCover();
      look();
    },
    { ...options, threshold: [0, 1] },
  );
  const stopReading = watchRead(options, knowsCover(), (state) => {
    read = state;
    look();
  });
  look();
  observer.observe(element);
  const events = [
    [window, 'focus'],
    [window, 'blur'],
    [window, 'resize'],
    [document, 'visibilitychange'],
  ] as const;
  for (const [target, name] of events) target.addEventListener(name, look);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    stopReading();
    for (const [target, name] of events) target.removeEventListener(name, look);
  };
};

/** Unknown to the types, and to browsers without them. */
const options: IntersectionObserverInit = Object.assign(
  { threshold: 0 },
  { trackVisibility: true, delay: 100 },
);

const knowsCover = () => 'isVisible' in IntersectionObserverEntry.prototype;
