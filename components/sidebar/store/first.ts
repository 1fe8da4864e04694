// Pure: why a person of a list comes first, by what the rep has open of them, else by what the background knew.
import type { Member } from '@/lib/crm/shared/crm';
import { type FirstMark, firstMark, flagsOf } from '@/lib/playbook/first';
import type { Derive } from './derive';
import type { LoadedPlaybook, Sheet } from './state';

/** null where nothing puts them first, or the rep has let them go or set them aside. */
export function firstNow(
  member: Member,
  sheet: Sheet | undefined,
  playbook: LoadedPlaybook | null,
  derive: Derive,
): FirstMark | null {
  if (!sheet?.snapshot || playbook === null) return member.first ?? null;
  if (sheet.draft?.decision?.kind === 'outcome') return null;
  const { verdict } = derive(playbook.compiled, sheet.snapshot, sheet.draft);
  return firstMark(playbook.playbook, flagsOf(verdict));
}
