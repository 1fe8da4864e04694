// Whether what is to be written may be written under the name that it would carry. Pure.
import type { StoredConnection } from '@/lib/background/storage/database';
import type { Problem } from '@/lib/problem/problem';
import type { Person } from '@/lib/record/record';

/** Who confirmed it: the person chosen in the connections, and the CRM's user who was signed in, where that is known. */
export type Answerer = { by: Person; as?: Person | undefined };
type Names = NonNullable<Problem['users']>;

const nameOf = (person: Person) => person.name || person.email || person.id;

/** Why this sign-in may not write it; null where it may. `now`: whose the key is, null where that is nobody. */
export function otherUser(
  row: Pick<StoredConnection, 'user' | 'person'>,
  now: Person | null,
  { by, as }: Answerer,
): Problem | null {
  const answered = as ?? row.user;
  if (now && answered && answered.id !== now.id) return problem(answered, now);
  // Left out of the record, as by versions before: then the chosen person alone tells.
  if (by.id !== row.person.id) return problem(by, row.person, 'chosen');
  return ofConnection(row, now);
}

/** Why this sign-in is not the connection's own, however good it is; null where it is. */
export function ofConnection(
  { user }: Pick<StoredConnection, 'user'>,
  now: Person | null,
  as?: Names['as'],
): Problem | null {
  return user && now && user.id !== now.id ? problem(user, now, as) : null;
}

/** Why nothing is taken from whoever has this session now: nobody could say whose it is. */
export function unknownUser({ user, person }: Pick<StoredConnection, 'user' | 'person'>): Problem {
  const users = { answered: nameOf(user ?? person), now: '', as: 'unasked' as const };
  const message = 'Nobody could say whose the sign-in of this browser is. Nothing was taken.';
  return { kind: 'other-user', message, users };
}

function problem(answered: Person, now: Person, as?: Names['as']): Problem {
  const users = { answered: nameOf(answered), now: nameOf(now), ...(as ? { as } : {}) };
  const message = `${users.answered} answered, and ${users.now} is signed in. Nothing was sent.`;
  return { kind: 'other-user', message, users };
}
