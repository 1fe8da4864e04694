// The qualification of one record, as the rest of the product imports it.

export { answered, plainAnswers } from './answered';
export { callMinutes, callSeconds, callToggled } from './call';
export { graveNotices, type Notice } from './changes';
export { crmStage, stagesAbove } from './crm-stage';
export { dayWords, isoDay, workingDay } from './days';
export { decisionName, decisionTitle, defaultDecision, isOverride, keptOf } from './decision';
export { type DemandedField, demandedText, demandedValue } from './demanded';
export { type Disagreement, disagreement, otherSide, otherSideShort } from './disagreement';
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
} from './drafting';
export { factKind, factWords, type SharedFactName, sharedFacts } from './facts';
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
} from './form';
export { aboutAnother, givenAbout } from './given-about';
export { isBegun, listedAs } from './listed';
export { reasonKey } from './mapping';
export { mergeDrafts } from './merge-drafts';
export { draftNext, nextFor, nextGap, settles } from './next-step';
export {
  buildNote,
  marker,
  type Note,
  noteBody,
  noteRoom,
  parseNote,
  type RecordedAnswer,
  type RecordedNote,
} from './note';
export { ownerAsSeen, ownerMeanwhile } from './ownership';
export { allChanges, changesOf, nextOf, partOrder, partsOf } from './parts';
export { isPlaceholder } from './placeholder';
export { dealStage, offersDeal, type Plan, type PlanInput, plan } from './plan';
export { type ScaleDerived, scalesDerived, scaleWords } from './scales';
export { freshWords, overruleWords } from './standing';
export { createSubmission, type SubmissionInput, writesOf } from './submitting';
export { age, answerText, initials, sourceMark, sourceWords } from './summary';
export type { Answered, Evidence, EvidenceState } from './types';
export { fits, valueLabel } from './values';
export { heard, type Origin, type Told } from './vouched';
export { writtenWords } from './written';
