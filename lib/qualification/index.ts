// The qualification of one record, as the rest of the product imports it.
export { answered, plainAnswers } from './answered';
export type { Notice } from './changes';
export { dayWords, isoDay } from './days';
export { decisionName, defaultDecision, isOverride } from './decision';
export { answer, type CarriedOver, carryOver, clearAnswer, emptyDraft } from './drafting';
export { factKind, factWords, type SharedFactName, sharedFacts } from './facts';
export {
  type FilledForm,
  type FormField,
  type FormGap,
  fieldValue,
  fillForm,
  formGap,
  formOf,
  type ReviewForm,
  valueGap,
} from './form';
export {
  buildNote,
  earlierAnswers,
  marker,
  type Note,
  noteBody,
  noteRoom,
  parseNote,
  type RecordedAnswer,
  type RecordedNote,
} from './note';
export { allChanges, changesOf, nextOf, partOrder, partsOf } from './parts';
export { isPlaceholder } from './placeholder';
export { dealStage, offersDeal, type Plan, type PlanInput, plan } from './plan';
export { createSubmission, type SubmissionInput } from './submitting';
export { age, answerText, initials, sourceMark, sourceWords } from './summary';
export type { Answered, Evidence, EvidenceState } from './types';
export { fits, valueLabel } from './values';
