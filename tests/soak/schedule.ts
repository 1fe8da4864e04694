// What happens in a run, drawn from its seed before it begins: who sends what, and which faults strike when.
import { type Random, random } from '../sandbox/common/random.ts';
import { browserFaults, type CrmId, type FaultName, requestFaults, slowFaults } from './faults.ts';
import type { Options } from './options.ts';
import { lossFor, PRESSED_MOST, type Press, press } from './pressing/plan.ts';

/** A visit to one record: so many submissions, one after the other or at once. */
export type Visit = {
  number: number;
  crm: CrmId;
  /** Which of the CRM's records; taken modulo their number. */
  record: number;
  submissions: { number: number; seed: number; faults: FaultName[] }[];
  /** Sent without waiting for each other, so that they stand in line. */
  atOnce: boolean;
  /** Made in the sidebar itself, on the record of this number among those that are kept for it; null: sent by messages. */
  press: (Press & { record: number }) | null;
};

/** Of so many submissions one meets a fault of this kind. The browser's own death is rare, for it takes seconds. */
const ONE_IN: Record<(typeof browserFaults)[number], number> = {
  'worker killed': 14,
  'tab closed': 25,
  'page reloaded': 40,
  'network cut': 40,
  'clock jump': 60,
  'browser killed': 110,
};
const REQUESTS = 0.45;
const SILENCES_MOST = 8;

export function schedule({ seed, count, crms, slow, pressed: oneIn }: Options): Visit[] {
  const chance = random(seed);
  const visits: Visit[] = [];
  const pressed: Record<CrmId, number> = { hubspot: 0, salesforce: 0 };
  let made = 0;
  while (made < count) {
    const before = visits.at(-1 - chance.int(0, 2));
    const crm = chance.pick(crms);
    const byHand = chance.chance(1 / oneIn) && pressed[crm] < PRESSED_MOST;
    const size = byHand ? 1 : Math.min(chance.pick([1, 1, 2, 2, 3, 4]), count - made);
    // Two windows on the same record: the visit right before, which another tab is at, is followed to its record.
    const same = before !== undefined && before.crm === crm && chance.chance(0.12);
    visits.push({
      number: visits.length + 1,
      crm,
      record: same ? before.record : chance.int(0, 10_000),
      submissions: Array.from({ length: size }, (_, at) => ({
        number: made + at + 1,
        seed: chance.int(1, 2 ** 30),
        faults: byHand ? lossFor(chance, slow) : faultsFor(chance),
      })),
      atOnce: chance.chance(0.5),
      press: byHand ? { ...press(chance), record: pressed[crm]++ } : null,
    });
    made += size;
  }
  everyKind(visits, chance, slow);
  return visits;
}

function faultsFor(chance: Random): FaultName[] {
  const found: FaultName[] = chance.chance(REQUESTS) ? [chance.pick(requestFaults)] : [];
  for (const name of browserFaults) if (chance.chance(1 / ONE_IN[name])) found.push(name);
  return found;
}

/** Each kind at least once, whatever chance said; the silences only so, for each of them keeps somebody waiting. */
function everyKind(visits: readonly Visit[], chance: Random, slow: boolean): void {
  const all = visits.filter((visit) => !visit.press).flatMap(({ submissions }) => submissions);
  const used = new Set(all.flatMap(({ faults }) => faults));
  const wanted = [...requestFaults, ...browserFaults].filter((name) => !used.has(name));
  const silent = slow
    ? Array.from({ length: SILENCES_MOST }, (_, at) => slowFaults[at % slowFaults.length])
    : [];
  if (all.length === 0) return;
  for (const name of [...wanted, ...silent]) if (name) chance.pick(all).faults.push(name);
}
