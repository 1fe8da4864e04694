// Hears when someone signs in to a CRM in this browser, while something waits for that, so that it goes on by itself.
import type { Crm } from '@/lib/crm/shared/crm';

type Change = { removed: boolean; cookie: { name: string } };
type Heard = (change: Change) => void;
/** The part of the browser's event that is used. */
export type CookieEvent = { addListener(heard: Heard): void; removeListener(heard: Heard): void };

type Needs = {
  crms: readonly Crm[];
  /** The browser's event; undefined as long as it has not been allowed. */
  changes: () => CookieEvent | undefined;
  /** Whether anything waits for a sign-in, as far as it is known. */
  waits: () => boolean;
  /** Told after each new session, whoever's it is. */
  seen: () => void;
};

/**
 * Gives what begins to listen or stops, by what waits now: to be called when that is known, when it changes, and when
 * more is allowed. The event can't be narrowed to one cookie, and the browser starts a worker for each that changes at
 * the CRM's hosts for as long as one has listened and not stopped itself; so a worker that has nothing to wait for takes
 * away what one before it left, which it can do only by listening first.
 */
export function createSessionWatch({ crms, changes, waits, seen }: Needs): () => void {
  const names = crms.flatMap(({ ways }) =>
    ways.flatMap((way) => (way.kind === 'session' ? [way.cookie] : [])),
  );
  const heard: Heard = ({ removed, cookie }) => {
    if (!removed && names.includes(cookie.name)) seen();
  };
  let last: { event: CookieEvent; listens: boolean } | null = null;
  return () => {
    const event = changes();
    const listens = waits();
    if (last?.event === event && last?.listens === listens) return;
    last = event ? { event, listens } : null;
    if (!event) return;
    event.addListener(heard);
    if (!listens) event.removeListener(heard);
  };
}
