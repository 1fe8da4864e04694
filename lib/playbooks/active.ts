// The playbook in force, compiled once, with where it came from. For now the built-in one.
import type { ActivePlaybook } from '@/lib/messages';
import { compile } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';

let active: ActivePlaybook | null = null;

/** Rejects with PlaybookError where the playbook can't be compiled. */
export async function activePlaybook(): Promise<ActivePlaybook> {
  if (!active) {
    const { playbook, hash } = compile(defaultPlaybook);
    active = { playbook, hash, origin: 'Built in' };
  }
  return active;
}

/** The facts of a team's own fields in this CRM that the playbook asks for (hubspot:contacts.my_field). */
export async function ownFacts(crm: string): Promise<string[]> {
  const { playbook } = await activePlaybook();
  const names = playbook.criteria.flatMap((criterion) => criterion.evidence.map((rule) => rule.fact));
  return [...new Set(names)].filter((name) => name.startsWith(`${crm}:`));
}
