// Whether our frame stands in the page as it should, which it can't see by itself: asked of the script that put it there.
import { PAUSE_MS } from './gate';
import type { Sight, WatchSight } from './on-screen';

/** null: nobody answered in time. */
export type Stands = () => Promise<boolean | null>;

/** In ms, between two questions: at moments that a page can't foresee, so that it is never in order just for them. */
const LEAST_MS = 80;
const SPAN_MS = 300;

/**
 * What is watched is ready only where it stands as it should, too, and has for a while. What
 * the frame sees by itself is told first.
 */
export function withStanding(watch: WatchSight, stands: Stands): WatchSight {
  return (element, tell) => {
    let over = false;
    let seen: Sight = 'soon';
    let standing: Sight | null = null;
    let told: Sight | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let next: ReturnType<typeof setTimeout> | undefined;

    const say = () => {
      const sight = joined(seen, standing);
      if (sight === told) return;
      told = sight;
      tell(sight);
    };
    const become = (now: Sight) => {
      standing = now;
      say();
    };
    const ask = async () => {
      const answer = await stands();
      if (over) return;
      const good = standing === 'soon' || standing === 'ready';
      if (answer !== true) {
        clearTimeout(timer);
        become(answer === null ? 'unanswered' : 'hidden');
      } else if (!good) {
        become('soon');
        timer = setTimeout(() => become('ready'), PAUSE_MS);
      }
      next = setTimeout(ask, LEAST_MS + Math.random() * SPAN_MS);
    };
    const stop = watch(element, (sight) => {
      seen = sight;
      say();
    });
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
      clearTimeout(next);
      stop();
    };
  };
}

/** What the rep can mend comes before what only has to be waited for. `standing`: null before the first answer. */
function joined(seen: Sight, standing: Sight | null): Sight {
  if (seen === 'covered' || standing === null) return seen === 'ready' ? 'soon' : seen;
  return seen === 'ready' || standing === 'hidden' || standing === 'unanswered' ? standing : seen;
}
