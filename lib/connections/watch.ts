// Hears when someone signs in to a CRM in this browser, so that what waits for that goes on by itself.
import type { Crm } from '@/lib/crm/crm';

type Change = { removed: boolean; cookie: { name: string } };
type Heard = (change: Change) => void;
/** The part of the browser's event that is used. */
export type CookieEvent = { hasListener(heard: Heard): boolean; addListener(heard: Heard): void };

type Needs = {
  crms: readonly Crm[];
  /** The browser's event; undefined as long as it has not been allowed. */
  changes: () => CookieEvent | undefined;
  /** Told after each new session, whoever's it is. */
  seen: () => void;
};

/** Gives what begins to listen, once it is allowed; to be called when the worker starts and when more is allowed. */
export function createSessionWatch({ crms, changes, seen }: Needs): () => void {
  const names = crms.flatMap(({ ways }) =>
    ways.flatMap((way) => (way.kind === 'session' ? [way.cookie] : [])),
  );
  const heard: Heard = ({ removed, cookie }) => {
    if (!removed && names.includes(cookie.name)) seen();
  };
  return () => {
    const event = changes();
    if (event && !event.hasListener(heard)) event.addListener(heard);
  };
}
