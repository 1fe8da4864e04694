// Every problem in words: what happened, what was kept, what to do next. Plain text, for the person who can act.
import type { Problem, ProblemKind } from './problem';

/** What the button beside the words does; none: there is nothing to press that would help. */
export type ProblemAction = 'retry' | 'reconnect' | 'reload' | 'review' | 'none';
export type ProblemWords = { title: string; kept: string; todo: string; action: ProblemAction };

const kept = 'Your answers are kept.';
const keptNothingWritten = 'Your answers are kept, and nothing was overwritten.';
const keptLookedUp =
  'Your answers are kept. If something was being written, it is looked up before it is tried again, so nothing is written twice.';

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const sentence = (text: string) => {
  const trimmed = text.trim();
  return trimmed === '' || /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};
const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');

/** The CRM's or our own words, and the number that its support asks for. */
function details({ message, status, supportId }: Problem): string {
  const words = message.trim() === '' ? '' : `Details: ${sentence(cut(message.trim(), 300))}`;
  const code = status === undefined ? '' : `Status ${status}.`;
  return join(words, code, supportId === undefined ? '' : `Reference for support: ${supportId}.`);
}

/** "crm.objects.deals.write" says itself what it is for, to those who know how to read it. */
function scopeWords(scope: string): string {
  const parts = scope.split('.');
  const verb = parts.at(-1);
  const object = parts.at(-2)?.replaceAll('_', ' ');
  if (object === undefined || (verb !== 'read' && verb !== 'write')) return scope;
  const what = parts.includes('schemas') ? `the field definitions of ${object}` : object;
  return `${scope} (to ${verb} ${what})`;
}

/** "in 8 seconds", "in 3 minutes"; "in a moment" where the CRM doesn't say. */
function waitWords(ms: number | undefined): string {
  if (ms === undefined || !(ms > 0)) return 'in a moment';
  const seconds = Math.ceil(ms / 1000);
  if (seconds === 1) return 'in a second';
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}

const labels = (problem: Problem) => (problem.fields ?? []).map((field) => field.label || field.field);
const scopesOr = ({ scopes = [] }: Problem, otherwise: string) => listOr(scopes.map(scopeWords), otherwise);
const listOr = (list: string[], otherwise: string) => (list.length > 0 ? list.join(', ') : otherwise);
/** The CRM's present values; their fields are told by id only, which says nothing to a rep. */
const theirs = ({ theirs: values = [] }: Problem, crm: string) =>
  values.length === 0
    ? ''
    : `${crm} now says: ${values.map((one) => one.text || one.value || '(empty)').join(', ')}.`;

/** What a duplicate rule says, and whether the rep may overrule it. */
const duplicateWords = ({ message, duplicates }: Problem, crm: string): ProblemWords => ({
  title: `${crm} takes this for a duplicate`,
  kept: keptNothingWritten,
  todo: join(
    duplicates?.mayAllow
      ? 'Look at what is there already. If yours is another, save it anyway; otherwise go on there.'
      : `Look at what is there already, and go on there. Your ${crm} admin decides what may be saved beside it.`,
    message.trim() === '' ? '' : `${crm} says: ${sentence(cut(message.trim(), 300))}`,
  ),
  action: 'review',
});

/** Signed in to with a pasted key; taken for so where nobody says how. */
const byKey = ({ way }: Problem) => way === undefined || way === 'key';

const words: Record<ProblemKind, (problem: Problem, crm: string) => ProblemWords> = {
  'not-connected': (problem, crm) => ({
    title: `${crm} is not connected`,
    kept,
    todo: `Connect ${crm}${byKey(problem) ? ' with a key' : ''}, then come back to this record.`,
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
  'wrong-account': (problem, crm) => {
    const what = byKey(problem) ? 'key' : 'sign-in';
    const { accounts } = problem;
    return {
      title: `This page and the ${what} belong to different ${crm} accounts`,
      kept: 'Your answers are kept, and nothing was read or written.',
      todo:
        accounts === undefined
          ? `Connect a ${what} of the account that this page belongs to.`
          : `The page belongs to account ${accounts.page}, the ${what} to account ${accounts.key}. Connect a ${what} of ${accounts.page}, or open the record in ${accounts.key}.`,
      action: 'reconnect',
    };
  },
  gone: (_, crm) => ({
    title: `This record is no longer in ${crm}`,
    kept,
    todo: `It was deleted or archived. Restore it in ${crm}, then read it again.`,
    action: 'reload',
  }),
  merged: (problem) => ({
    title: 'This record was merged into another one',
    kept,
    todo:
      problem.mergedInto === undefined
        ? 'Open the record that it was merged into, and go on there.'
        : `Open record ${problem.mergedInto}, which it was merged into, and go on there.`,
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
        .filter((f) => f.message !== '' && !problem.message.startsWith(f.message))
        .map((f) => sentence(`${crm} says: ${cut(f.message, 200)}`)),
      theirs(problem, crm),
      `Ask your ${crm} admin whether stages may go back, or review again and keep the present stage.`,
    ),
    action: 'review',
  }),
  busy: (problem, crm) => ({
    title: `${crm} is taking no more requests for now`,
    kept: keptLookedUp,
    todo: `Your team shares one allowance. Try again ${waitWords(problem.retryAfterMs)}.`,
    action: 'retry',
  }),
  'crm-down': (problem, crm) => ({
    title: `${crm} has a fault of its own`,
    kept: keptLookedUp,
    todo: join(`Try again ${waitWords(problem.retryAfterMs)}.`, details(problem)),
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
  storage: (problem) => ({
    title: 'The browser could not store your work',
    kept: 'Answers since the last save are only in this sidebar: leave it open.',
    todo: join('Free some disk space or close other tabs, then try again.', details(problem)),
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
  return problem.standing ? { ...found, kept: join(found.kept, sentence(problem.standing)) } : found;
}
