// The open record in what a glance at 56 px can take: one word, and one number.
import type { MarkValue } from '@/components/ui/Mark';
import { proposedOf } from '../store/proposed';
import type { OpenRecord } from '../store/useSidebar';
import { proposedWords } from '../words/verdict';

export type Glance = {
  /** The stage, or what is going on instead. */
  word: string;
  /** The stage's first letter; null while there is no stage. */
  letter: string | null;
  /** How many answers are missing or speak against the next stage; or a mark where there is nothing to count. */
  count: number | MarkValue | null;
  /** What the number counts; null: nothing to count. */
  of: string | null;
  /** The same in a sentence. */
  sentence: string;
};

const only = (word: string, sentence = word): Glance => ({
  ...{ word, letter: null, count: null, of: null, sentence },
});

export const noRecord = only('No contact', 'No contact is open');
export const notConnected = only('Not connected', 'This CRM is not connected yet');

export function glanceOf(record: OpenRecord): Glance {
  const { sheet, derived, playbook } = record;
  const { verdict, sentence } = derived;
  if (sheet.sendProblem || sheet.submission?.state === 'failed')
    return only('Not written', 'What you confirmed is not written yet');
  if (sheet.snapshot === null)
    return sheet.readProblem ? only('Not read', 'The record could not be read') : only('Reading');
  const stage = playbook.playbook.stages.find(({ id }) => id === verdict.stage);
  const word = stage?.name ?? 'No stage yet';
  const letter = stage ? ([...stage.name][0]?.toUpperCase() ?? null) : null;
  const whole = `${sheet.snapshot.name || 'No name'}: ${word}. ${sentence}`;
  const next = verdict.stages.find(({ id }) => id === verdict.nextStage);
  const proposed = proposedOf(record);
  if (proposed && next?.holds !== 'no')
    return { word, letter, count: 'no', of: 'against', sentence: `${whole}. ${proposedWords(proposed)}` };
  if (!next) return { word, letter, count: 'yes', of: 'all there', sentence: whole };
  if (next.holds === 'no')
    return { word, letter, count: next.against.length || 'no', of: 'against', sentence: whole };
  return { word, letter, count: next.missing[0]?.length ?? 'unknown', of: 'missing', sentence: whole };
}
