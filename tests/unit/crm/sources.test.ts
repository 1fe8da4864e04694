// Where a lead came from, by the words of real orgs and of HubSpot: as judged by hand, or unknown.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { sourceKind as hubspotKind } from '@/lib/crm/hubspot/read/source';
import { sourceKind } from '@/lib/crm/salesforce/read/source';
import { judgedSources } from './judged-sources';

const Picklists = v.record(v.string(), v.record(v.string(), v.array(v.object({ value: v.string() }))));
/** Picklists of real orgs, where they are present: they are nobody's to copy. */
const file = resolve(import.meta.dirname, '../../../../shared/data/salesforce-picklists.json');
const found = [
  file,
  resolve(import.meta.dirname, '../../../../../shared/data/salesforce-picklists.json'),
].find(existsSync);

describe('a lead source', () => {
  it.each(Object.entries(judgedSources))('is %s as judged', (kind, names) => {
    const wrong = names.filter((name) => (sourceKind(name) ?? '') !== kind);
    expect(wrong.map((name) => `${name}: ${sourceKind(name)}`)).toEqual([]);
  });
  it.skipIf(found === undefined)(
    'of a real org was judged (skipped where their picklists are not present)',
    () => {
      const orgs = v.parse(Picklists, JSON.parse(readFileSync(found ?? '', 'utf8')));
      const values = Object.values(orgs).flatMap(({ LeadSource = [] }) =>
        LeadSource.map(({ value }) => value),
      );
      const judged = Object.values(judgedSources).flat();
      expect(values.length).toBeGreaterThan(100);
      expect([...new Set(values)].filter((one) => !judged.includes(one))).toEqual([]);
    },
  );
});

describe('a source of HubSpot', () => {
  it.each([
    ['ORGANIC_SEARCH', '', 'inbound'],
    ['DIRECT_TRAFFIC', '', 'inbound'],
    ['REFERRALS', 'blog.example', 'inbound'],
    ['AI_REFERRALS', 'chat.example', 'inbound'],
    ['PAID_SEARCH', '', 'paid'],
    ['PAID_SOCIAL', 'LinkedIn', 'paid'],
    ['SOCIAL_MEDIA', 'LinkedIn', 'social'],
    ['EMAIL_MARKETING', '', 'response'],
    ['OTHER_CAMPAIGNS', '', 'other'],
    ['OFFLINE', 'IMPORT', 'list'],
    ['OFFLINE', 'FORM', 'inbound'],
    ['OFFLINE', 'CONVERSATIONS', 'inbound'],
    ['OFFLINE', 'BOTS', 'inbound'],
    ['OFFLINE', 'ANALYTICS', 'inbound'],
    ['OFFLINE', 'ADS', 'paid'],
    ['OFFLINE', 'CRM_UI', null],
    ['OFFLINE', 'CONTACTS', null],
    ['OFFLINE', 'API', null],
    ['OFFLINE', 'INTEGRATION', null],
    ['OFFLINE', 'SALESFORCE', null],
    ['OFFLINE', 'EXTENSION', null],
    ['OFFLINE', 'BATCH_UPDATE', null],
    ['OFFLINE', '', null],
    ['', '', null],
  ])('%s %s', (source, first, kind) => expect(hubspotKind(source, first, '')).toBe(kind));
});
