// HubSpot in the sandbox: its hosts, and the control object by which tests look into it and change it.

import * as v from 'valibot';
import type { Bindings } from '../common/bindings';
import { Faults } from '../common/faults';
import { openJournal } from '../common/journal';
import { RequestLog } from '../common/log';
import { random } from '../common/random';
import { apiApp } from './api/app';
import { ChangeSchema, LineSchema, StartSchema } from './change';
import { control, type HubSpotSandbox } from './control';
import { KeyRing } from './keys';
import { pagesApp } from './pages/app';
import { PageBus } from './pages/bus';
import { OTHER_PORTAL, PORTAL } from './seed/places';
import { seedPortals } from './seed/portals';
import { defaultSettings } from './settings';
import { Store } from './store';

export type { HubSpotSandbox };

type App = (request: Request, env: Bindings) => Response | Promise<Response>;
const USUAL_SEED = 20_261_121;

/** Builds the state (seed, then the journal's changes) and the hosts. */
export async function hubspotSandbox(
  options: { journal?: string; seed?: number; now?: Date },
  closing: AbortSignal,
): Promise<{ control: HubSpotSandbox; apps: Record<string, App>; close(): void }> {
  const journal = options.journal ? openJournal(options.journal) : null;
  const kept = journal?.entries[0];
  const start = kept
    ? v.parse(StartSchema, kept)
    : {
        kind: 'start' as const,
        seed: options.seed ?? USUAL_SEED,
        now: (options.now ?? new Date()).toISOString(),
      };
  if (!kept) journal?.append(start);

  const settings = defaultSettings();
  const store = new Store();
  const people = seedPortals(store, random(start.seed), new Date(start.now));
  for (const entry of journal?.entries.slice(1) ?? []) store.load(v.parse(LineSchema, entry).changes);
  store.onCommit((changes) =>
    journal?.append({ kind: 'commit', changes: v.parse(v.array(ChangeSchema), changes) }),
  );

  const begun = Date.now();
  const origin = options.now ?? new Date(begun);
  const clock = () => new Date(origin.getTime() + Date.now() - begun);
  const keys = new KeyRing(random(start.seed + 1), { main: PORTAL, other: OTHER_PORTAL });
  const world = { store, settings, clock, keys };
  const log = new RequestLog();
  const faults = new Faults();
  const api = apiApp(world, log, faults, closing);
  const bus = new PageBus();
  const pages = await pagesApp(world, bus);
  const page: App = (request, env) => pages.fetch(request, env);
  return {
    control: control(world, log, faults, people, bus),
    apps: {
      'api.hubapi.com': (request, env) => api.fetch(request, env),
      'app.hubspot.com': page,
      'app-eu1.hubspot.com': page,
    },
    close: () => journal?.close(),
  };
}
