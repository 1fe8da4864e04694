// How a framework becomes a whole playbook: its own questions and rules, with what every framework leaves open.
import { pick } from '../builtin/criteria';
import { ALWAYS, levelsOf, no, reasonsFor } from '../builtin/parts';
import type { Criterion, Playbook, Rule, Stage } from '../schema';

type Step = Required<Pick<Stage, 'meaning' | 'rule' | 'guidance'>>;

export type Framework = {
  id: string;
  name: string;
  /** What its letters stand for, and how it is mapped onto the stages. */
  note: string;
  description: string;
  criteria: Criterion[];
  prospect: Step;
  opportunity: Step;
  /** Where the framework asks in another order of levels than the usual one. */
  order?: string[];
  /** Criteria whose no ends it, and those whose no means later. */
  ends: string[];
  waits: string[];
  scales?: Playbook['scales'];
};

/** A question of a framework's own, which only the customer can answer. `cites` names the framework. */
export const question =
  (framework: string) =>
  (own: Pick<Criterion, 'id' | 'level' | 'label' | 'ask' | 'yes' | 'no' | 'why'>): Criterion => ({
    ...own,
    kind: 'yesno',
    evidence: [],
    cites: [framework],
  });

const anyNo = (ids: string[]): Rule => ({ any: ids.map(no) });

/**
 * The playbook of a framework. Frameworks speak of deals and not of leads, so that the first stage, the two outcomes
 * and the source are alike in all of them; a team changes what it wants.
 */
export function template(framework: Framework): Playbook {
  const {
    id,
    name,
    note,
    description,
    prospect,
    opportunity,
    ends,
    waits,
    order = [],
    scales = [],
  } = framework;
  const cites = [name];
  const criteria = [...framework.criteria, ...pick(name, ['source'])];
  return {
    schema: 1,
    id,
    name,
    version: '1.0.0',
    description,
    sources: [{ title: name, note }],
    levels: levelsOf(criteria).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    stages: [
      {
        id: 'lead',
        name: 'Lead',
        meaning: 'A name that could become a customer; the questions of the framework are still open.',
        rule: { all: [] },
        guidance: 'Get into a conversation, and begin with the first question.',
        cites,
      },
      { id: 'prospect', name: 'Prospect', ...prospect, cites },
      { id: 'opportunity', name: 'Opportunity', ...opportunity, cites },
    ],
    outcomes: [
      {
        id: 'disqualified',
        name: 'Disqualified',
        meaning: 'What the framework cannot do without is not there, and will not be.',
        rule: anyNo(ends),
        reasons: reasonsFor('noProblem', 'cannotFit', 'outsideMarket', 'noMeans', ...ALWAYS),
        asksDate: false,
        cites,
      },
      {
        id: 'nurture',
        name: 'Nurture',
        meaning: 'It may be right, but not now. With a date to come back.',
        rule: anyNo(waits),
        reasons: reasonsFor('timing', 'noResponse', 'noBudget', 'noAuthority', 'otherFirst', 'contract'),
        asksDate: true,
        cites,
      },
    ],
    criteria,
    flags: [],
    scales,
    labels: [{ id: 'source', name: 'Source', criterion: 'source', cites }],
  };
}

/** How many of a framework's questions are answered with yes, in bands. */
export const coverage = (
  framework: string,
  criteria: readonly Criterion[],
  bands: Playbook['scales'][number]['bands'],
): Playbook['scales'] => [
  {
    id: 'coverage',
    name: 'Coverage',
    of: criteria.map(({ id, label }) => ({ label, rule: { criterion: id, is: 'yes' } })),
    bands,
    cites: [framework],
  },
];
