// What a playbook says of a set of answers.
import type { AnswerValue, Truth } from './answer';

/** One thing to learn: any of these values for this criterion would do. `range` stands for numbers and dates. */
export type MissingItem = {
  criterion: string;
  accept: AnswerValue[];
  /** In words for numbers and dates ("at least 50", "before 1 Jan 2027"); absent for yesno and choice. */
  words?: string;
};

/** Why the missing sets that are named are not all there are. */
export type Cut = 'list' | 'search';

export type StageVerdict = {
  id: string;
  /** This stage's own rule. */
  rule: Truth;
  /** Its own rule and every earlier stage's. */
  holds: Truth;
  /** The smallest sets that would make `holds` yes, fewest items first; empty when it is settled. */
  missing: MissingItem[][];
  /**
   * There where `missing` is not all. 'list': there are more sets, none with fewer answers than those named. 'search':
   * each set named would do and none can be made smaller, but the search met its bound; others may need fewer answers.
   */
  cut?: Cut;
  /** Criteria whose present answers keep the rule from being yes; empty unless `holds` is no. */
  against: string[];
};

export type Verdict = {
  playbook: { id: string; version: string; hash: string };
  /** The highest stage that holds; null where not even the first does. */
  stage: string | null;
  /** The stage after it; null at the top. */
  nextStage: string | null;
  stages: StageVerdict[];
  /** The best question to ask now; null when nothing useful is left. */
  next: string | null;
  outcomes: { id: string; proposed: Truth }[];
  flags: { id: string; name: string; value: Truth }[];
  scales: {
    id: string;
    name: string;
    /** null where none of its bands is reached, or what is unknown could still lead to a higher one. */
    band: { id: string; label: string } | null;
    yes: number;
    no: number;
    unknown: number;
  }[];
  labels: { id: string; name: string; option: string | null }[];
};
