// Bounds every text of a problem, and takes out what reads like a secret: the one place, wherever a problem comes from. Pure.
import type { Problem } from './schema';

/** Of a name, a label, an id, a scope. */
export const SHORT_MOST = 300;
/** Of sentences and addresses. */
export const LONG_MOST = 2_000;
/** Of a value that the next try is compared with: more than any CRM keeps in a field. */
export const VALUE_MOST = 200_000;

const same = (text: string): string => text;
const INSTEAD = '[taken out]';

/** Letters and digits without a break. An id of a record is shorter or has digits alone; UUIDs have dashes. */
const RUN = /[A-Za-z\d]{20,10000}/g;
const PIECE = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;

/** Names of fields and flows have words in them, and few numbers: their pieces are long. Chance makes short ones. */
function looksRandom(run: string): boolean {
  if (!/\d/.test(run) || !/[A-Za-z]/.test(run)) return false;
  // Hexadecimal writing of letters has long pieces of digits, and no name is made of these letters alone.
  if (/^[\da-f]+$/i.test(run)) return true;
  return run.length / (run.match(PIECE)?.length ?? 1) < 4;
}

/** The text without the runs that nobody needs to read, and that could be a key, a token or a part of one. */
export const withoutRuns = (text: string): string =>
  text.replace(RUN, (run) => (looksRandom(run) ? INSTEAD : run));

/** No longer than that, with an ellipsis where something was cut; no sign is cut in two. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * The problem as it may be kept and shown. `clean` takes out what is known to be secret, before anything is cut; `shown`
 * what has no place in words for a person.
 * Addresses, hosts and compared values keep their runs: they must stay as they are to be of use.
 */
export function toldProblem(one: Problem, clean = same, shown = same): Problem {
  // What lies far beyond the bound is not even looked at: some text has ten million signs.
  const exact = (text: string, most = SHORT_MOST) => cut(clean(text.slice(0, most * 4)), most);
  const safe = (text: string, most: number) => cut(withoutRuns(shown(clean(text.slice(0, most * 4)))), most);
  const name = (text: string) => safe(text, SHORT_MOST);
  const words = (text: string) => safe(text, LONG_MOST);
  const { scopes, fields, theirs, lastChange, accounts, standing, mergedInto, became, duplicates } = one;
  const { barred, usedUp, supportId, users } = one;
  return {
    ...one,
    message: words(one.message),
    ...(scopes && { scopes: scopes.slice(0, 20).map(name) }),
    ...(fields && {
      fields: fields.slice(0, 100).map((field) => ({
        field: name(field.field),
        label: name(field.label),
        message: words(field.message),
      })),
    }),
    ...(theirs && {
      theirs: theirs.slice(0, 100).map((their) => ({
        ...their,
        field: exact(their.field),
        value: exact(their.value, VALUE_MOST),
        text: name(their.text),
        ...(their.label !== undefined && { label: name(their.label) }),
        ...(their.was !== undefined && { was: exact(their.was, VALUE_MOST) }),
        ...(their.by !== undefined && { by: name(their.by) }),
        ...(typeof their.at === 'string' && { at: exact(their.at) }),
      })),
    }),
    ...(lastChange && {
      lastChange: { by: name(lastChange.by), at: lastChange.at === null ? null : exact(lastChange.at) },
    }),
    ...(accounts && { accounts: { page: exact(accounts.page), key: exact(accounts.key) } }),
    ...(standing !== undefined && { standing: words(standing) }),
    ...(mergedInto !== undefined && { mergedInto: exact(mergedInto) }),
    ...(became && { became: { name: name(became.name), url: exact(became.url, LONG_MOST) } }),
    ...(duplicates && {
      duplicates: {
        mayAllow: duplicates.mayAllow,
        records: duplicates.records.slice(0, 20).map((record) => ({
          object: exact(record.object),
          id: exact(record.id),
          ...(record.name !== undefined && { name: name(record.name) }),
          ...(record.url !== undefined && { url: exact(record.url, LONG_MOST) }),
        })),
      },
    }),
    ...(barred !== undefined && { barred: exact(barred) }),
    ...(usedUp !== undefined && { usedUp: words(usedUp) }),
    ...(supportId !== undefined && { supportId: name(supportId) }),
    ...(users && {
      users: { ...users, answered: name(users.answered), now: name(users.now) },
    }),
  };
}
