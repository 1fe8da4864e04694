// Checks a playbook and looks up once what every evaluation needs.
import type { Compiled } from './compiled';
import { orderOf } from './criteria-index';
import { hashPlaybook } from './hash';
import { lint } from './lint';
import { prepare } from './prepared';
import type { Playbook } from './schema';

/** A playbook that can't be used. `problems` are readable sentences that name the place. */
export class PlaybookError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The playbook can't be used. ${problems.join('. ')}.`);
    this.name = 'PlaybookError';
  }
}

/** Makes a playbook ready for evaluate. Throws PlaybookError when lint finds errors. */
export function compile(playbook: Playbook): Compiled {
  const errors = lint(playbook).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new PlaybookError(errors.map(({ where, text }) => `${where}: ${text}`));
  return compileChecked(playbook, hashPlaybook(playbook));
}

/**
 * The same for a playbook that was checked already, under the hash that it then got: a page that has both from the
 * background needs neither the checks nor the hashing.
 */
export function compileChecked(playbook: Playbook, hash: string): Compiled {
  const byId = new Map(playbook.criteria.map((criterion) => [criterion.id, criterion]));
  const order = orderOf(playbook);
  return { playbook, hash, byId, order, ready: prepare(playbook, { byId, order }) };
}
