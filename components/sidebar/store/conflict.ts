// Pure: someone else's change of the record: what of it the rep chooses over their own, and the record as it then stands.
import type { Problem } from '@/lib/problem/problem';
import { allChanges } from '@/lib/qualification';
import type { Draft } from '@/lib/qualification/answers/draft';
import type { FieldChange, Submission } from '@/lib/qualification/plan/submission';
import type { Sheet } from './state';

type Theirs = NonNullable<Problem['theirs']>[number];

/** `mine`: what was to be written; null for what the rep only has to see. `keys`: which chooses theirs, and which mine. */
export type Met = { theirs: Theirs; mine: FieldChange | null; keys: (string | undefined)[] };

/** What met, in the order of the writes; every choice has a digit, as far as they reach. */
export function metBy(submission: Submission, problem: Problem): Met[] {
  const changes = allChanges(submission);
  const theirs = problem.theirs ?? [];
  const place = (one: Theirs) => {
    const at = changes.findIndex(({ field }) => field === one.field);
    return at < 0 ? changes.length : at;
  };
  let next = 1;
  const digit = () => {
    const key = next <= 9 ? String(next) : undefined;
    next += 1;
    return key;
  };
  return [...theirs]
    .sort((a, b) => place(a) - place(b))
    .map((one) => {
      const mine = changes.find(({ field }) => field === one.field) ?? null;
      return { theirs: one, mine, keys: mine ? [digit(), digit()] : [digit()] };
    });
}

/**
 * The sheet after the choice: the record says what the CRM said, so that the review starts from there at once, and
 * `keep` are the fields that stay as others left them. Of a field that met again only the newest choice counts.
 */
export function takenIn(
  { keepTheirs, snapshot, demanded }: Pick<Sheet, 'keepTheirs' | 'snapshot' | 'demanded'>,
  { theirs = [] }: Problem,
  keep: readonly string[],
): Pick<Sheet, 'keepTheirs' | 'snapshot' | 'demanded'> {
  const before = keepTheirs.filter((field) => theirs.every((one) => one.field !== field));
  return {
    keepTheirs: [...new Set([...before, ...keep])],
    demanded: demanded.map((one) => {
      const now = theirs.find(({ field }) => field === one.field);
      return now ? { ...one, value: now.value } : one;
    }),
    snapshot: snapshot && {
      ...snapshot,
      ...ownedNow(snapshot, theirs),
      stages: snapshot.stages.map((stage) => {
        const now = theirs.find(({ field }) => field === stage.field);
        return now ? { ...stage, value: now.value, text: now.text, since: now.at ?? null } : stage;
      }),
    },
  };
}

/** Without what the rep typed into demanded fields where theirs is kept: those then show what the CRM says. */
export function withoutExtra(draft: Draft, fields: readonly string[]): Draft {
  const left = Object.entries(draft.extra).filter(([field]) => !fields.includes(field));
  return { ...draft, extra: Object.fromEntries(left) };
}

/** The rep has seen whose it is now, and goes on. */
function ownedNow({ owner }: NonNullable<Sheet['snapshot']>, theirs: readonly Theirs[]) {
  const now = theirs.find(({ field }) => field === owner?.field);
  return owner && now ? { owner: { ...owner, id: now.value } } : {};
}
