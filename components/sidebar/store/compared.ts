// Pure: what each playbook says of the open record, in groups by stage, the active one first.
import { type Parting, parting } from '@/lib/playbook/compare';
import { plainAnswers } from '@/lib/qualification';
import { type Derived, deriveOne } from './derive';
import type { LoadedPlaybook, Sheet } from './state';

/** `parts`: where it parts from the active playbook, whose view comes first; null where they agree. */
export type Compared = { playbook: LoadedPlaybook; derived: Derived; active: boolean; parts: Parting | null };

/** `name`: the stage as the playbooks of this group call it; null where not even the first stage holds. */
export type Group = { stage: string | null; name: string | null; rows: Compared[] };

/** The rows of all groups, one after the other, are what keys count and walk. */
export function compare(
  active: LoadedPlaybook,
  all: readonly LoadedPlaybook[],
  sheet: Sheet,
  now: Date,
): Group[] {
  const derive = deriveOne(() => now);
  const judge = (playbook: LoadedPlaybook) => {
    const derived = derive(playbook.compiled, sheet.snapshot, sheet.draft);
    const { answered, verdict } = derived;
    return { playbook, derived, compiled: playbook.compiled, answers: plainAnswers(answered), verdict };
  };
  const mine = judge(active);
  const others = all.filter((one) => one.playbook.id !== active.playbook.id).map(judge);
  const groups: Group[] = [];
  for (const one of [mine, ...others]) {
    const { stage } = one.verdict;
    const name = one.playbook.playbook.stages.find(({ id }) => id === stage)?.name ?? null;
    const row = {
      ...{ playbook: one.playbook, derived: one.derived, active: one === mine },
      parts: one === mine ? null : parting(mine, one),
    };
    const group = groups.find((group) => group.stage === stage);
    if (group) group.rows.push(row);
    else groups.push({ stage, name, rows: [row] });
  }
  // The group of the active one stays first; the others stand as its ladder does, highest first.
  const places = active.playbook.stages.map(({ id }) => id);
  const [first, ...rest] = groups;
  const place = ({ stage }: Group) => (stage === null ? -1 : places.indexOf(stage));
  return first ? [first, ...rest.sort((a, b) => place(b) - place(a))] : [];
}
