// A fact is a filler by what its field holds: a state's code, a number, a picklist's value that real orgs have is none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isFiller } from '@/lib/qualification/evidence/filler-fact';
import { isPlaceholder } from '@/lib/qualification/evidence/placeholder';
import { fact } from '../fixture';
import { dataFolder, foundLines } from '../found';

describe('a fact', () => {
  it.each([
    ...[fact('company.state', 'ND'), fact('company.state', 'NC'), fact('company.state', 'SD')],
    ...[fact('company.employees', 123), fact('company.employees', '12345'), fact('company.name', 'HP')],
    ...[fact('hubspot:contacts.seats', '12345'), fact('salesforce:Lead.Ownership__c', 'Private')],
    ...[fact('person.email', 'ann@example.com'), fact('company.domain', 'acme.example')],
  ])('says something: $name $value', (one) => expect(isFiller(one)).toBe(false));

  it.each([
    ...[
      fact('person.title', '12345'),
      fact('person.title', '{{contact.jobtitle}}'),
      fact('company.country', 'NA'),
    ],
    ...[
      fact('company.name', 'Unknown Company'),
      fact('company.name', 'Privat'),
      fact('company.employees', 99_999),
    ],
    ...[fact('company.industry', '--None--'), fact('company.industry', 'OTHER_1', null, '[not provided]')],
    ...[fact('person.phone', '0000000000'), fact('hubspot:contacts.vendor', 'nicht bekannt')],
    fact('person.email', 'noemail@noemail.com'),
  ])('fills its field: $name $value', (one) => expect(isFiller(one)).toBe(true));
});

const Picklists = v.record(v.string(), v.record(v.string(), v.array(v.object({ value: v.string() }))));
const folder = dataFolder();
const said = folder
  ? 'what real orgs and people wrote'
  : 'what real orgs and people wrote (not found: left out)';

describe.skipIf(folder === null)(said, () => {
  it('is a filler nowhere but where a list says that there is none, or no firm', () => {
    if (folder === null) return;
    const text = readFileSync(join(folder, 'salesforce-picklists.json'), 'utf8');
    const orgs = Object.values(v.parse(Picklists, JSON.parse(text)));
    const values = new Set(
      orgs.flatMap((org) =>
        Object.values(org)
          .flat()
          .map(({ value }) => value),
      ),
    );
    expect([...values].filter((one) => isPlaceholder(one))).toEqual(['Private Person', 'None']);
  });
  it('nor is a job title', () => {
    expect(foundLines('job-titles.txt').filter((one) => isPlaceholder(one))).toEqual([]);
  });
});
