// What is drawn for a visit that is made in the real sidebar: what the rep decides, what befalls them, what they press then.
import type { Random } from '../../sandbox/common/random.ts';
import type { FaultName } from '../faults.ts';

/** What the rep does about what they have confirmed. */
export const ways = ['take it back', 'change it', 'try again', 'next record'] as const;
export type Way = (typeof ways)[number];

export type Press = { way: Way; decides: 'stage' | 'outcome'; answers: number };

/** Of so many visits one: of about twelve submissions, where a visit has two on average. */
export const PRESSED = 6;
/** Each has a record of its own, so that nobody but this rep has decided anything there. */
export const PRESSED_MOST = 50;

/** A lost answer in each of its kinds, most of them with a worker that ends as well: alone, much is over before it is read. */
const losses: readonly (readonly FaultName[])[] = [
  ['worker killed'],
  ['worker killed', 'worker killed', 'worker killed'],
  ['network cut'],
  ['page reloaded'],
  ['page reloaded', 'worker killed'],
  ['tab closed'],
  ['dropped before the CRM acted'],
  ['dropped before the CRM acted', 'worker killed'],
  ['dropped after the CRM acted', 'worker killed'],
  ['dropped after the CRM acted', 'network cut'],
  ['503', 'worker killed'],
  ['429'],
  ['403'],
];
/** Of so many one meets a CRM that is silent, which takes its time. */
const SILENT = 12;

export function press(chance: Random): Press {
  return {
    way: chance.pick(ways),
    decides: chance.chance(0.6) ? 'stage' : 'outcome',
    answers: chance.int(1, 3),
  };
}

/** `slow`: whether the CRM may be silent at all. */
export function lossFor(chance: Random, slow: boolean): FaultName[] {
  if (slow && chance.chance(1 / SILENT)) return ['40 s silence, acted after'];
  return [...chance.pick(losses)];
}
