// Everything that the sandbox's rules need to know: the state, the settings, the time, who may call.
import type { KeyRing } from './keys';
import type { Settings } from './settings';
import type { PortalState, Store } from './store';

export type World = { store: Store; settings: Settings; clock: () => Date; keys: KeyRing };

/** Who writes, as property history tells it. */
export type Author = {
  sourceType: string;
  sourceId?: string;
  sourceLabel?: string;
  updatedByUserId?: number;
};

/** The world as one portal's caller sees it. */
export type Scene = { world: World; portal: PortalState; author: Author };
