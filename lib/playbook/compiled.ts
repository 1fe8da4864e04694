// A playbook that was checked, with what every evaluation needs looked up once.
import type { CriteriaIndex } from './criteria-index';
import type { Ready } from './prepared';
import type { Playbook } from './schema';

export type Compiled = CriteriaIndex & {
  playbook: Playbook;
  /** Of the whole content; see hash.ts. */
  hash: string;
  /** Its rules as functions. */
  ready: Ready;
};
