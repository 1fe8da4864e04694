// The keys of the sandbox's portals: made from the seed when it starts, each with its scopes and its state.
import type { Random } from '../common/random';
import type { Author } from './world';

const objects = ['contacts', 'companies', 'deals', 'leads'];
const readScopes = [
  ...objects.map((name) => `crm.objects.${name}.read`),
  'crm.objects.owners.read',
  ...['contacts', 'companies', 'deals'].map((name) => `crm.schemas.${name}.read`),
];
const writeScopes = [
  ...objects.map((name) => `crm.objects.${name}.write`),
  ...['contacts', 'companies', 'deals'].map((name) => `crm.schemas.${name}.write`),
];
const all = [...readScopes, ...writeScopes, 'sales-email-read', 'files', 'oauth'];
const without = (...parts: string[]) => all.filter((scope) => !parts.some((part) => scope.includes(part)));

export const keyNames = [
  'full',
  'usual',
  'noDeals',
  'noOwners',
  'noLeads',
  'noSchemas',
  'noCompanies',
  'noEmails',
  'readOnly',
  'expired',
  'revoked',
  'otherPortal',
] as const;
export type KeyName = (typeof keyNames)[number];

export type Key = {
  name: KeyName;
  portal: string;
  scopes: string[];
  state: 'good' | 'expired' | 'revoked';
  appId: number;
  /** As the admin called it. */
  app: string;
};

const scopesOf: Record<KeyName, string[]> = {
  full: all,
  // What a careful admin grants: everything but changing schemas, leads and files.
  usual: without(
    '.schemas.contacts.write',
    '.schemas.companies.write',
    '.schemas.deals.write',
    '.leads.',
    'files',
  ),
  noDeals: without('.deals.'),
  noOwners: without('.owners.'),
  noLeads: without('.leads.'),
  noSchemas: without('.schemas.'),
  noCompanies: without('.companies.'),
  noEmails: without('sales-email'),
  readOnly: without('.write'),
  expired: all,
  revoked: all,
  otherPortal: all,
};

/** Who writes with a key, as HubSpot tells it: the app by its id and its name, and nobody in person. */
export const authorOf = ({ appId, app }: Key): Author => ({
  sourceType: 'INTEGRATION',
  sourceId: String(appId),
  sourceLabel: app,
});

/** All keys by name, and what each may do. */
export class KeyRing {
  readonly #keys = new Map<string, Key>();
  readonly values: Record<KeyName, string>;

  constructor(random: Random, portals: { main: string; other: string }) {
    const make = (name: KeyName) => {
      const value = `pat-na1-${random.uuid()}`;
      const state = name === 'expired' || name === 'revoked' ? name : 'good';
      const portal = name === 'otherPortal' ? portals.other : portals.main;
      const appId = 3_000_000 + random.int(0, 999_999);
      this.#keys.set(value, { name, portal, state, appId, app: 'Stagecheck', scopes: [...scopesOf[name]] });
      return value;
    };
    this.values = {
      full: make('full'),
      usual: make('usual'),
      noDeals: make('noDeals'),
      noOwners: make('noOwners'),
      noLeads: make('noLeads'),
      noSchemas: make('noSchemas'),
      noCompanies: make('noCompanies'),
      noEmails: make('noEmails'),
      readOnly: make('readOnly'),
      expired: make('expired'),
      revoked: make('revoked'),
      otherPortal: make('otherPortal'),
    };
  }

  /** The key of a header's value, or null. */
  find(value: string): Key | null {
    return this.#keys.get(value) ?? null;
  }

  /** A key by its name, to change its scopes or its state while the sandbox runs. */
  named(name: KeyName): Key {
    const key = this.#keys.get(this.values[name]);
    if (!key) throw new Error(`No key is named ${name}.`);
    return key;
  }

  /** A text in which every key is replaced by its name, so that it can be kept in a log. */
  redact(text: string): string {
    let out = text;
    for (const [value, key] of this.#keys) out = out.replaceAll(value, `[key ${key.name}]`);
    return out;
  }
}
