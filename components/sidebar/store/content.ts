// Pure: what a review says will be written, as one text: as long as it is the same, nothing to be read has changed.

import type { Derived } from './derive';
import type { SheetPlan } from './planning';
import type { ReviewData, Sheet } from './state';

/**
 * Another text for another record, and for anything else that would be written or is said about it. The time of day is
 * not in it, so that a minute that passes changes nothing; of the note's record, all that it is made of is.
 */
export function contentOf(
  { ref, snapshot, keepTheirs }: Sheet,
  { note, ...plan }: SheetPlan,
  { answered, verdict }: Derived,
  { person }: ReviewData,
): string {
  const { playbook, stage } = verdict;
  const record = [ref, snapshot?.name, snapshot?.owner, snapshot?.company?.name, keepTheirs];
  return JSON.stringify([...record, plan, note.text, answered, playbook, stage, person]);
}
