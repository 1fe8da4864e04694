// Counts what a mouse, pen or finger does in a page and in the sidebar, so that a test can hold it to nothing.
import type { Sidebar } from './sidebar.ts';

const kinds = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'dragstart'];

/** Listens from now on; the answer gives the kinds of events seen since, in both documents. */
export async function countPointer({ page, frame }: Sidebar): Promise<() => Promise<string[]>> {
  const places = [page.mainFrame(), frame];
  for (const place of places) {
    await place.evaluate((names) => {
      const seen: string[] = [];
      Object.assign(window, { pointerSeen: seen });
      for (const name of names) addEventListener(name, () => seen.push(name), { capture: true });
    }, kinds);
  }
  return async () => {
    const seen = places.map((place) =>
      place.evaluate<string[]>(() =>
        'pointerSeen' in window ? Object(window).pointerSeen : ['not counted'],
      ),
    );
    return (await Promise.all(seen)).flat();
  };
}
