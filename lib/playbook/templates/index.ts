// The frameworks that a team can start its own playbook from.
import type { Playbook } from '../schema';
import { anum } from './anum';
import { bant } from './bant';
import { champ } from './champ';
import { faint } from './faint';
import { gpctba } from './gpctba';
import { meddpicc } from './meddpicc';
import { spiced } from './spiced';

/** Each a whole playbook: to be looked at, saved as a file, and changed. */
export const templates: readonly Playbook[] = [bant, champ, anum, faint, meddpicc, spiced, gpctba];
