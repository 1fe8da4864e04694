// The playbooks that the console can show: the one in use, the built-in ones, and the frameworks to start from.
import { builtins } from '@/lib/playbook/builtin';
import type { Playbook } from '@/lib/playbook/schema';
import { templates } from '@/lib/playbook/templates';

/** own: in use, as the background has it. built-in: can be used. framework: a start for a playbook of one's own. */
export type Kind = 'own' | 'built-in' | 'framework';
export type Shelf = { name: string; kind: Kind; playbooks: readonly Playbook[] };

/** What there is to read, in rows. The one in use has a row of its own only where it isn't built in. */
export function shelves(active: Playbook): Shelf[] {
  const foreign = builtins.every(({ id }) => id !== active.id);
  const own: Shelf = { name: 'In use', kind: 'own', playbooks: [active] };
  return [
    ...(foreign ? [own] : []),
    { name: 'Built in', kind: 'built-in', playbooks: builtins },
    { name: 'Frameworks', kind: 'framework', playbooks: templates },
  ];
}

/** The playbook of this id and what kind it is; the one in use where there is none. */
export function find(active: Playbook, id: string): { playbook: Playbook; kind: Kind } {
  for (const { kind, playbooks } of shelves(active)) {
    const playbook = playbooks.find((one) => one.id === id);
    if (playbook) return { playbook, kind };
  }
  return { playbook: active, kind: 'own' };
}

/** The playbook as the file that a team keeps and changes: its name, and the document itself. */
export function fileOf(playbook: Playbook): { name: string; text: string } {
  return {
    name: `stagecheck-${playbook.id}-${playbook.version}.json`,
    text: `${JSON.stringify(playbook, null, 2)}\n`,
  };
}
