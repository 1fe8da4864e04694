// What the other parts use of playbooks.
export { compile, compileChecked, PlaybookError } from './compile';
export type { Compiled } from './compiled';
export { type EvaluateOptions, evaluate } from './evaluate';
export { explainOutcome, explainStage, explainVerdict } from './explain';
export type { Finding } from './finding';
export { hashPlaybook } from './hash';
export { lint } from './lint';
export { contentFor, stepFor, stepsOf } from './next-step';
export { type Parsed, parsePlaybook, parsePlaybookText } from './parse';
export { presumedFor, presumedWords } from './presumed';
export { dayInWords, valueInWords } from './words';
