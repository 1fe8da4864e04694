// The next steps and the content that the built-in playbooks share.
import { plainSteps, settling } from '../plain-steps';
import type { Content, PlaybookStep } from '../step-schema';
import { leadTypeContent } from './lead-types';

/** What the plain steps say to do, in the built-in playbooks. */
const bodies: Readonly<Record<string, string>> = {
  comeBack: 'The timing was wrong. Ask what has changed since.',
  findDecider: 'Ask for the way to the person who decides. Until then this question stays open.',
};

/** One follow-up for each of the three usual stages, one for any other; then nurture, and finding the decision maker. */
export const usualSteps: readonly PlaybookStep[] = [
  {
    id: 'wakeUp',
    kind: 'followUp',
    label: 'Follow up',
    days: 3,
    subject: 'Get into a conversation',
    body: 'One question about their world, and a reason to answer it. Two-way contact is what is missing first.',
    stages: ['lead'],
  },
  {
    id: 'workOnIt',
    kind: 'followUp',
    label: 'Follow up',
    days: 5,
    subject: 'Go on about the problem',
    body: 'What it costs them, why now, and what a change would look like.',
    stages: ['prospect'],
  },
  {
    id: 'planIt',
    kind: 'followUp',
    label: 'Follow up',
    days: 2,
    subject: 'Plan the change together',
    body: 'Agree on the next step and its date, and on who else has a say.',
    stages: ['opportunity'],
  },
  ...plainSteps.map((step) => {
    const body = bodies[step.id];
    return body === undefined ? step : { ...step, body };
  }),
];

/** What helps at each place in the buying process; for playbooks that ask for the position. */
export const positionContent: readonly Content[] = [
  {
    criterion: 'position',
    option: 'notLooking',
    text: 'Something that names the problem: a short story of a firm like theirs, what it costs to leave it.',
  },
  {
    criterion: 'position',
    option: 'researching',
    text: 'Something that explains: a guide, a webinar, the questions that others asked first.',
  },
  {
    criterion: 'position',
    option: 'comparing',
    text: 'Something to compare by: a customer who chose between us and others, a checklist, a short demo of the one thing.',
  },
  {
    criterion: 'position',
    option: 'deciding',
    text: 'Something to decide with: figures of a customer alike, the plan for the first weeks, a talk with a reference.',
  },
];

/** The steps and the content for a built-in playbook, as far as its criteria ask for what they need. */
export function usualNext(criteria: readonly { id: string }[]): {
  steps: PlaybookStep[];
  content: Content[];
} {
  const asked = new Set(criteria.map(({ id }) => id));
  return {
    steps: settling(usualSteps, criteria),
    content: [...leadTypeContent, ...positionContent].filter(({ criterion }) => asked.has(criterion)),
  };
}
