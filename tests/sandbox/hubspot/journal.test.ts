// What a restart keeps, and what a torn or damaged journal does.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../server';
import { CONTACTS, caller, DEALS, dealOf, NOTES, noteOn } from './caller';

let folder: string;
let journal: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagecheck-sandbox-'));
  journal = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Starts, changes several things, closes; the answer tells what was there then. */
async function changed() {
  const sandbox = await startSandbox({ journal });
  const call = caller(sandbox);
  const { ann, twinA, twinB } = sandbox.hubspot.people;
  await call('PATCH', `${CONTACTS}/${ann.id}`, { properties: { lifecyclestage: 'opportunity' } });
  await call('POST', NOTES, noteOn(ann.id, 'kept'));
  await call('POST', DEALS, dealOf(ann.id));
  await call('POST', `${CONTACTS}/merge`, { primaryObjectId: twinA.id, objectIdToMerge: twinB.id });
  const property = {
    name: 'sc_kept',
    label: 'Kept',
    type: 'string',
    fieldType: 'text',
    groupName: 'contactinformation',
  };
  await call('POST', '/crm/properties/2026-09/contacts', property);
  const state = look(sandbox.hubspot);
  await sandbox.close();
  return state;
}

function look(hubspot: Awaited<ReturnType<typeof startSandbox>>['hubspot']) {
  const { ann, twinB } = hubspot.people;
  return {
    ann: hubspot.contact(ann.id),
    notes: hubspot.notes(ann.id),
    deals: hubspot.deals(ann.id),
    merged: hubspot.contact(twinB.id),
    contacts: hubspot.all('contacts').length,
    keys: hubspot.keys,
  };
}

test('a restart keeps records, associations, merges, properties and keys', async () => {
  const before = await changed();
  expect([before.notes.length, before.deals.length]).toEqual([2, 1]);
  const again = await startSandbox({ journal });
  expect(look(again.hubspot)).toEqual(before);
  const patched = await caller(again)('PATCH', `${CONTACTS}/${before.ann.id}`, {
    properties: { sc_kept: 'yes' },
  });
  expect(patched.status).toBe(200);
  await again.close();
});

test('a torn last line never happened, and writing goes on after it', async () => {
  const before = await changed();
  appendFileSync(journal, '{"kind":"commit","changes":[{"kind":"rec');
  const again = await startSandbox({ journal });
  expect(look(again.hubspot)).toEqual(before);
  const made = await caller(again)('POST', NOTES, noteOn(before.ann.id, 'after the tear'));
  await again.close();
  const third = await startSandbox({ journal });
  expect(third.hubspot.notes(before.ann.id).map((note) => note.id)).toContain(made.body.id);
  await third.close();
});

test('damage before the last line is an error that names the line', async () => {
  await changed();
  const lines = readFileSync(journal, 'utf8').split('\n');
  writeFileSync(journal, [lines[0], '{"kind":', ...lines.slice(2)].join('\n'));
  await expect(startSandbox({ journal })).rejects.toThrow('Line 2 of the journal');
});

test('without a journal a restart begins anew', async () => {
  const first = await startSandbox({ seed: 7, now: new Date('2026-11-21T12:00:00Z') });
  first.hubspot.patchContact(first.hubspot.people.ann.id, { lifecyclestage: 'opportunity' });
  await first.close();
  const second = await startSandbox({ seed: 7, now: new Date('2026-11-21T12:00:00Z') });
  expect(second.hubspot.contact(second.hubspot.people.ann.id).properties.lifecyclestage).toBe('lead');
  await second.close();
});
