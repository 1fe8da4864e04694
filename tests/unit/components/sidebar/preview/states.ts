// Every state of the sidebar, reached the way a rep reaches it: pushes from the background, then keys or presses.
import type { Sidebar } from '@/components/sidebar/store/store';
import type { Problem } from '@/lib/problem';
import type { Snapshot } from '@/lib/qualification/snapshot';
import type { Submission } from '@/lib/qualification/submission';
import { connection, fact, groupPlace, layout, people, personPlace, snapshot } from '../fixtures';
import type { MemoryBackend, memoryBackend } from '../memory-backend';

type State = { backend?: Parameters<typeof memoryBackend>[0]; run: (stage: Stage) => Promise<void> | void };
export type Stage = { sidebar: Sidebar; memory: MemoryBackend; settle: () => Promise<void> };

const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
const fail = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });
const never = <T>(): Promise<T> => new Promise(() => {});

async function open({ memory, settle }: Stage, id = '101'): Promise<void> {
  memory.push({ push: 'place', place: personPlace(id), connection, accounts: [connection], layout });
  await settle();
}

const reads = (part: Partial<Snapshot>): State['backend'] => ({
  'record.read': ({ ref }) => ok(snapshot(ref.id, part)),
});

async function answerAll(stage: Stage, values: (string | null)[]): Promise<void> {
  for (const value of values) stage.sidebar.answers.answer(value);
  await stage.settle();
}

const stops = (problem: Problem): State['backend'] => ({
  'submission.send': ({ submission }) => ok(stopped(submission, problem)),
});

function stopped(submission: Submission, problem: Problem): Submission {
  const steps = submission.steps.map((step, index) =>
    index === 0 ? { ...step, state: 'failed' as const, problem } : step,
  );
  return { ...submission, state: 'failed', steps };
}

async function send(stage: Stage): Promise<void> {
  stage.sidebar.decisions.reviewStage();
  await stage.settle();
  stage.sidebar.sending.confirm();
  await stage.settle();
}

const five = ['yes', 'yes', 'yes', 'yes'];
const ten = Array.from({ length: 12 }, () => 'yes');
const long = 'Vice President of Everything '.repeat(360);

export const states: Record<string, State> = {
  opening: { run: () => {} },
  unsupported: {
    run: ({ memory }) =>
      memory.push({
        push: 'place',
        place: { role: 'none', crm: 'hubspot', account: '24680135', what: 'a list of contacts' },
        connection,
        accounts: [connection],
        layout,
      }),
  },
  'not-connected': {
    run: ({ memory }) =>
      memory.push({ push: 'place', place: personPlace('101'), connection: null, accounts: [], layout }),
  },
  'wrong-account': {
    run: ({ memory }) =>
      memory.push({
        push: 'place',
        place: { role: 'person', ref: { crm: 'hubspot', account: '13579246', object: 'contacts', id: '5' } },
        connection: null,
        accounts: [connection],
        layout,
      }),
  },
  loading: { backend: { 'record.read': () => never() }, run: (stage) => open(stage) },
  'first-paint': {
    backend: { 'record.read': () => never() },
    run: async (stage) => {
      await open(stage);
      stage.memory.push({ push: 'snapshot', snapshot: snapshot('101', { complete: false }) });
      await stage.settle();
    },
  },
  'nothing-known': {
    backend: reads({ facts: [], company: null, title: '', stages: [] }),
    run: (stage) => open(stage),
  },
  ask: { run: (stage) => open(stage) },
  midway: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ['yes', 'yes', null]);
    },
  },
  'ruled-out': {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ['yes', 'no']);
    },
  },
  choice: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.answers.focus('source');
    },
  },
  everything: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ten);
      for (const [id, value] of [
        ['budget', 'yes'],
        ['demand', 'yes'],
        ['massiveValue', 'yes'],
        ['position', 'comparing'],
      ] as const) {
        stage.sidebar.answers.focus(id);
        stage.sidebar.answers.answer(value);
      }
      await answerAll(stage, ten);
    },
  },
  evidence: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.answers.focus('twoWay');
      stage.sidebar.answers.answer('no');
      stage.sidebar.answers.focus('twoWay');
      stage.sidebar.decisions.toggleEvidence();
    },
  },
  keys: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.page.showKeys(true);
    },
  },
  menu: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.page.showMenu(true);
    },
  },
  disqualify: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.show({ name: 'outcome', outcome: 'disqualified' });
    },
  },
  nurture: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.show({ name: 'outcome', outcome: 'nurture' });
    },
  },
  review: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      stage.sidebar.decisions.reviewStage();
      await stage.settle();
    },
  },
  'review-loading': {
    backend: { 'review.options': () => never() },
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.reviewStage();
    },
  },
  'review-backward': {
    backend: reads({
      stages: [
        {
          field: 'lifecyclestage',
          label: 'Lifecycle stage',
          value: 'opportunity',
          text: 'Opportunity',
          since: null,
        },
      ],
    }),
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.reviewStage();
      await stage.settle();
    },
  },
  'review-override': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.reviewStage();
      await stage.settle();
      stage.sidebar.decisions.decide({ kind: 'stage', stage: 'prospect', override: { reason: '' } });
    },
  },
  'review-deal': {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ten);
      stage.sidebar.decisions.reviewStage();
      await stage.settle();
      stage.sidebar.decisions.editDeal({
        create: true,
        name: 'Northwind Logistics',
        pipeline: 'default',
        stage: 'appointment',
        amount: 12000,
        closeDate: '2026-11-05',
      });
    },
  },
  'review-demanded': {
    backend: stops({
      kind: 'required',
      message: 'Property required',
      fields: [{ field: 'region', label: 'Region', message: 'Required' }],
    }),
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      await send(stage);
      await stage.sidebar.sending.reviewAgain();
      await stage.settle();
    },
  },
  'review-disqualified': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.decideOutcome({
        kind: 'outcome',
        outcome: 'disqualified',
        reason: 'noProblem',
        comment: 'Runs its own planning system, and is happy with it.',
        returnOn: null,
      });
      await stage.settle();
    },
  },
  sending: {
    backend: { 'submission.send': () => never() },
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      await send(stage);
    },
  },
  receipt: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      await send(stage);
    },
  },
  failed: {
    backend: stops({ kind: 'offline', message: 'Failed to fetch' }),
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      await send(stage);
    },
  },
  changed: {
    backend: stops({
      kind: 'changed',
      message: 'Changed',
      theirs: [
        { field: 'lifecyclestage', value: 'opportunity', text: 'Opportunity' },
        { field: 'hs_lead_status', value: '', text: '' },
      ],
    }),
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      await send(stage);
    },
  },
  'key-refused': {
    backend: { 'record.read': () => fail({ kind: 'key-refused', message: 'Expired', status: 401 }) },
    run: (stage) => open(stage),
  },
  'missing-scope': {
    backend: {
      'record.read': () =>
        fail({ kind: 'missing-scope', message: 'Scope', status: 403, scopes: ['crm.objects.contacts.read'] }),
    },
    run: (stage) => open(stage),
  },
  offline: {
    backend: {
      'record.read': (
        (reads) =>
        ({ ref }) => {
          reads += 1;
          return reads === 1 ? ok(snapshot(ref.id)) : fail({ kind: 'offline', message: 'Failed to fetch' });
        }
      )(0),
    },
    run: async (stage) => {
      await open(stage);
      stage.sidebar.page.reload();
      await stage.settle();
    },
  },
  unsaved: {
    backend: { 'draft.save': () => fail({ kind: 'storage', message: 'Quota exceeded' }) },
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, ['yes']);
    },
  },
  gaps: {
    backend: reads({
      mergedFrom: '99',
      gaps: [{ what: 'deals', why: 'The key lacks crm.objects.deals.read.' }],
    }),
    run: (stage) => open(stage),
  },
  'long-names': {
    backend: reads({
      name: 'Maximiliane Alexandra von Hohenstein-Wittgenstein-Sayn und zu Berleburg',
      title: long,
      company: {
        ref: snapshot('1').ref,
        name: 'Internationale Gesellschaft für Lagerlogistik mbH & Co. KG',
        detail: '12,400 people',
      },
      facts: [
        fact('person.title', long),
        fact('engagement.lastReplyAt', '2026-10-03T14:10:00.000Z', '2026-10-03T14:10:00.000Z'),
      ],
      stages: [
        {
          field: 'lifecyclestage',
          label: 'Lifecycle stage',
          value: 'x',
          text: 'Marketing qualified lead, second touch, DACH region',
          since: null,
        },
      ],
    }),
    run: (stage) => open(stage),
  },
  'right-to-left': {
    backend: reads({
      name: 'יעל כהן',
      title: 'מנהלת תפעול',
      company: { ref: snapshot('1').ref, name: 'לוגיסטיקה צפונית', detail: '240 people' },
    }),
    run: (stage) => open(stage),
  },
  members: {
    run: async ({ memory, settle }) => {
      memory.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
      await settle();
    },
  },
  'no-members': {
    backend: { 'members.read': () => ok({ title: 'Northwind Logistics', members: people.slice(0, 0) }) },
    run: async ({ memory, settle }) => {
      memory.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
      await settle();
    },
  },
};
