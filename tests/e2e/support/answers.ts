// Answers that carry a contact up the default playbook's ladder.

const yes = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'yes']));

/** What makes a prospect, and then an opportunity. */
export const yesToAll = yes(
  ...['twoWay', 'fitsMarket', 'hasProblem', 'couldUse', 'decides'],
  ...['pain', 'interest', 'fit', 'explore', 'partner'],
);
