// The next steps and the content of the built-in playbooks: each only where its playbook asks what it speaks of.
import { plainSteps, settling } from '../plain-steps';
import type { Content, PlaybookStep } from '../step-schema';
import { leadTypeContent } from './lead-types';

type Stage = 'lead' | 'prospect' | 'opportunity';
type FollowUp = Pick<PlaybookStep, 'subject'> & Partial<Pick<PlaybookStep, 'label' | 'days' | 'body'>>;
/** `asks`: the criteria that it speaks of; a playbook without one of them doesn't get it. */
type Usual = FollowUp & { asks: readonly string[] };

/** What the plain steps say to do, in the built-in playbooks. */
const bodies: Readonly<Record<string, string>> = {
  comeBack: 'The timing was wrong. Ask what has changed since.',
  findDecider: 'Ask for the way to the person who decides. Until then this question stays open.',
};

const ids: Readonly<Record<Stage, { id: string; days: number }>> = {
  lead: { id: 'wakeUp', days: 3 },
  prospect: { id: 'workOnIt', days: 5 },
  opportunity: { id: 'planIt', days: 2 },
};

/** For a playbook without a word of its own on a stage: the first of these of which it asks everything. */
const usual: Readonly<Record<Stage, readonly Usual[]>> = {
  lead: [
    {
      asks: ['twoWay', 'reacted'],
      subject: 'Make an offer to react to',
      body: 'A useful link, a question or an invitation. A click, a reply or a talk is what is missing first.',
    },
    {
      asks: ['twoWay'],
      subject: 'Get into a conversation',
      body: 'One question about their world, and a reason to answer it. Two-way contact is what is missing first.',
    },
    {
      asks: ['fitsMarket'],
      subject: 'Learn more about the company',
      body: 'Where they are, what they do, and how large they are.',
    },
    { asks: [], subject: 'Get in touch', body: 'One question about their world, and a reason to answer it.' },
  ],
  prospect: [
    {
      asks: ['hasProblem', 'interest', 'explore'],
      subject: 'Go on about the problem',
      body: 'What it costs them, why now, and what a change would look like.',
    },
    {
      asks: ['pain', 'interest', 'explore'],
      subject: 'Go on about what hurts',
      body: 'Whether it has to be solved, why now, and what a change would look like.',
    },
    {
      asks: ['showsInterest', 'hasProblem'],
      subject: 'Find out what they want to know',
      body: 'What interests them, and what problem is behind it.',
    },
    { asks: [], subject: 'Stay in touch', body: 'Something of use to them, and one question.' },
  ],
  opportunity: [
    {
      asks: ['explore', 'decides'],
      subject: 'Plan the change together',
      body: 'Agree on the next step and its date, and on who else has a say.',
    },
    {
      asks: ['explore'],
      subject: 'Plan the change together',
      body: 'Agree on the next step, its date, and what each side does for it.',
    },
    { asks: [], subject: 'Agree on the next step', body: 'What comes next, when, and who does it.' },
  ],
};

/** What helps at each place in the buying process; for playbooks that ask for the position. */
export const positionContent: readonly Content[] = [
  {
    criterion: 'position',
    option: 'notLooking',
    text: 'An article that names the problem: a short story of a firm like theirs, what it costs to leave it.',
  },
  {
    criterion: 'position',
    option: 'researching',
    text: 'An article or a video that explains: a guide, a webinar, the questions that others asked first.',
  },
  {
    criterion: 'position',
    option: 'comparing',
    text: 'A case study to compare by: a customer who chose between us and others, a checklist, a short demo of the one thing.',
  },
  {
    criterion: 'position',
    option: 'deciding',
    text: 'A demo, or something to decide with: figures of a customer alike, the plan for the first weeks, a talk with a reference.',
  },
];

const STAGES = ['lead', 'prospect', 'opportunity'] as const;
/** The level of who decides. Money is on it too, and isn't meant. */
const asksWhoDecides = (criteria: readonly { id: string; level: string }[]): boolean =>
  criteria.some(({ id, level }) => level === 'stakeholder' && id !== 'budget');

/**
 * The steps and the content for a built-in playbook: `own` are its words at a stage, in place of the usual ones. What
 * it doesn't ask is spoken of nowhere: without a question on who decides there is no step to find them.
 */
export function usualNext(
  criteria: readonly { id: string; level: string }[],
  own: Readonly<Partial<Record<Stage, FollowUp>>> = {},
): { steps: PlaybookStep[]; content: Content[] } {
  const asked = new Set(criteria.map(({ id }) => id));
  const followUps = STAGES.flatMap((stage): PlaybookStep[] => {
    const words = own[stage] ?? usual[stage].find(({ asks }) => asks.every((id) => asked.has(id)));
    if (words === undefined) return [];
    const { label = 'Follow up', days = ids[stage].days, subject, body = '' } = words;
    return [{ id: ids[stage].id, kind: 'followUp', label, days, subject, body, stages: [stage] }];
  });
  // The plain follow-up is for stages that a team adds.
  const plain = plainSteps
    .filter(({ kind }) => kind !== 'findDecider' || asksWhoDecides(criteria))
    .map((step) => {
      const body = bodies[step.id];
      return body === undefined ? step : { ...step, body };
    });
  return {
    steps: settling([...followUps, ...plain], criteria),
    content: [...leadTypeContent, ...positionContent].filter(({ criterion }) => asked.has(criterion)),
  };
}
