// Finds people by what a rep types: parts of the name or the e-mail address, in any order.
import type { Person } from '@/lib/record/record';

/** People whose name and e-mail together hold every typed word; by name, those whose name starts so first. */
export function searchPeople(people: Person[], typed: string): Person[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const first = words[0] ?? '';
  const rank = (person: Person) => (plain(person.name).startsWith(first) ? 0 : 1);
  return people
    .filter((person) => {
      const text = plain(`${person.name} ${person.email}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.email.localeCompare(b.email));
}

/** Lower case without accents, so that "muller" finds "Müller". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
