// The console's sections and the page's hash that names one of them.
import { useSyncExternalStore } from 'react';

/** In the order of the navigation, in groups; the team's own pages will stand under "Team". */
export const groups = [
  {
    name: 'This browser',
    sections: [
      { id: 'connections', title: 'Connections' },
      { id: 'mapping', title: 'Stage mapping' },
      { id: 'diagnostics', title: 'Diagnostics' },
    ],
  },
  { name: 'Team', sections: [{ id: 'playbook', title: 'Playbook' }] },
  { name: 'Help', sections: [{ id: 'help', title: 'Keys and privacy' }] },
] as const;

export type SectionId = (typeof groups)[number]['sections'][number]['id'];
const ids: readonly SectionId[] = groups.flatMap((group) => group.sections.map((section) => section.id));

/** '#mapping' to 'mapping', '#connections/crm/account' to 'connections'; what isn't a section becomes the first one. */
export function sectionOf(hash: string): SectionId {
  return ids.find((id) => `#${id}` === hash || hash.startsWith(`#${id}/`)) ?? 'connections';
}

/** What follows the section: the connectionKey of the account to bring into view; '' where none is named. */
export const accountOf = (hash: string): string => hash.replace(/^#[^/]*\/?/, '');

/** The account that the page's address names now. */
export function useAccount(): string {
  return accountOf(useSyncExternalStore(onHash, () => location.hash));
}

/** The section that the page's address names now. */
export function useSection(): SectionId {
  return sectionOf(useSyncExternalStore(onHash, () => location.hash));
}

function onHash(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
