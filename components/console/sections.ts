// The console's sections and the page's hash that names one of them.
import { useSyncExternalStore } from 'react';

/** In the order of the navigation, in groups; the team's own pages will stand under "Team". */
export const groups = [
  {
    name: 'This browser',
    sections: [
      { id: 'connections', title: 'Connections' },
      { id: 'mapping', title: 'Stage mapping' },
    ],
  },
  { name: 'Team', sections: [{ id: 'playbook', title: 'Playbook' }] },
  { name: 'Help', sections: [{ id: 'help', title: 'Keys and privacy' }] },
] as const;

export type SectionId = (typeof groups)[number]['sections'][number]['id'];
const ids: readonly SectionId[] = groups.flatMap((group) => group.sections.map((section) => section.id));

/** '#mapping' to 'mapping'; what isn't a section becomes the first one. */
export function sectionOf(hash: string): SectionId {
  return ids.find((id) => `#${id}` === hash) ?? 'connections';
}

/** The section that the page's address names now. */
export function useSection(): SectionId {
  return sectionOf(useSyncExternalStore(onHash, () => location.hash));
}

function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
