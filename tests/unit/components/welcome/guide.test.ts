// What the welcome page and the admin's guide tell about scopes is the same; the check of a key looks for these.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { purposeSentence } from '@/components/welcome/guide';
import { contactsUrl } from '@/lib/crm/hubspot/page/address';
import { guide } from '@/lib/crm/hubspot/setup/guide';

const told = guide.scopes.map(({ scope, need, purpose }) => ({ scope, need, purpose }));

describe('the guide', () => {
  it('is told in docs/hubspot-setup.md too, each scope with its purpose', () => {
    const doc = readFileSync('docs/hubspot-setup.md', 'utf8').replaceAll("'", '’');
    for (const { scope, purpose } of told) {
      expect(doc).toMatch(new RegExp(`^\\| \`${scope}\` \\| .*${purpose.replace('to ', '')}`, 'im'));
    }
    const named = doc.match(/`(?:crm\.[a-z.]+|[a-z-]+-read)`/g) ?? [];
    expect(new Set(named)).toEqual(new Set(told.map(({ scope }) => `\`${scope}\``)));
  });

  it('makes a sentence of a purpose', () => {
    expect(purposeSentence('to read it')).toBe('To read it.');
    expect(purposeSentence('')).toBe('');
  });

  it('puts nothing but an account into the address of its contacts', () => {
    expect(contactsUrl('1/../x?y')).toBe('https://app.hubspot.com/contacts/1%2F..%2Fx%3Fy');
  });
});
