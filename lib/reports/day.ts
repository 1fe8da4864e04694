// A rep's day, counted: conversations by the stage that they reached, and by what they left unknown.
import { criteriaOf } from '../playbook/rules';
import type { Playbook } from '../playbook/schema';

/** One piece of work on a record. `record`: its key. `at`: ISO time. `stage`: a stage's or an outcome's id; null: none. */
export type Worked = { record: string; at: string; stage: string | null; unknown: readonly string[] };

/** From the first moment of a day up to the first of the next one, both ISO times. */
export type DayRange = { from: string; to: string };

/** `id` null: no stage yet. */
export type Bar = { id: string | null; label: string; count: number };

/**
 * `conversations`: records worked on. `stages`: one bar for each of the playbook's, in its order, then the outcomes
 * and others that happened. `unknown`: criteria that the stages ask for, most often unknown first.
 */
export type Day = { conversations: number; stages: Bar[]; unknown: Bar[] };

/** The day that `now` is in, as this machine's own calendar has it; 23 or 25 hours long where the clock changes. */
export function localDay(now: Date): DayRange {
  const at = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return { from: at(0).toISOString(), to: at(1).toISOString() };
}

/** Whether a time lies in the range. Times in other spellings than the range's are compared as times. */
export function within(range: DayRange, at: string): boolean {
  const time = Date.parse(at);
  return time >= Date.parse(range.from) && time < Date.parse(range.to);
}

type Named = Pick<Playbook, 'stages' | 'outcomes' | 'criteria'>;

/** Counts what was worked on in the range. A record worked on twice counts once, with its newest. */
export function countDay(worked: readonly Worked[], range: DayRange, playbook: Named): Day {
  const newest = new Map<string, Worked>();
  for (const one of worked) {
    const held = newest.get(one.record);
    if (within(range, one.at) && !(held && Date.parse(held.at) >= Date.parse(one.at)))
      newest.set(one.record, one);
  }
  const records = [...newest.values()];
  const asked = new Set(playbook.stages.flatMap(({ rule }) => criteriaOf(rule)));
  const unknown = tally(records.flatMap((one) => [...new Set(one.unknown)].filter((id) => asked.has(id))));
  return {
    conversations: records.length,
    stages: stageBars(tally(records.map(({ stage }) => stage)), playbook),
    unknown: playbook.criteria
      .flatMap(({ id, label }) => ({ id, label, count: unknown.get(id) ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

function stageBars(counts: Map<string | null, number>, { stages, outcomes }: Named): Bar[] {
  const bar = (id: string | null, label: string): Bar => ({ id, label, count: counts.get(id) ?? 0 });
  const known = new Set<string | null>([...stages, ...outcomes].map(({ id }) => id));
  // Of a playbook that was in force before: told by its id, rather than not at all.
  const others = [...counts.keys()].filter((id) => !known.has(id));
  return [
    ...stages.map(({ id, name }) => bar(id, name)),
    ...outcomes.filter(({ id }) => counts.has(id)).map(({ id, name }) => bar(id, name)),
    ...others.map((id) => bar(id, id ?? 'No stage yet')),
  ];
}

function tally<T>(all: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
