// Every problem in words: what happened, what was kept, what to do next. Plain text, for the person who can act.

import {
  byKey,
  cut,
  details,
  duplicateWords,
  join,
  kept,
  keptLookedUp,
  keptNothingWritten,
  labels,
  listOr,
  otherUserWords,
  type ProblemWords,
  pressWords,
  scopesOr,
  sentence,
  theirs,
  waitWords,
} from './phrases';
import type { Problem, ProblemKind } from './problem';

export type { ProblemAction, ProblemWords } from './phrases';

/** What helps, by what is the matter with the browser's storage. */
const storageTodo: Record<NonNullable<Problem['store']>, string> = {
  full: 'The disk is full, or what the browser may use of it. Free some space, then try again.',
  newer: 'Nothing of it was touched. Update Stagecheck in the browser’s list of extensions, then try again.',
  held: 'Close the other windows of Stagecheck, then try again.',
  broken: 'Free some disk space or start the browser again, then try again.',
};

const words: Record<ProblemKind, (problem: Problem, crm: string) => ProblemWords> = {
  'not-connected': (problem, crm) => ({
    title: problem.barred
      ? `The browser no longer lets Stagecheck reach ${problem.barred}`
      : `${crm} is not connected`,
    kept,
    todo: problem.barred
      ? 'Open the connections and allow it there. What waits then goes on by itself.'
      : `Connect ${crm}${byKey(problem) ? ' with a key' : ''}, then come back to this record.`,
    action: 'reconnect',
  }),
  'key-refused': (problem, crm) => ({
    title: byKey(problem) ? `${crm} refused the key` : `You are signed out of ${crm}`,
    kept,
    todo:
      problem.way === 'oauth'
        ? `${crm} no longer takes Stagecheck's sign-in. Open the connections and sign in again.`
        : problem.way === 'session'
          ? join(
              `Sign in to ${crm} in this browser, then try again. If it stays so, connect another way.`,
              details(problem),
            )
          : `The key has expired or was revoked. Connect again with a new one.`,
    action: problem.way === 'session' ? 'retry' : 'reconnect',
  }),
  'sign-in': (problem, crm) => ({
    title: `The sign-in to ${crm} did not come to its end`,
    kept: 'What you typed is kept, and nothing was connected.',
    todo: join(sentence(cut(problem.message.trim(), 300)), 'Try again.'),
    action: 'retry',
  }),
  'no-api': (problem, crm) => ({
    title: `${crm} does not take this sign-in`,
    kept,
    todo: join(
      sentence(cut(problem.message.trim(), 300)),
      `Ask your ${crm} admin to allow it, or connect another way.`,
    ),
    action: 'reconnect',
  }),
  'missing-scope': (problem, crm) => ({
    title: byKey(problem) ? `The ${crm} key may not do this` : `Stagecheck may not do this in ${crm}`,
    kept,
    todo: byKey(problem)
      ? `Ask whoever made the key to add ${scopesOr(problem, 'the scope that is missing')}, then try again.`
      : `Ask your ${crm} admin for ${scopesOr(problem, 'the permission that is missing')}, then try again.`,
    action: 'retry',
  }),
  forbidden: (problem, crm) => ({
    title: `${crm} does not allow this`,
    kept,
    todo: join(`Ask your ${crm} admin for access to this record or field, then try again.`, details(problem)),
    action: 'retry',
  }),
  'wrong-account': ({ accounts }, crm) => ({
    title: `This page and the connection belong to different ${crm} accounts`,
    kept: 'Your answers are kept, and nothing was read or written.',
    todo:
      accounts === undefined
        ? 'Connect the account that this page belongs to.'
        : `The page belongs to ${accounts.page}, the connection to ${accounts.key}. Connect ${accounts.page} too, or open the record in ${accounts.key}.`,
    action: 'reconnect',
  }),
  'other-user': ({ users }, crm) => otherUserWords(users, crm),
  gone: (_, crm) => ({
    title: `This record is no longer in ${crm}`,
    kept,
    todo: `It was deleted or archived. Restore it in ${crm}, then read it again.`,
    action: 'reload',
  }),
  merged: () => ({
    title: 'This record was merged into another one',
    kept: keptNothingWritten,
    todo: 'Read the record again to go on at the one that it was merged into, with the same answers.',
    action: 'reload',
  }),
  converted: ({ became }) => ({
    title: 'This lead was converted meanwhile',
    kept: keptNothingWritten,
    todo: `Someone else did it. Read the record again to go on ${
      became ? `at the contact that it became, ${became.name},` : 'at the contact that it became,'
    } with the same answers.`,
    action: 'reload',
  }),
  changed: (problem, crm) => ({
    title: `Someone changed this record in ${crm} meanwhile`,
    kept: keptNothingWritten,
    todo: join(
      theirs(problem, crm) || 'A value that you were shown is no longer the same.',
      'Look at the review again, and confirm if you still want the change.',
    ),
    action: 'review',
  }),
  required: (problem, crm) => ({
    title: `${crm} demands more before it takes this`,
    kept,
    todo: join(
      `Fill in ${listOr(labels(problem), 'the fields that it demands')} in the review, then confirm again.`,
      labels(problem).length > 0 ? '' : details(problem),
    ),
    action: 'review',
  }),
  invalid: (problem, crm) =>
    problem.duplicates !== undefined
      ? duplicateWords(problem, crm)
      : {
          title: `${crm} did not accept a value`,
          kept,
          todo: join(
            'Correct it in the review, then confirm again.',
            ...(problem.fields ?? []).map((f) => sentence(`${f.label || f.field}: ${cut(f.message, 200)}`)),
            labels(problem).length > 0 ? '' : details(problem),
          ),
          action: 'review',
        },
  automation: (problem, crm) => ({
    title: `An automation in ${crm} stopped this`,
    kept: keptNothingWritten,
    todo: join(
      'Try again. If it stays so, give your admin these words:',
      sentence(cut(problem.message.trim(), 300)) || 'an automation failed.',
    ),
    action: 'retry',
  }),
  locked: (problem, crm) => ({
    title: `This record is locked in ${crm}`,
    kept: keptNothingWritten,
    todo: join(
      'It may be waiting for an approval. Try again once that is over, or ask your admin to unlock it.',
      details(problem),
    ),
    action: 'retry',
  }),
  'in-use': (problem, crm) => ({
    title: 'Someone else is saving this record now',
    kept: keptNothingWritten,
    todo: join(`${crm} takes one change at a time. Wait a moment, then try again.`, details(problem)),
    action: 'retry',
  }),
  unmapped: (_, crm) => ({
    title: `This stage has no place in ${crm}`,
    kept,
    todo: `Ask your team lead to choose the ${crm} value for it in the mapping, then review again.`,
    action: 'review',
  }),
  'not-moved': (problem, crm) => ({
    title: `${crm} kept the old stage`,
    kept,
    todo: join(
      problem.message.trim() === ''
        ? 'It took the change and did not carry it out.'
        : sentence(cut(problem.message.trim(), 400)),
      ...(problem.fields ?? [])
        .filter((f) => f.message !== '' && !problem.message.includes(f.message))
        .map((f) => sentence(`${crm} says: ${cut(f.message, 200)}`)),
      theirs(problem, crm),
      `Ask your ${crm} admin what keeps it from changing, or review again and keep the present stage.`,
    ),
    action: 'review',
  }),
  busy: (problem, crm) => ({
    title:
      problem.usedUp === undefined
        ? `${crm} is taking no more requests for now`
        : `Your team’s requests to ${crm} are used up for now`,
    kept: keptLookedUp,
    todo: join(
      problem.usedUp ?? `Your team shares one allowance. Try again ${waitWords(problem.retryAfterMs)}.`,
      problem.usedUp === undefined ? pressWords(problem) : '',
      details(problem),
    ),
    action: 'retry',
  }),
  'crm-down': (problem, crm) => ({
    title: `${crm} has a fault of its own`,
    kept: keptLookedUp,
    todo: join(`Try again ${waitWords(problem.retryAfterMs)}.`, pressWords(problem), details(problem)),
    action: 'retry',
  }),
  offline: (_, crm) => ({
    title: `No connection to ${crm}`,
    kept: keptLookedUp,
    todo: 'Check your network, then try again.',
    action: 'retry',
  }),
  timeout: (_, crm) => ({
    title: `${crm} did not answer in time`,
    kept: keptLookedUp,
    todo: 'Try again.',
    action: 'retry',
  }),
  'odd-answer': (problem, crm) => ({
    title: `${crm} answered in a way we don't understand`,
    kept: keptLookedUp,
    todo: join('Try again. If it stays so, tell your admin.', details(problem)),
    action: 'retry',
  }),
  'not-here': () => ({
    title: 'This tab no longer shows that record',
    kept,
    todo: 'Go back to the record to go on with it.',
    action: 'none',
  }),
  'in-line': ({ takenBack }, crm) => ({
    title: takenBack
      ? 'An earlier decision on this record may still arrive'
      : 'An earlier decision on this record comes first',
    kept,
    todo: takenBack
      ? `The earlier one was taken back while ${crm} was at it. This one follows by itself.`
      : 'Go on with the earlier one, or take it back. This one then follows by itself.',
    action: 'none',
  }),
  storage: (problem) => ({
    title:
      problem.store === 'newer'
        ? 'Stagecheck’s data here is of a newer version'
        : 'The browser could not store your work',
    kept: 'Answers since the last save are only in this sidebar: leave it open.',
    todo: join(storageTodo[problem.store ?? 'broken'], problem.store === 'newer' ? '' : details(problem)),
    action: 'retry',
  }),
  unexpected: (problem) => ({
    title: 'Something went wrong that we did not foresee',
    kept: keptLookedUp,
    todo: join('Reload the page and try again. If it stays so, tell your admin.', details(problem)),
    action: 'reload',
  }),
};

/** A problem in words; `crmName` as people call it ("HubSpot"). All parts are plain text and never empty. */
export function problemWords(problem: Problem, crmName: string): ProblemWords {
  const found = words[problem.kind](problem, crmName);
  if (!problem.standing) return found;
  // What was written, or may have been, is said behind it: then nothing may be said of nothing.
  const before = found.kept === keptNothingWritten ? kept : found.kept;
  return { ...found, kept: join(before, sentence(problem.standing)) };
}
