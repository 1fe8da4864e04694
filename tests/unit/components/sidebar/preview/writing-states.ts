// States while a decision is reviewed, written, or refused.
import { connection, fact, groupPlace, layout, people, snapshot } from '../fixtures';
import { answerAll, fail, five, long, never, ok, open, reads, type State, send, stops } from './steps';

export const writing: Record<string, State> = {
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
