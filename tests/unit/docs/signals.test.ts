// docs/signals.md says what the code reads now, with a row for every shared fact.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyFactProperties, contactFactProperties } from '@/lib/crm/hubspot/read/facts';
import { sharedFacts } from '@/lib/record/facts';
import { signalsPage } from './signals-page';
import { where } from './signals-where';

const docs = resolve(import.meta.dirname, '../../../docs');

describe('docs/signals.md', () => {
  it('is up to date (npx vitest -u --project unit tests/unit/docs writes it anew)', async () => {
    await expect(signalsPage()).toMatchFileSnapshot(`${docs}/signals.md`);
  });
  it('has a row for each shared fact, that says where it is from', () => {
    const page = signalsPage();
    for (const name of Object.keys(sharedFacts)) expect(page, name).toContain(`\`${name}\` |`);
    for (const [name, [hubspot, salesforce]] of Object.entries(where))
      expect(`${hubspot}${salesforce}`, name).not.toBe('');
  });
  it('names the HubSpot properties that are asked for', () => {
    const named = Object.values(where).flatMap(([hubspot]) =>
      [...hubspot.matchAll(/`(\w+)`/g)].map(([, one]) => one),
    );
    const asked = [...contactFactProperties, ...companyFactProperties, 'hs_lead_label', 'hs_lead_type'];
    for (const property of named) expect(asked).toContain(property);
    for (const property of contactFactProperties.filter((one) => !/_data_[12]$/.test(one)))
      expect(named).toContain(property);
  });
});
