// States of the guidance, the next step, and an outcome that is decided and not sent.
import { connection, groupPlace, layout, people } from '../fixtures';
import { answerAll, five, ok, open, reads, type State } from './steps';

const disqualified = {
  kind: 'outcome',
  outcome: 'disqualified',
  reason: 'noProblem',
  comment: '',
  returnOn: null,
} as const;

const dream = {
  name: 'Dream client',
  why: 'Our work is worth a great deal to them: top of your list, most of your time.',
};

export const next: Record<string, State> = {
  guidance: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      stage.sidebar.answers.focus('position');
      stage.sidebar.answers.answer('comparing');
      stage.sidebar.decisions.show({ name: 'guidance' });
      await stage.settle();
    },
  },
  'follow-up': {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      stage.sidebar.nextSteps.take('followUp');
      await stage.settle();
    },
  },
  'find-decider': {
    backend: reads({ facts: [] }),
    run: async (stage) => {
      await open(stage);
      stage.sidebar.nextSteps.take('findDecider');
      await stage.settle();
    },
  },
  'review-nurture': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.decideOutcome({
        kind: 'outcome',
        outcome: 'nurture',
        reason: 'timing',
        comment: '',
        returnOn: '2027-02-01',
      });
      await stage.settle();
    },
  },
  proposed: {
    run: async (stage) => {
      await open(stage);
      await answerAll(stage, five);
      stage.sidebar.answers.focus('perceivesValue');
      await answerAll(stage, ['no']);
    },
  },
  'people-first': {
    backend: {
      'members.read': () =>
        ok({
          title: 'Northwind Logistics',
          members: people.map((member, at) => (at === 0 ? { ...member, first: dream } : member)),
        }),
    },
    run: async ({ memory, settle }) => {
      memory.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
      await settle();
    },
  },
  'not-sent': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.decideOutcome(disqualified);
      stage.sidebar.decisions.show({ name: 'ask' });
      await stage.settle();
    },
  },
};
