// The people who sell in the sandbox's portals.
import type { Owner } from '../model';

const rows: [string, string, string][] = [
  ['Lena', 'Brandt', 'Mid-market'],
  ['Marcus', 'Oyelaran', 'Mid-market'],
  ['Sofia', 'Marchetti', 'Enterprise'],
  ['Tomasz', 'Zieliński', 'Enterprise'],
  ['Priya', 'Raman', 'Inbound'],
  ['Jack', 'O’Sullivan', 'Inbound'],
  ['Chloé', 'Dubois', 'Mid-market'],
  ['Haruto', 'Sakamoto', 'Enterprise'],
  ['Amira', 'Haddad', 'Inbound'],
  ['Erik', 'Lindqvist', 'Partners'],
  ['Beatriz', 'Carvalho', 'Partners'],
  ['Daniel', 'Weiss', 'Mid-market'],
];

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase();

/** The team, and one colleague who has left. */
export function owners(domain: string, first: number, count = rows.length): Owner[] {
  const present = rows.slice(0, count).map(([firstName, lastName, team], index) => ({
    id: String(first + index * 13),
    userId: 4_700_000 + index,
    email: `${plain(firstName)}.${plain(lastName)}@${domain}`,
    firstName,
    lastName,
    team,
    archived: false,
  }));
  const left = {
    id: String(first - 1),
    userId: 4_600_001,
    email: `olaf.gone@${domain}`,
    firstName: 'Olaf',
    lastName: 'Gone',
    team: 'Inbound',
    archived: true,
  };
  return [...present, left];
}
