// Answers that carry a contact up the default playbook's ladder.

const yes = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']));

/** What makes a prospect, beside the facts that the CRM already has of `ann`. */
export const prospect = yes('fitsMarket', 'hasProblem', 'couldUse');

export const opportunity = { ...prospect, ...yes('pain', 'interest', 'fit', 'explore', 'partner') };
