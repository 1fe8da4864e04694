// Who decides by a job title: judged by hand, by rule around each office, and over titles as people typed them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityOf } from '@/lib/qualification/evidence/authority';
import { otherThan, over, titleLists } from '@/lib/qualification/evidence/titles';
import { foundLines } from '../found';
import { foundDeciding, foundUnknown } from './found-titles';
import { decides, decidesNot } from './judged-titles';

const level = (title: string) => authorityOf(title)?.level ?? null;

describe('titles judged by hand', () => {
  it.each(decides)('%s decides', (title) => expect(level(title)).toBe('decides'));
  it.each(decidesNot)('%s does not decide', (title) => expect(level(title)).not.toBe('decides'));

  it.each(['Manager, Analytics', 'Manager of Sales', 'manager compliance'])(
    '%s is read by no list of another language',
    (title) => expect(authorityOf(title)).toBeNull(),
  );
  it('reads a Dutch manager by the Dutch list', () =>
    expect(authorityOf('Manager Inkoop')).toEqual({ level: 'leads', language: 'Dutch' }));
  it('names the list of the longer office where there are two', () =>
    expect(authorityOf('Presidente e Amministratore Delegato')?.language).toBe('Italian'));
});

describe('around each office of each list', () => {
  const office = fc.constantFrom(...titleLists.flatMap(({ decides: all }) => all));
  const seeded = { seed: 14, numRuns: 400 };

  it('is known in any case, with marks around it and another title beside it', () => {
    const mark = fc.constantFrom('', ' ', '"', '.', '!', '★');
    const beside = fc.constantFrom(
      '',
      ' & Speaker',
      ' | author',
      ' / Designer',
      ', data scientist',
      ' (Berlin)',
    );
    fc.assert(
      fc.property(office, mark, mark, beside, fc.boolean(), (title, before, after, more, capitals) => {
        const text = `${before}${capitals ? title.toUpperCase() : title}${after}${more}`;
        expect(level(text), text).toBe('decides');
      }),
      seeded,
    );
  });

  it('is not that of who serves it, had it, stands in for it or denies it', () => {
    const serves = fc.constantFrom(
      ...['Assistant to the ', 'PA to ', 'Office of the ', 'Deputy ', 'Former ', 'Not the ', 'Non-', 'Ex-'],
      ...[
        'Reports to the ',
        'Secretary, ',
        'Right hand to the ',
        'Intern, ',
        'Retired ',
        'Aspiring ',
        'Driver of ',
      ],
    );
    const more = fc.constantFrom('', ' & founder', ' and owner', ', Acme');
    fc.assert(
      fc.property(serves, office, more, (before, title, after) => {
        const text = `${before}${title}${after}`;
        expect(level(text), text).not.toBe('decides');
      }),
      seeded,
    );
    const behind = fc.constantFrom(
      ' (retired)',
      ', former',
      ' - Assistant',
      "'s office",
      ' whisperer',
      ' coach',
    );
    fc.assert(
      fc.property(office, behind, (title, after) => {
        expect(level(`${title}${after}`), `${title}${after}`).not.toBe('decides');
      }),
      seeded,
    );
  });

  it('never decides beside a word that takes it away', () => {
    const word = fc.constantFrom(...otherThan, ...over);
    fc.assert(
      fc.property(office, word, fc.boolean(), (title, other, first) => {
        expect(level(first ? `${other} ${title}` : `${title} ${other}`)).not.toBe('decides');
      }),
      seeded,
    );
  });
});

const found = foundLines('job-titles.txt').map((title) => title.toLowerCase());
const where = found.length === 0 ? '(the list was not found: left out)' : `(${found.length} titles)`;

describe.skipIf(found.length === 0)(`titles as people typed them ${where}`, () => {
  it('lets only those decide that were judged so by hand', () => {
    const told = [...new Set(found.filter((title) => level(title) === 'decides'))].sort();
    expect(told).toEqual([...new Set([...foundDeciding.decides, ...foundDeciding.unclear])].sort());
  });
  it('leaves unknown what was judged to be unknown', () => {
    for (const title of Object.values(foundUnknown).flat()) {
      expect(found, title).toContain(title);
      expect(level(title), title).not.toBe('decides');
    }
  });
});
