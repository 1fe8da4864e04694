// A case: a person as a CRM and a rep know them, and what each built-in playbook makes of them.
import { compile, evaluate } from '@/lib/playbook';
import type { AnswerValue, Truth } from '@/lib/playbook/answer';
import { builtins } from '@/lib/playbook/builtin';
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import { answer, answered, emptyDraft, plainAnswers } from '@/lib/qualification';
import type { Answered } from '@/lib/qualification/answers/types';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import { ann, daysAgo, fact, now, ref, snapshot } from '../../qualification/fixture';

/** What is said beside the stage, of one playbook. Only what is named is looked at. */
type Beside = {
  outcomes?: Record<string, Truth>;
  flags?: Record<string, Truth>;
  labels?: Record<string, string | null>;
  band?: string | null;
};

export type Case = {
  name: string;
  /** One or two sentences: who this is, and what happened. */
  story: string;
  facts?: Fact[];
  /** What the rep answered, by criterion; null is "don't know". */
  rep?: Record<string, AnswerValue | null>;
  /** Answers that an earlier note left, 30 days ago. */
  earlier?: Record<string, AnswerValue>;
  /**
   * The stage under each built-in in their order: default, value, three-levels, communication, target-market, profile,
   * response. L lead, P prospect, O opportunity, - not even a lead.
   */
  stages: string;
  beside?: Record<string, Beside>;
  /** Criteria where the CRM says otherwise than the answer that holds, in every playbook that asks them. */
  disagrees?: string[];
};

/** The profile of the team in these cases: logistics in Germany and France, 50 to 5,000 people. */
const market: Playbook['market'] = {
  industries: ['Logistics'],
  countries: ['Germany', 'France'],
  employees: { min: 50, max: 5000 },
};
export const playbooks = builtins.map((playbook) => compile({ ...playbook, market }));

/** A fact whose value is a time, so many days ago. */
export const ago = (name: string, days: number): Fact => fact(name, daysAgo(days), daysAgo(days));
/** The last form that was sent, by its name. */
export const form = (name: string, days: number): Fact => fact('web.lastFormName', name, daysAgo(days));
export const company = (industry: string, country: string, employees: number): Fact[] => [
  fact('company.industry', industry, daysAgo(60)),
  fact('company.country', country, daysAgo(60)),
  fact('company.employees', employees, daysAgo(60)),
];
export const inMarket = company('Logistics', 'Germany', 240);
export const outside = company('Retail', 'Brazil', 12);
export const answers = (value: AnswerValue, ...ids: string[]): Record<string, AnswerValue> =>
  Object.fromEntries(ids.map((id) => [id, value]));
export const yes = (...ids: string[]) => answers('yes', ...ids);
export const no = (...ids: string[]) => answers('no', ...ids);

export type Said = { id: string; verdict: Verdict; answered: Record<string, Answered> };

/** The whole way, from the snapshot and the rep's answers to the verdict, under every built-in playbook. */
export function say({ facts = [], rep = {}, earlier = {} }: Pick<Case, 'facts' | 'rep' | 'earlier'>): Said[] {
  const before: Snapshot['earlier'] = Object.entries(earlier).map(([criterion, value]) => ({
    criterion,
    value,
    at: daysAgo(30),
    by: 'Bo',
    url: null,
  }));
  const record = snapshot(facts, { earlier: before });
  return playbooks.map((compiled) => {
    const { playbook, hash } = compiled;
    const draft = Object.entries(rep).reduce(
      (so, [id, value]) => answer(so, id, value, ann, now),
      emptyDraft(ref, { id: playbook.id, version: playbook.version, hash }, now),
    );
    const all = answered(playbook, record, draft, now);
    return { id: playbook.id, verdict: evaluate(compiled, plainAnswers(all)), answered: all };
  });
}

const LETTERS: Record<string, string> = { lead: 'L', prospect: 'P', opportunity: 'O' };

/** The stages of all built-ins in one line: "L L P P O L -". */
export const stageLine = (said: Said[]): string =>
  said.map(({ verdict }) => (verdict.stage === null ? '-' : (LETTERS[verdict.stage] ?? '?'))).join(' ');
