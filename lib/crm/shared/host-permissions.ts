// Hosts that the browser has to be asked for before an account can be used: which, told as data. Pure.

/**
 * Hosts that the manifest can't name without naming far more: the account says which. Data, because a page has to ask
 * for them from the click itself, with no time to ask the background first.
 */
export type Reach = {
  /** The question of the sign-in whose answer tells the account's host. */
  field: string;
  /** Source of a regular expression for such an account's host or address, lower case. Nothing is asked where it doesn't match. */
  host: string;
  /** Match patterns, with $1, $2, ... for the expression's groups. */
  origins: readonly string[];
};

/** What the browser is asked for, from a click. */
export type Ask = { permissions: ('cookies' | 'scripting')[]; origins: string[] };

/** The origins that an account's host, or whatever was typed for it, asks for; [] where the manifest's own do. */
export function originsIn(reach: Reach | null | undefined, host: string): string[] {
  const found = reach && new RegExp(reach.host).exec(host.trim().toLowerCase());
  if (!found) return [];
  return reach.origins.map((one) => one.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? ''));
}

/** The question for these origins; null where there is none to ask. scripting: to run in their pages. */
export function askFor(origins: string[]): Ask | null {
  return origins.length === 0 ? null : { permissions: ['scripting'], origins };
}

/** "https://acme.example/*" as people say it: acme.example. */
export const hostOf = (origin: string): string => origin.replace(/^https:\/\//, '').replace(/\/\*$/, '');
