// Salesforce in the sandbox: its hosts, and the control object by which tests look into it and change it.

import * as v from 'valibot';
import type { Bindings } from '../common/bindings';
import { Faults } from '../common/faults';
import { openJournal } from '../common/journal';
import { RequestLog } from '../common/log';
import { random } from '../common/random';
import { PageBus } from '../hubspot/pages/bus';
import { apiApp } from './api/app';
import { identityService, isIdentity, loginHost } from './api/identity';
import { ChangeSchema, LineSchema, StartSchema } from './change';
import { control, type SalesforceSandbox } from './control';
import { Grants } from './grants';
import { orgInfos, pageAliases } from './hosts';
import type { ObjectName, OrgName } from './model';
import { Codes } from './oauth/token';
import { pagesApp } from './pages/app';
import { assets } from './pages/assets';
import { nthId } from './seed/builder';
import { seedOrgs } from './seed/seed';
import { defaultSettings } from './settings';
import { Store } from './store';
import type { World } from './world';

export type { SalesforceSandbox };

type App = (request: Request, env: Bindings) => Response | Promise<Response>;
const USUAL_SEED = 20_261_121;

/** Builds the state (seed, then the journal's changes) and the hosts. The journal stands beside HubSpot's. */
export async function salesforceSandbox(
  options: { journal?: string; seed?: number; now?: Date },
  closing: AbortSignal,
): Promise<{ control: SalesforceSandbox; apps: Record<string, App>; close(): void }> {
  const journal = options.journal ? openJournal(`${options.journal}.salesforce`) : null;
  const kept = journal?.entries[0];
  const start = kept
    ? v.parse(StartSchema, kept)
    : {
        kind: 'start' as const,
        seed: options.seed ?? USUAL_SEED,
        now: (options.now ?? new Date()).toISOString(),
      };
  if (!kept) journal?.append(start);

  const store = new Store();
  const seeded = seedOrgs(store, start.seed, new Date(start.now));
  const grants = new Grants(store, random(start.seed + 2), (org, alias) => {
    const user = store
      .org(org)
      .all('User')
      .find((item) => item.values.Alias === alias);
    return user?.id ?? '';
  });
  for (const entry of journal?.entries.slice(1) ?? []) store.load(v.parse(LineSchema, entry).changes);
  store.onCommit((changes) =>
    journal?.append({ kind: 'commit', changes: v.parse(v.array(ChangeSchema), changes) }),
  );

  const begun = Date.now();
  const origin = options.now ?? new Date(begun);
  const world: World = {
    store,
    settings: { acme: defaultSettings(), uat: defaultSettings() },
    clock: () => new Date(origin.getTime() + Date.now() - begun),
    newId: ids(store),
  };
  const log = new RequestLog();
  const faults = new Faults();
  const shared = { world, grants, codes: new Codes(), log, faults, closing };
  const bus = new PageBus();
  store.onCommit((changes) => {
    const records = changes.flatMap((change) => (change.kind === 'record' ? [change.record.org] : []));
    for (const portal of new Set(records)) bus.send({ kind: 'changed', portal });
  });
  const files = await assets();
  const identity = identityService(world, grants);
  const apps: Record<string, App> = {};
  for (const info of orgInfos) {
    const api = apiApp(shared, info);
    apps[info.api] = (request, env) => (isIdentity(request) ? identity(request) : api.fetch(request, env));
    // Of the login hosts nothing else is played: people sign in at their org's own.
    apps[loginHost(info)] = (request) =>
      isIdentity(request) ? identity(request) : new Response(null, { status: 404 });
    for (const lightning of [info.lightning, ...pageAliases(info)]) {
      const pages = pagesApp(world, { ...info, lightning }, grants, bus, files);
      apps[lightning] = (request, env) => pages.fetch(request, env);
    }
  }
  return {
    control: control(world, log, faults, grants, seeded, (percent, churn = false) =>
      bus.send({ kind: 'busy', percent, churn }),
    ),
    apps,
    close: () => journal?.close(),
  };
}

/** Ids that go on after the seed's and the journal's. */
function ids(store: Store): World['newId'] {
  const next = new Map<string, number>();
  return (name: OrgName, type: ObjectName) => {
    const org = store.org(name);
    const key = `${name}/${type}`;
    let nth = next.get(key) ?? org.count(type);
    while (org.find(type, nthId(org, type, nth))) nth += 1;
    next.set(key, nth + 1);
    return nthId(org, type, nth);
  };
}
