// What a restart keeps: records, conversions, histories, and the tokens that were given.
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../server';
import { call, connect, leadToSandbox } from './client';

let folder: string;
let journal: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagecheck-sandbox-'));
  journal = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function changed() {
  const sandbox = await startSandbox({ journal });
  leadToSandbox(sandbox);
  const { ann, knownByName, noReply } = sandbox.salesforce.people;
  const connection = connect(sandbox);
  await connection.sobject('Lead').update({ Id: ann.id, Status: 'Qualified Prospect' });
  await connection.sobject('Task').create({ Subject: 'Kept', Status: 'Completed', WhoId: ann.id });
  await connection.sobject('Lead').destroy(noReply.id);
  sandbox.salesforce.convert(knownByName.id);
  sandbox.salesforce.expire(sandbox.salesforce.tokens.marcus);
  const state = look(sandbox.salesforce);
  await sandbox.close();
  return state;
}

function look(salesforce: Awaited<ReturnType<typeof startSandbox>>['salesforce']) {
  const { ann, knownByName, noReply } = salesforce.people;
  return {
    ann: salesforce.lead(ann.id),
    tasks: salesforce.tasks(ann.id),
    history: salesforce.history('Lead', ann.id),
    gone: salesforce.lead(noReply.id),
    converted: salesforce.lead(knownByName.id),
    accounts: salesforce.all('Account').length,
    tokens: salesforce.tokens,
    marcus: salesforce.grants().find((grant) => grant.id === 'named-marcus')?.state,
  };
}

test('a restart goes on from where it was, with new ids for new records', async () => {
  const before = await changed();
  expect(before).toMatchObject({
    gone: { deleted: true },
    converted: { values: { IsConverted: true } },
    marcus: 'expired',
  });
  const again = await startSandbox({ journal });
  expect(look(again.salesforce)).toEqual(before);
  const made = again.salesforce.create('Task', { Subject: 'After', WhoId: before.ann.id });
  expect(before.tasks.map((task) => task.id)).not.toContain(made.id);
  expect((await call(again, '/services/data/v66.0/limits', { token: before.tokens.lena })).status).toBe(200);
  await again.close();
});

test('a torn last line never happened', async () => {
  const before = await changed();
  appendFileSync(`${journal}.salesforce`, '{"kind":"commit","changes":[{"kind":"rec');
  const again = await startSandbox({ journal });
  expect(look(again.salesforce)).toEqual(before);
  await again.close();
});
