// Where the CRM is ahead of what the answers support: then what it says is kept, unless the rep decides otherwise.
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import type { Snapshot } from '@/lib/record/snapshot';
import type { Decision } from '../answers/draft';
import { decisionName, defaultDecision } from '../draft/decision';
import { fieldChanges } from './changes';
import { crmStage, stagesAbove, valuesFor } from './crm-stage';
import { formOf, type ReviewForm } from './form';

type AheadInput = {
  playbook: Playbook;
  verdict: Verdict;
  snapshot: Snapshot;
  mapping: StageMapping;
  stageFields: StageField[];
  forms?: readonly ReviewForm[] | undefined;
};

/** The fields of the stage that the CRM tells, where that is a higher one. */
function higherFields(decision: Decision, input: AheadInput): string[] {
  const { playbook, snapshot, mapping, stageFields } = input;
  const theirs = crmStage(playbook, mapping, snapshot.stages, stageFields);
  if (decision.kind !== 'stage' || theirs === null) return [];
  if (stagesAbove(playbook, decision.stage, theirs) === 0) return [];
  return stageFields
    .map(({ field }) => field)
    .filter((field) => valuesFor(mapping, theirs, field).length > 0);
}

/**
 * What the CRM says, in its own words ("Customer"), where writing the stage that the answers support would move it
 * back, or where it ended or is told to be higher by fields that the stage has no value in; null where it isn't ahead.
 */
export function aheadWords(input: AheadInput): string | null {
  const { playbook, verdict, snapshot } = input;
  const supported = defaultDecision(playbook, verdict);
  // What turns the record into another one goes its own way, with its own warning.
  if (formOf(input.forms, supported)?.instead) return null;
  const { notices } = fieldChanges(supported, decisionName(supported, playbook), input);
  const fields = new Set([
    ...notices.flatMap(({ kind, field }) => (field && /^(backward|final)$/.test(kind) ? [field] : [])),
    ...higherFields(supported, input),
  ]);
  const words = snapshot.stages
    .filter(({ field, value, carries }) => fields.has(field) && value !== '' && carries === undefined)
    .map(({ value, text }) => text || value);
  return words.length === 0 ? null : [...new Set(words)].join(' · ');
}

/** The decision to begin with: the stage that the answers support; what the CRM says is kept where that is ahead. */
export function proposedDecision(input: AheadInput, ahead: string | null): Decision {
  const supported = defaultDecision(input.playbook, input.verdict);
  return ahead === null || supported.kind !== 'stage' ? supported : { ...supported, keep: ahead };
}
