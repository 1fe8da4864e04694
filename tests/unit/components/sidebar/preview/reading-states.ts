// States while a record is opened, read and asked about.
import { connection, fact, facts, layout, personPlace, snapshot } from '../fixtures';
import { manyWays } from '../many-ways';
import { answerAll, five, never, open, reads, type State, ten } from './steps';

export const reading: Record<string, State> = {
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
  'many-ways': {
    backend: { 'playbook.active': () => ({ ok: true, value: manyWays }) },
    run: (stage) => open(stage),
  },
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
  'evidence-many': {
    backend: reads({
      facts: [
        ...facts,
        fact(
          'engagement.lastUnansweredCallAt',
          '2026-09-21T10:00:00.000Z',
          '2026-09-21T10:00:00.000Z',
          '21 Sep 2026, left voicemail',
        ),
        fact(
          'engagement.lastMeetingMissedAt',
          '2026-09-25T10:00:00.000Z',
          '2026-09-25T10:00:00.000Z',
          '25 Sep 2026, no show',
        ),
        fact(
          'event.lastAttendedAt',
          '2026-06-12T10:00:00.000Z',
          '2026-06-12T10:00:00.000Z',
          '12 Jun 2026, Logistics Fair Hamburg',
        ),
        fact('engagement.lastClickAt', '2026-10-01T10:00:00.000Z', '2026-10-01T10:00:00.000Z'),
      ],
    }),
    run: async (stage) => {
      await open(stage);
      stage.sidebar.answers.focus('twoWay');
      stage.sidebar.decisions.toggleEvidence();
    },
  },
  contradiction: {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.answers.focus('twoWay');
      stage.sidebar.answers.answer('no');
      stage.sidebar.answers.focus('twoWay');
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
  'review-keep': {
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
      stage.sidebar.decisions.decide({ kind: 'stage', stage: 'lead', override: null });
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
};
