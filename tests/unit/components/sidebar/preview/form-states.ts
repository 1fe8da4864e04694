// States of a CRM whose decisions ask for a form, writes together, and may make another record.
import { duplicate, filledIn, refusal, second, turned } from '../form-fixtures';
import { answerAll, ok, open, type Stage, type State, stops, ten } from './steps';

async function review(stage: Stage, values: Record<string, string> = {}): Promise<void> {
  await open(stage);
  await answerAll(stage, ten);
  stage.sidebar.decisions.reviewStage();
  await stage.settle();
  for (const [field, value] of Object.entries(values)) stage.sidebar.decisions.editForm('turn', field, value);
  await stage.settle();
}

async function send(stage: Stage): Promise<void> {
  await review(stage, filledIn);
  stage.sidebar.decisions.acknowledgeWarning('turn');
  stage.sidebar.sending.confirm();
  await stage.settle();
}

/** To the questions in the middle of the form. */
const scroll = () => document.querySelector('[class*=under]')?.scrollIntoView({ block: 'start' });

export const forms: Record<string, State> = {
  form: { backend: second, run: (stage) => review(stage) },
  'form-scrolled': {
    backend: second,
    run: async (stage) => {
      await review(stage, { ...filledIn, budget: '12000' });
      scroll();
    },
  },
  'form-gaps': {
    backend: second,
    run: async (stage) => {
      await review(stage, { budget: '12k', accountName: '' });
      stage.sidebar.sending.confirm();
      await stage.settle();
      scroll();
    },
  },
  'form-refused': {
    backend: { ...second, ...stops(refusal) },
    run: async (stage) => {
      await send(stage);
      await stage.sidebar.sending.reviewAgain();
      await stage.settle();
      scroll();
    },
  },
  'form-refused-whole': {
    backend: {
      ...second,
      ...stops({
        kind: 'invalid',
        message: 'Finance must have agreed before a customer is made',
        status: 400,
      }),
    },
    run: async (stage) => {
      await send(stage);
      await stage.sidebar.sending.reviewAgain();
      await stage.settle();
    },
  },
  duplicates: { backend: { ...second, ...stops(duplicate(true)) }, run: send },
  'duplicates-final': { backend: { ...second, ...stops(duplicate(false)) }, run: send },
  next: {
    backend: { ...second, 'submission.send': ({ submission }) => ok(turned(submission)) },
    run: send,
  },
};
