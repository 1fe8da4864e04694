// The playbook in force: the built-in one that was chosen in this browser, with where it came from.

import { playbookItem } from '@/lib/background/storage/settings';
import { reported } from '@/lib/diagnostics/report';
import { type BuiltinId, builtinIds, isBuiltin } from '@/lib/playbook/builtin/ids';
import { ProblemError } from '@/lib/problem/problem';
import type { ActivePlaybook } from '@/lib/protocol/messages';

/** Reading, checking and hashing a playbook takes a while; each is done once in a worker's life. */
const ready = new Map<BuiltinId, Promise<ActivePlaybook>>();

function activeOf(id: BuiltinId): Promise<ActivePlaybook> {
  const reading = ready.get(id) ?? read(id);
  ready.set(id, reading);
  // What failed is tried again the next time.
  reading.catch(reported('playbooks.active', ready.delete(id)));
  return reading;
}

/** Its schema and its hash are read with the first playbook. */
async function read(id: BuiltinId): Promise<ActivePlaybook> {
  const { readBuiltin } = await import('./builtin-file');
  return { ...(await readBuiltin(id)), origin: 'Built in' };
}

/** The chosen playbook; the default where nothing was chosen, or what was is gone. Rejects where it can't be read. */
export async function activePlaybook(): Promise<ActivePlaybook> {
  const chosen = await playbookItem.getValue();
  return activeOf(isBuiltin(chosen) ? chosen : 'default');
}

/** All built-in playbooks, the default first. Rejects where one can't be read. */
export function builtinPlaybooks(): Promise<ActivePlaybook[]> {
  return Promise.all(builtinIds.map(activeOf));
}

/**
 * Uses the built-in playbook of this id from now on. Rejects with ProblemError where there is none. `still` throws where it
 * is not to be remembered any more.
 */
export async function choosePlaybook(
  id: string,
  still: () => void = () => undefined,
): Promise<ActivePlaybook> {
  if (!isBuiltin(id)) {
    const message = 'This version of Stagecheck has no such playbook. Nothing was changed.';
    throw new ProblemError({ kind: 'unexpected', message });
  }
  const active = await activeOf(id);
  still();
  await playbookItem.setValue(id);
  return active;
}

/** The facts of a team's own fields in this CRM that the playbook asks for (hubspot:contacts.my_field). */
export async function ownFacts(crm: string): Promise<string[]> {
  const { playbook } = await activePlaybook();
  const names = playbook.criteria.flatMap((criterion) => criterion.evidence.map((rule) => rule.fact));
  return [...new Set(names)].filter((name) => name.startsWith(`${crm}:`));
}
