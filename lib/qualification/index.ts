// The qualification of one record, as the rest of the product imports it.

export { factKind, factWords, type SharedFactName, sharedFacts } from '../record/facts';
export { reasonKey } from '../record/mapping';
export { dayWords, isoDay, workingDay } from '../util/dates';
export type { Answered, Evidence, EvidenceState } from './answers/types';
export { fits, valueLabel } from './answers/values';
export { callMinutes, callSeconds, callToggled } from './draft/call';
export { decisionName, decisionTitle, defaultDecision, isOverride, keptOf } from './draft/decision';
export {
  answer,
  type CarriedOver,
  carryOver,
  clearAnswer,
  emptyDraft,
  lastAnswered,
  later,
  quote,
  restore,
} from './draft/drafting';
export { isBegun, listedAs } from './draft/listed';
export { mergeDrafts } from './draft/merge-drafts';
export { draftNext, nextFor, nextGap, settles } from './draft/next-step';
export { answered, plainAnswers } from './evidence/answered';
export { type Disagreement, disagreement, otherSide, otherSideShort } from './evidence/disagreement';
export { aboutAnother, givenAbout } from './evidence/given-about';
export { firmName, isPlaceholder } from './evidence/placeholder';
export { type ScaleDerived, scalesDerived, scaleWords } from './evidence/scales';
export { freshWords, overruleWords } from './evidence/standing';
export { age, answerText, initials, sourceMark, sourceWords } from './evidence/summary';
export {
  buildNote,
  marker,
  type Note,
  noteBody,
  noteRoom,
  parseNote,
  type RecordedAnswer,
  type RecordedNote,
} from './note/note';
export { graveNotices, type Notice } from './plan/changes';
export { crmStage, isUnmapped, meaningOf, stagesAbove } from './plan/crm-stage';
export { type DemandedField, demandedGap, demandedNow, demandedText, demandedValue } from './plan/demanded';
export {
  type FilledForm,
  type FormField,
  type FormGap,
  fieldValue,
  fillForm,
  formGap,
  formOf,
  mappedForms,
  type ReviewForm,
  valueGap,
} from './plan/form';
export { ownerAsSeen, ownerMeanwhile } from './plan/ownership';
export { allChanges, changesOf, nextOf, partOrder, partsOf } from './plan/parts';
export { dealStage, offersDeal, type Plan, type PlanInput, plan } from './plan/plan';
export { createSubmission, type SubmissionInput, writesOf } from './plan/submitting';
export { writtenWords } from './plan/written';
export { heard, type Origin, type Told } from './record-line/vouched';
