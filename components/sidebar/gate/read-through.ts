// Whether each part of what will be written has been on screen as it is now: at once, or one after the other by scrolling.

/** Put on each part, small enough to fit a short window; a text of any length has an edge where it begins. */
export const part = { 'data-read': 'part' } as const;
export const edge = { 'data-read': 'edge', 'aria-hidden': true } as const;

/** With what words each part has been on screen: one that reads otherwise by now has not. */
const read = new WeakMap<Element, string>();

/** unknown: the browser has not told of every part yet. */
export type ReadThrough = 'unknown' | 'unread' | 'read';

type Seen = IntersectionObserverEntry & { isVisible?: boolean };

/** Whole, but for what rounding takes; and not under anything, where the browser can tell (on-screen.ts). */
const isWhole = ({ intersectionRatio, isIntersecting, isVisible }: Seen, knowsCover: boolean) =>
  isIntersecting && intersectionRatio > 0.98 && (!knowsCover || isVisible !== false);

/** Watches all parts that are there now, and tells how it stands whenever the browser has told something new. */
export function watchRead(
  options: IntersectionObserverInit,
  knowsCover: boolean,
  tell: (state: ReadThrough) => void,
): () => void {
  const unread = new Set(
    [...document.querySelectorAll('[data-read]')].filter((one) => read.get(one) !== wordsOf(one)),
  );
  const untold = new Set(unread);
  const say = () => tell(unread.size === 0 ? 'read' : untold.size > 0 ? 'unknown' : 'unread');
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        untold.delete(entry.target);
        if (!isWhole(entry, knowsCover)) continue;
        read.set(entry.target, wordsOf(entry.target));
        unread.delete(entry.target);
        observer.unobserve(entry.target);
      }
      say();
    },
    { ...options, threshold: [0, 0.99, 1] },
  );
  say();
  for (const one of unread) observer.observe(one);
  return () => observer.disconnect();
}

/** Brings the first part into view that has not been on screen; where there is none, the button that confirms them. */
export function readOn(): void {
  const next = [...document.querySelectorAll('[data-read]')].find((one) => read.get(one) !== wordsOf(one));
  if (next) next.scrollIntoView({ block: 'center' });
  else document.querySelector('button[data-final]')?.scrollIntoView({ block: 'nearest' });
}

/** Text and what stands in fields; at an edge of a longer text, that text. */
function wordsOf(element: Element): string {
  const of = element.getAttribute('data-read') === 'edge' ? (element.parentElement ?? element) : element;
  const fields = [
    ...of.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'input, select, textarea',
    ),
  ];
  return JSON.stringify([
    of.textContent,
    ...fields.map((field) => (field.type === 'checkbox' ? '' : field.value)),
  ]);
}
