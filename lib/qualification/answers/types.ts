// Answers with what stands behind them, as the sidebar shows them and the note records them.
import type { AnswerValue } from '@/lib/playbook/answer';

/**
 * answers: this is (or agrees with) the answer. shown: says nothing to the question, or can't yet. stale: too old to
 * answer. placeholder: TBD and its like. overruled: would answer otherwise, but something stronger spoke.
 */
export type EvidenceState = 'answers' | 'shown' | 'stale' | 'placeholder' | 'overruled';

export type Evidence = {
  /** The fact's name, or 'earlier' for the answer in an earlier note. */
  fact: string;
  /** "replied 3 Oct 2026" */
  text: string;
  /** ISO time, where the CRM says when. */
  at: string | null;
  /** The day of `at` as the CRM shows it, where that is not UTC's. */
  day?: string;
  /** Where a person can see it. */
  url: string | null;
  /** The answer it gives or would give; null when it only informs. */
  says: AnswerValue | null;
  state: EvidenceState;
  /** Days for which it may answer, where there is a limit; counted from `at`. */
  freshDays?: number;
  /** Who says so: "HubSpot", or the person of an earlier note. */
  source: string;
  /** How the answer of an earlier note came into the CRM, where that was not plainly `source` in person. */
  via?: string;
};

export type Answered = {
  criterion: string;
  /** null: not known. */
  value: AnswerValue | null;
  from: 'rep' | 'crm' | 'earlier' | 'none';
  /** The rep has given their word on it in this draft, "don't know" included. */
  asked: boolean;
  at: string | null;
  /** The person's name, or the CRM's. */
  by: string | null;
  quote?: string;
  /** The same of an answer from an earlier note: Evidence.via. */
  via?: string;
  evidence: Evidence[];
  /** Something that is live says otherwise than `value`. */
  disagrees: boolean;
};
