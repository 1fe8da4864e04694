// The facts of a snapshot with those that follow from them: target market, authority by title, lead type, last form.
import type { Playbook } from '@/lib/playbook/schema';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { authorityFact } from './authority';
import { lastFormFact, leadTypeFact } from './lead-type';
import { marketFact, marketPartsFact } from './market';

/** Names of facts that no CRM sends. A CRM's own word under such a name would be taken for ours, and is left out. */
export const derivedNames: readonly string[] = [
  'market',
  'market.parts',
  'person.authority',
  'lead.derivedType',
  'web.lastFormKind',
];

/** `now` tells what has happened already. Pure; the snapshot stays as it is. */
export function withDerived(playbook: Playbook, snapshot: Snapshot, now: Date): Fact[] {
  const read = snapshot.facts.filter((fact) => !derivedNames.includes(fact.name));
  const derived = [
    marketFact(playbook, snapshot),
    marketPartsFact(playbook, snapshot),
    authorityFact(read),
    leadTypeFact(read, now),
    lastFormFact(read),
  ];
  return [...read, ...derived.filter((fact) => fact !== null)];
}
