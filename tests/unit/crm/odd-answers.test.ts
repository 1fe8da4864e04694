// A CRM that answers with nothing, without end or without sense where something was asked for: told as an odd answer, not as a mistake of ours.
import { expect, it } from 'vitest';
import { openSession as hubspot } from '@/lib/crm/hubspot/session';
import { openSession as salesforce } from '@/lib/crm/salesforce/session';
import { problemOf } from './portal';

const parts = {
  fetch: async () => new Response(null, { status: 204 }),
  sleep: async () => undefined,
  random: () => 0.5,
  timeoutMs: 1000,
  now: () => new Date('2026-11-26T10:00:00Z'),
};
/** Sends a megabyte after the other for as long as anybody reads; counts them, and notes when nobody does any more. */
function endless() {
  const seen = { sent: 0, left: false };
  const megabyte = new TextEncoder().encode(' '.repeat(1_000_000));
  const fetch = async () =>
    new Response(
      new ReadableStream<Uint8Array>({
        pull(to) {
          seen.sent += 1;
          to.enqueue(megabyte);
        },
        cancel() {
          seen.left = true;
        },
      }),
      { headers: { 'content-type': 'application/json' } },
    );
  return { seen, fetch };
}

const ref = { crm: 'hubspot', account: '24680135', object: 'contacts', id: '501' };

it('HubSpot: the key’s check and a read', async () => {
  const session = hubspot({ key: 'x'.repeat(20), account: '24680135' }, parts);
  expect(await problemOf(session.check())).toMatchObject({ kind: 'odd-answer' });
  expect(await problemOf(session.read(ref, () => undefined))).toMatchObject({ kind: 'odd-answer' });
});

it('Salesforce: the sign-in’s check and a read', async () => {
  const session = salesforce({ key: 'x'.repeat(20), account: 'acme.my.salesforce.com', fields: {} }, parts);
  expect(await problemOf(session.check())).toMatchObject({ kind: 'odd-answer' });
  const lead = {
    crm: 'salesforce',
    account: 'acme.my.salesforce.com',
    object: 'Lead',
    id: '00Q5e00000abcdEAAQ',
  };
  expect(await problemOf(session.read(lead, () => undefined))).toMatchObject({ kind: 'odd-answer' });
});

it.each(['hubspot', 'salesforce'])('%s: gigabytes are not read to their end', async (crm) => {
  const { seen, fetch } = endless();
  const open = crm === 'hubspot' ? hubspot : salesforce;
  const account = crm === 'hubspot' ? '24680135' : 'acme.my.salesforce.com';
  const session = open({ key: 'x'.repeat(20), account, fields: {} }, { ...parts, fetch, timeoutMs: 60_000 });
  expect(await problemOf(session.people())).toMatchObject({ kind: 'odd-answer' });
  await expect.poll(() => seen.left).toBe(true);
  expect(seen.sent).toBeLessThan(100);
});

it.each(['hubspot', 'salesforce'])(
  '%s: an answer nested a hundred thousand deep ends nothing',
  async (crm) => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const fetch = async () => new Response(`{"results":${deep},"records":${deep}}`);
    const open = crm === 'hubspot' ? hubspot : salesforce;
    const account = crm === 'hubspot' ? '24680135' : 'acme.my.salesforce.com';
    const session = open({ key: 'x'.repeat(20), account, fields: {} }, { ...parts, fetch });
    expect(await problemOf(session.check())).toMatchObject({ kind: 'odd-answer' });
  },
);

it('HubSpot: an id that is half a character', async () => {
  const fetch = async () => Response.json({ portalId: 24680135, id: '\ud800', properties: {} });
  const session = hubspot({ key: 'x'.repeat(20), account: '24680135' }, { ...parts, fetch });
  expect(await problemOf(session.stageValues(ref, ['lifecyclestage']))).toMatchObject({ kind: 'odd-answer' });
});
