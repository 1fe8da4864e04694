// The judge of what was sent by messages: what is lost, doubled or in the wrong order in the CRMs is named, and nothing else is.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import type { Write } from '@/lib/qualification/plan/submission';
import type { RecordRef } from '@/lib/record/record';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { judge } from '../../soak/judge';
import { type Entry, Ledger } from '../../soak/ledger';
import { change, fields, submit } from '../crm/portal';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

type Crm = 'hubspot' | 'salesforce';
const STAGES = {
  hubspot: { field: 'lifecyclestage', values: ['lead', 'marketingqualifiedlead', 'opportunity'] },
  salesforce: {
    field: 'Lead.Status',
    values: ['Open - Not Contacted', 'Working - Contacted', 'Qualified Prospect'],
  },
} as const;

function newRecord(crm: Crm): RecordRef {
  const [first] = STAGES[crm].values;
  if (crm === 'hubspot') {
    const email = `ada${crypto.randomUUID()}@northwind.example`;
    const { id } = sandbox.hubspot.create('contacts', { email, lifecyclestage: first });
    return { crm, account: sandbox.hubspot.portals.main, object: 'contacts', id };
  }
  const lead = { LastName: `Judged ${crypto.randomUUID()}`, Company: 'Berg', Status: first };
  return {
    crm,
    account: sandbox.salesforce.orgs.acme.api,
    object: 'Lead',
    id: sandbox.salesforce.create('Lead', lead).id,
  };
}

/** What each kind leaves in the CRM, with the submission's mark. */
function make(kind: 'note' | 'task' | 'deal', { ref, id }: { ref: RecordRef; id: string }): void {
  const text = `Stagecheck ${marker(id)}`;
  const hs_timestamp = '2026-11-30T10:00:00Z';
  const to = [{ type: 'contacts' as const, id: ref.id }];
  const { hubspot, salesforce } = sandbox;
  const deal = { pipeline: 'default', dealstage: 'appointmentscheduled', dealname: 'D' };
  const opportunity = { Name: 'D', StageName: 'Qualification', CloseDate: '2027-01-31' };
  const task = { WhoId: ref.id, Status: 'Completed' };
  const makes = {
    hubspot: {
      note: () => hubspot.create('notes', { hs_note_body: text, hs_timestamp }, to),
      task: () => hubspot.create('tasks', { hs_task_body: text, hs_timestamp }, to),
      deal: () => hubspot.create('deals', { ...deal, description: text }, to),
    },
    salesforce: {
      note: () => salesforce.create('Task', { ...task, Subject: `Stagecheck: prospect (${marker(id)})` }),
      task: () => salesforce.create('Task', { ...task, Subject: 'Call', Description: text }),
      deal: () => salesforce.create('Opportunity', { ...opportunity, Description: text }),
    },
  };
  makes[ref.crm === 'hubspot' ? 'hubspot' : 'salesforce'][kind]();
}

function setStage({ crm, id }: RecordRef, to: string): void {
  if (crm === 'hubspot') sandbox.hubspot.patchContact(id, { lifecyclestage: to });
  else sandbox.salesforce.patch('Lead', id, { Status: to });
}

const WRITES: Record<'note' | 'task' | 'deal', Write> = {
  note: { kind: 'note', body: 'x' },
  task: {
    kind: 'task',
    task: { kind: 'followUp', label: 'F', subject: 'Call', body: '', dueOn: '2027-01-18' },
  },
  deal: {
    kind: 'deal',
    deal: { create: true, name: 'D', pipeline: 'p', stage: 's', amount: null, closeDate: '2027-01-31' },
  },
};

/** A run, into whose book decisions are put. All of them were kept and shown, one after the other. */
function newRun(crm: Crm) {
  const ledger = new Ledger();
  const told = new Set<string>();
  return {
    ledger,
    told,
    decide(ref: RecordRef, writes: Write[], more: Partial<Entry> = {}): Entry {
      const [submission] = submit(ref, WRITES.note);
      const steps = writes.flatMap((write) => submit(ref, write)[0].steps);
      const nth = ledger.entries.size;
      const entry = ledger.add(nth, { ...submission, steps }, nth);
      Object.assign(entry, { firstSentAt: nth * 10, keptAt: nth * 10 + 5, sends: 1, ...more });
      told.add(submission.id);
      return entry;
    },
    /** What is there of it, or as if it were. */
    make(entry: Entry, ...kinds: ('note' | 'task' | 'deal')[]) {
      for (const kind of kinds) make(kind, { ref: entry.submission.ref, id: entry.submission.id });
    },
    to: (from: number, at: number) =>
      fields([change(STAGES[crm].field, STAGES[crm].values[from] ?? '', STAGES[crm].values[at] ?? '')]),
    reach: (ref: RecordRef, at: number) => setStage(ref, STAGES[crm].values[at] ?? ''),
    judged(more: Partial<{ hidden: Entry[]; stuck: string[] }> = {}) {
      const caretaker = { told, wanted: new Map(), pressed: new Set<string>() };
      const { wrong } = judge(sandbox, ledger, caretaker, { hidden: [], stuck: [], ...more });
      const named = Object.entries(wrong).map(
        ([why, list]) => [why, list.map(({ number }) => number)] as const,
      );
      return Object.fromEntries(named.filter(([, list]) => list.length > 0));
    },
  };
}

describe.each(['hubspot', 'salesforce'] as const)('of a run on %s', (crm) => {
  it('one in which each is there once, in its order, is named clean', () => {
    const run = newRun(crm);
    const ref = newRecord(crm);
    const first = run.decide(ref, [run.to(0, 1), WRITES.note, WRITES.deal]);
    const second = run.decide(ref, [run.to(1, 2), WRITES.note, WRITES.task]);
    run.reach(ref, 1);
    run.make(first, 'note', 'deal');
    run.reach(ref, 2);
    run.make(second, 'note', 'task');
    run.decide(newRecord(crm), [WRITES.note], { withdrawn: true });
    run.decide(newRecord(crm), [WRITES.note], { refused: { kind: 'locked', message: 'An approval.' } });
    expect(run.judged()).toEqual({});
  });

  it.each([
    ['note', ['task', 'deal']],
    ['task', ['note', 'deal']],
    ['deal', ['note', 'task']],
  ] as const)('one whose %s is not there is named as lost', (missing, there) => {
    const run = newRun(crm);
    const { number, submission } = run.decide(newRecord(crm), Object.values(WRITES));
    for (const kind of there) make(kind, { ref: submission.ref, id: submission.id });
    expect(missing).not.toBe(there[0]);
    expect(run.judged()).toEqual({ lost: [number] });
  });

  it.each(['note', 'task', 'deal'] as const)('one whose %s is there twice is named as doubled', (kind) => {
    const run = newRun(crm);
    const entry = run.decide(newRecord(crm), Object.values(WRITES));
    run.make(entry, 'note', 'task', 'deal', kind);
    expect(run.judged()).toEqual({ doubled: [entry.number] });
  });

  it('two whose evidence was written the wrong way round are named', () => {
    const run = newRun(crm);
    const ref = newRecord(crm);
    const [first, second] = [run.decide(ref, [WRITES.note]), run.decide(ref, [WRITES.note])];
    run.make(second, 'note');
    run.make(first, 'note');
    expect(run.judged()).toEqual({ 'wrongly ordered': [first.number, second.number] });
  });

  it('two of which nobody can say which came first are not named', () => {
    const run = newRun(crm);
    const ref = newRecord(crm);
    const [first, second] = [run.decide(ref, [WRITES.note]), run.decide(ref, [WRITES.note])];
    first.keptAt = second.firstSentAt + 1;
    run.make(second, 'note');
    run.make(first, 'note');
    expect(run.judged()).toEqual({});
  });

  it('one whose value the record never had after that of the one before is named', () => {
    const run = newRun(crm);
    const ref = newRecord(crm);
    const first = run.decide(ref, [run.to(0, 2), WRITES.note]);
    const second = run.decide(ref, [run.to(2, 1), WRITES.note]);
    run.reach(ref, 1);
    run.reach(ref, 2);
    run.make(first, 'note');
    run.make(second, 'note');
    expect(run.judged()).toEqual({ 'wrongly ordered': [second.number] });
  });

  it('one that the popup has not told of, and one that is stuck, are named', () => {
    const run = newRun(crm);
    const unseen = run.decide(newRecord(crm), [WRITES.note], { withdrawn: true });
    run.told.delete(unseen.submission.id);
    const stuck = run.decide(newRecord(crm), [WRITES.note]);
    const hidden = run.decide(newRecord(crm), [WRITES.note]);
    run.make(hidden, 'note');
    expect(run.judged({ stuck: [stuck.submission.id], hidden: [hidden] })).toEqual({
      'not shown to the rep': [hidden.number, unseen.number],
      'stuck under way': [stuck.number],
    });
  });
});
