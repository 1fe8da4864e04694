// Whose answers a draft holds, where the record is no person itself: an opportunity's primary contact may change.

import { sameRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import type { Draft } from '../answers/draft';

type Whom = NonNullable<Draft['about']>;

/** The person that the record's answers are about now; null for people, and where nobody is named. */
function aboutNow(snapshot: Snapshot | null): Whom | null {
  return snapshot?.about ? { ref: snapshot.about.ref, name: snapshot.about.name } : null;
}

/** The draft, saying of whom it speaks from its first answer on. `anew`: as of now, whatever it said before. */
export function givenAbout(draft: Draft, snapshot: Snapshot | null, anew = false): Draft {
  const now = aboutNow(snapshot);
  return now && (anew || !draft.about) ? { ...draft, about: now } : draft;
}

/** Whom the rep's answers were about, where the record has since come to be about someone else; otherwise null. */
export function aboutAnother(
  draft: Draft | null,
  snapshot: Snapshot | null,
): { before: Whom; after: Whom } | null {
  const now = snapshot?.complete ? aboutNow(snapshot) : null;
  if (!now || !draft?.about || Object.keys(draft.answers).length === 0) return null;
  return sameRef(draft.about.ref, now.ref) ? null : { before: draft.about, after: now };
}
