// Everything that the org's rules need to know: the state, the settings, the time, who calls.
import type { ObjectName, OrgName } from './model';
import type { Settings } from './settings';
import type { OrgState, Store } from './store';

export type World = {
  store: Store;
  settings: Record<OrgName, Settings>;
  clock: () => Date;
  /** A new id of 18 characters, never given before. */
  newId: (org: OrgName, type: ObjectName) => string;
};

/** The world as one person in one org sees it. `user`: their id. */
export type Scene = { world: World; org: OrgState; settings: Settings; user: string };

/** The present, in the one-second grain of Salesforce's own times. */
export function nowIn(world: World): string {
  return new Date(Math.floor(world.clock().getTime() / 1000) * 1000).toISOString();
}
