// Finding oneself among the owners.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPeople } from '@/components/shared/person-search';
import { people } from './fixtures';

const found = (typed: string) => searchPeople(people, typed).map((person) => person.name);

describe('searchPeople', () => {
  it.each([
    ['', ['Ann Meyer', 'Björn Åkesson', 'Carla Gómez', 'Dana Meyers']],
    ['mey', ['Ann Meyer', 'Dana Meyers']],
    ['meyer ann', ['Ann Meyer']],
    ['GOMEZ', ['Carla Gómez']],
    ['akesson bj', ['Björn Åkesson']],
    ['dana@', ['Dana Meyers']],
    ['da', ['Dana Meyers']],
    ['nobody', []],
  ])('%j', (typed, names) => expect(found(typed)).toEqual(names));

  it('gives only people who were there, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const names = found(typed);
        expect(new Set(names).size).toBe(names.length);
        expect(people.map((person) => person.name)).toEqual(expect.arrayContaining(names));
      }),
    );
  });
});
