// The qualification of one record, as the rest of the product imports it.
export { answered, plainAnswers } from './answered';
export { answer, type CarriedOver, carryOver, clearAnswer, emptyDraft } from './drafting';
export { factKind, factWords, type SharedFactName, sharedFacts } from './facts';
export { isPlaceholder } from './placeholder';
export type { Answered, Evidence, EvidenceState } from './types';
export { fits, valueLabel } from './values';
