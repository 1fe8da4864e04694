// The values that answers may have, as the logic sees them.

/** Kleene's three values. */
export type Truth = 'yes' | 'no' | 'unknown';

/** 'yes' or 'no' (yesno), an option's id (choice), a number, or an ISO day YYYY-MM-DD (date). */
export type AnswerValue = string | number;

/** Criterion id to its value; null, and an absent id, both mean unknown. */
export type Answers = Readonly<Record<string, AnswerValue | null>>;
