// States of the guidance, the next step, and an outcome that is decided and not sent.
import { answerAll, five, open, reads, type State } from './steps';

const disqualified = {
  kind: 'outcome',
  outcome: 'disqualified',
  reason: 'noProblem',
  comment: '',
  returnOn: null,
} as const;

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
  'not-sent': {
    run: async (stage) => {
      await open(stage);
      stage.sidebar.decisions.decideOutcome(disqualified);
      stage.sidebar.decisions.show({ name: 'ask' });
      await stage.settle();
    },
  },
};
