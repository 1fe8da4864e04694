// What a deal is called in this CRM, in the forms that sentences need.

/** "a deal", "an opportunity". */
export const aDeal = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

/** "Deal", "Opportunity". */
export const titled = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
