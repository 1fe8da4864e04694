// The judge of what was pressed in the sidebar: each wrong that is planted in the CRMs is named, and nothing else is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import type { Submission } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { Ledger } from '../../soak/ledger';
import { type Pressed, wording } from '../../soak/pressing/book';
import { judgePressed, stagesOf } from '../../soak/pressing/judge';
import { marksIn } from '../../soak/truth';
import { submit } from '../crm/portal';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** All runs share one sandbox, so each visit has a number of its own. */
let visits = 0;

type Crm = 'hubspot' | 'salesforce';
const OPEN = 'Open - Not Contacted';

/** A record of its own, and what changes it. */
function newRecord(crm: Crm): RecordRef {
  if (crm === 'hubspot') {
    const { id } = sandbox.hubspot.create('contacts', {
      email: `ada${crypto.randomUUID()}@northwind.example`,
    });
    return { crm, account: sandbox.hubspot.portals.main, object: 'contacts', id };
  }
  const lead = { LastName: `Pressed ${crypto.randomUUID()}`, Company: 'Berg', Status: OPEN };
  const { id } = sandbox.salesforce.create('Lead', lead);
  return { crm, account: sandbox.salesforce.orgs.acme.api, object: 'Lead', id };
}

function leaveNote(ref: RecordRef, words: string, id: string): void {
  const text = `${words}\n\nstagecheck/1 ${marker(id)}`;
  if (ref.crm === 'hubspot')
    sandbox.hubspot.create('notes', { hs_note_body: text, hs_timestamp: '2026-11-30T10:00:00Z' }, [
      { type: 'contacts', id: ref.id },
    ]);
  else
    sandbox.salesforce.create('Task', {
      Subject: `Stagecheck: prospect (${marker(id)})`,
      Description: text,
      WhoId: ref.id,
      Status: 'Completed',
    });
}

function setStage({ crm, id }: RecordRef): void {
  if (crm === 'hubspot') sandbox.hubspot.patchContact(id, { lifecyclestage: 'opportunity' });
  else sandbox.salesforce.patch('Lead', id, { Status: 'Working - Contacted' });
}

/** A run of one CRM, into whose book visits are put. What is in the CRMs before it is seeded. */
function newRun(crm: Crm) {
  const ledger = new Ledger();
  const seeded = marksIn(sandbox);
  return {
    /** One visit: confirmed in these wordings, told this at last, and kept by the outbox so. */
    visit(
      told: Pressed['told'],
      {
        confirmed = [1],
        row = 'written',
        more = {},
      }: Partial<{
        confirmed: number[];
        row: Submission['state'] | null;
        more: Partial<Pressed>;
      }> = {},
    ) {
      const ref = newRecord(crm);
      visits += 1;
      const number = visits;
      const one = ledger.pressed.of(number, 'Ada', ref, 'next record', () => stagesOf(sandbox, ref));
      const [submission] = submit(ref, { kind: 'note', body: 'x' });
      if (row) one.rows.set(submission.id, { ...submission, state: row });
      Object.assign(one, { told, confirmed, ...more });
      return {
        one,
        ref,
        id: submission.id,
        note: (times = 1) => leaveNote(ref, wording(number, times), submission.id),
      };
    },
    judged(stuck: string[] = []) {
      const { wrong, strangers } = judgePressed(sandbox, ledger, { stuck, seeded });
      return { wrong: wrong.map(({ one, why }) => [one.number, why]), strangers };
    },
  };
}

describe.each(['hubspot', 'salesforce'] as const)('of a run on %s', (crm) => {
  it('one in which all is as the reps were told is named clean', () => {
    leaveNote(newRecord(crm), 'Seeded.', crypto.randomUUID());
    const run = newRun(crm);
    run.visit('written').note();
    run.visit('kept', { row: 'waiting' }).note();
    run.visit('written', { confirmed: [1, 2] }).note(2);
    run.visit('written', { confirmed: [1, 2], more: { saidLate: true } }).note(1);
    run.visit('taken back', { row: 'withdrawn' });
    run.visit('taken back in part', { row: 'withdrawn' }).note();
    run.visit('stopped', { row: 'failed', more: { atPopup: true } });
    run.visit('not known', { row: null });
    setStage(run.visit('written', { row: null, more: { atPopup: true } }).ref);
    expect(run.judged()).toEqual({ wrong: [], strangers: [] });
  });

  it('a note that is there twice is named', () => {
    const run = newRun(crm);
    const { one, note } = run.visit('written');
    note();
    note();
    expect(run.judged().wrong).toEqual([[one.number, 'its evidence is there 2 times']]);
  });

  it('a task or a deal that is there twice is named', () => {
    const run = newRun(crm);
    const { one, id, ref, note } = run.visit('written');
    note();
    const text = `Stagecheck ${marker(id)}`;
    for (let times = 0; times < 2; times += 1)
      if (crm === 'hubspot')
        sandbox.hubspot.create('tasks', { hs_task_body: text, hs_timestamp: '2026-11-30T10:00:00Z' });
      else sandbox.salesforce.create('Task', { Subject: 'Call', Description: text, WhoId: ref.id });
    expect(run.judged().wrong).toEqual([[one.number, 'a task or a deal of it is there twice']]);
  });

  it('a note after it was taken back is named', () => {
    const run = newRun(crm);
    const { one, note } = run.visit('taken back', { row: 'withdrawn' });
    note();
    expect(run.judged().wrong).toEqual([[one.number, 'taken back, and its evidence is there']]);
  });

  it('a stage that changed after it was taken back is named, with both values', () => {
    const run = newRun(crm);
    const { one, ref } = run.visit('taken back', { row: 'withdrawn' });
    setStage(ref);
    const why = `taken back, and the stage went from ${one.before} to ${stagesOf(sandbox, ref)}`;
    expect(one.before).not.toBe(stagesOf(sandbox, ref));
    expect(run.judged().wrong).toEqual([[one.number, why]]);
  });

  it('a note that nobody has confirmed is named as a stranger’s', () => {
    const run = newRun(crm);
    run.visit('written').note();
    const id = crypto.randomUUID();
    leaveNote(newRecord(crm), 'By nobody.', id);
    expect(run.judged()).toEqual({ wrong: [], strangers: [id] });
  });

  it.each([
    ['written', 'written'],
    ['kept', 'waiting'],
    ['stopped', 'failed'],
    ['not known', 'waiting'],
  ] as const)('what was told as %s, and is not there, is named', (told, row) => {
    const run = newRun(crm);
    const { one } = run.visit(told, { row });
    expect(run.judged().wrong).toEqual([
      [one.number, expect.stringContaining(`told "${told}", and it is not there`)],
    ]);
  });

  it('words that nobody has confirmed, or not last, are named', () => {
    const run = newRun(crm);
    const never = run.visit('written', { confirmed: [1], more: { saidLate: true } });
    never.note(7);
    const older = run.visit('written', { confirmed: [1, 2] });
    older.note(1);
    expect(run.judged().wrong).toEqual([
      [never.one.number, 'nobody confirmed these words'],
      [older.one.number, 'wording 1 is there, and 2 was confirmed last'],
    ]);
  });

  it('one that is stuck is named', () => {
    const run = newRun(crm);
    const { one, id, note } = run.visit('written');
    note();
    expect(run.judged([id]).wrong).toEqual([[one.number, 'stuck under way']]);
  });
});
