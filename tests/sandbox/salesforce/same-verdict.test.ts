// The same person in both CRMs gets the same verdict from the same playbook, from the same signs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession as openHubSpot } from '@/lib/crm/hubspot/session';
import { openSession as openSalesforce } from '@/lib/crm/salesforce/session';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { compile, evaluate } from '@/lib/playbook';
import { defaultPlaybook } from '@/lib/playbook/builtin/default';
import { answered, plainAnswers } from '@/lib/qualification';
import { withDerived } from '@/lib/qualification/evidence/derived';
import type { RecordRef } from '@/lib/record/record';
import type { Fact } from '@/lib/record/snapshot';
import { type Sandbox, startSandbox } from '../server';

const compiled = compile(defaultPlaybook);
let sandbox: Sandbox;
let sessions: { hubspot: CrmSession; salesforce: CrmSession };
beforeAll(async () => {
  sandbox = await startSandbox();
  const { hubspot, salesforce } = sandbox;
  hubspot.settings.rateLimit = { max: 100_000, intervalMs: 1000 };
  hubspot.settings.searchesPerSecond = 100_000;
  const parts = {
    fetch: sandbox.fetch,
    sleep: async () => undefined,
    random: () => 0.5,
    timeoutMs: 20_000,
    now: hubspot.now,
  };
  sessions = {
    hubspot: openHubSpot({ key: hubspot.keys.full, account: hubspot.portals.main }, parts),
    salesforce: openSalesforce({ key: salesforce.tokens.lena, account: salesforce.orgs.acme.api }, parts),
  };
});
afterAll(() => sandbox.close());

async function verdictOn(session: CrmSession, ref: RecordRef) {
  const snapshot = await session.read(ref, () => undefined);
  const now = sandbox.hubspot.now();
  const all = answered(defaultPlaybook, snapshot, null, now);
  const { stage, stages, outcomes, labels } = evaluate(compiled, plainAnswers(all));
  return { stage, stages, outcomes, labels, signs: signsIn(withDerived(defaultPlaybook, snapshot, now)) };
}

/** What both CRMs can hold of what has happened, with the day on which it did. */
const SHARED = [
  'engagement.lastInboundCallAt',
  'engagement.lastConnectedCallAt',
  'engagement.lastUnansweredCallAt',
  'engagement.lastMeetingMissedAt',
  'engagement.lastIncomingMessageAt',
  'engagement.lastMessageAt',
  'web.lastFormAt',
  'web.firstFormAt',
  'web.lastFormName',
  'web.firstFormName',
  'event.lastRegisteredAt',
  'person.authority',
  'lead.derivedType',
  'source.kind',
];
const signsIn = (facts: Fact[]) =>
  facts
    .filter(({ name }) => SHARED.includes(name))
    .map(({ name, value }) => `${name} ${String(value).replace(/T.*Z$/, '')}`)
    .sort();

test('over at least 200 people', { timeout: 120_000 }, async () => {
  const { hubspot, salesforce } = sandbox;
  const pairs = salesforce.pairs.filter((pair) => pair.differs.length === 0);
  expect(pairs.length).toBeGreaterThanOrEqual(200);
  const seen = new Set<string | null>();
  for (const pair of pairs) {
    const [there, here] = await Promise.all([
      verdictOn(sessions.hubspot, {
        crm: 'hubspot',
        account: hubspot.portals.main,
        object: 'contacts',
        id: pair.hubspotId,
      }),
      verdictOn(sessions.salesforce, {
        crm: 'salesforce',
        account: salesforce.orgs.acme.api,
        object: pair.object,
        id: pair.salesforceId,
      }),
    ]);
    expect({ name: pair.name, ...here }).toEqual({ name: pair.name, ...there });
    seen.add(JSON.stringify(here.stages));
  }
  // The people differ among themselves, so that a verdict which is always the same would not pass.
  expect(seen.size).toBeGreaterThan(3);
});
