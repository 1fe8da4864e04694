// Phrases that the words of several problems share. Plain text.
import type { Problem } from './problem';

/** What the button beside the words does; none: there is nothing to press that would help. */
export type ProblemAction = 'retry' | 'reconnect' | 'reload' | 'review' | 'none';
export type ProblemWords = { title: string; kept: string; todo: string; action: ProblemAction };

export const kept = 'Your answers are kept.';
export const keptNothingWritten = 'Your answers are kept, and nothing was overwritten.';
export const keptLookedUp =
  'Your answers are kept. If something was being written, it is looked up before it is tried again, so nothing is written twice.';

export const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
export const sentence = (text: string) => {
  const trimmed = text.trim();
  return trimmed === '' || /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};
export const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');

/** The CRM's or our own words, and the number that its support asks for. */
export function details({ message, status, supportId }: Problem): string {
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
export function waitWords(ms: number | undefined): string {
  if (ms === undefined || !(ms > 0)) return 'in a moment';
  const seconds = Math.ceil(ms / 1000);
  if (seconds === 1) return 'in a second';
  return seconds < 90 ? `in ${seconds} seconds` : `in ${Math.ceil(seconds / 60)} minutes`;
}

/** What a press does to a pause that the CRM asks for, where it is longer than a few seconds (lib/background/outbox/pace.ts). */
export const pressWords = ({ retryAfterMs = 0 }: Problem): string =>
  retryAfterMs > 10_000 ? 'If you press sooner, it is asked once.' : '';

export const labels = (problem: Problem) => (problem.fields ?? []).map((field) => field.label || field.field);
export const scopesOr = ({ scopes = [] }: Problem, otherwise: string) =>
  listOr(scopes.map(scopeWords), otherwise);
export const listOr = (list: string[], otherwise: string) => (list.length > 0 ? list.join(', ') : otherwise);
/** The CRM's present values; their fields are told by id only, which says nothing to a rep. */
export const theirs = ({ theirs: values = [] }: Problem, crm: string) =>
  values.length === 0
    ? ''
    : `${crm} now says: ${values.map((one) => one.text || one.value || '(empty)').join(', ')}.`;

/** What a duplicate rule says, and whether the rep may overrule it. */
export const duplicateWords = ({ message, duplicates }: Problem, crm: string): ProblemWords => ({
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
export const byKey = ({ way }: Problem) => way === undefined || way === 'key';

/** Another person than the one who answered; which of the two it is that has to be put right is said. */
export function otherUserWords(users: Problem['users'], crm: string): ProblemWords {
  const kept = 'Your answers are kept, and nothing was sent under another name.';
  if (!users)
    return {
      title: `Someone else is signed in to ${crm}`,
      kept,
      todo: `Sign in to ${crm} as the person who answered: it then goes on by itself.`,
      action: 'reconnect',
    };
  const { answered, now, as } = users;
  const orTakeBack = `Or take it back, and decide again as ${now}.`;
  if (as === 'chosen')
    return {
      title: `${answered} answered, and Stagecheck now writes as ${now}`,
      kept,
      todo: `Choose ${answered} again in the connections: it then goes on by itself. ${orTakeBack}`,
      action: 'reconnect',
    };
  if (as === 'unasked')
    return {
      title: `${crm} can’t be asked now whose sign-in this browser has`,
      kept: 'Your answers are kept, and nothing was sent.',
      todo: `It is not the one that was last known as ${answered}’s. Check your network, and that you are signed in to ${crm}. Then confirm again.`,
      action: 'retry',
    };
  if (as === 'confirm')
    return {
      title: `${now} is signed in, and Stagecheck writes as ${answered}`,
      kept: 'Your answers are kept, and nothing was sent.',
      todo: `To write as ${now}, open the connections and sign in again there. Or sign in to ${crm} as ${answered}. Then confirm again.`,
      action: 'reconnect',
    };
  return {
    title: `${answered} answered, and ${now} is signed in`,
    kept,
    todo: `Sign in to ${crm} as ${answered}: it then goes on by itself. ${orTakeBack}`,
    action: 'reconnect',
  };
}
