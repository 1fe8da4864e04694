// What a statement of an article is tried on: a contact, what a built-in playbook makes of it, and the words it has.
import { contentFor, presumedFor } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import type { Playbook } from '@/lib/playbook/schema';
import { plainAnswers } from '@/lib/qualification';
import { type Case, say } from '../../cases/case';

type Contact = Pick<Case, 'facts' | 'rep'>;

/** The built-in playbook of this id. */
export function playbookOf(id: string): Playbook {
  const found = builtins.find((one) => one.id === id);
  if (!found) throw new Error(`There is no playbook "${id}".`);
  return found;
}

/** What one playbook says of a contact, by names. */
export function under(id: string, contact: Contact) {
  const said = say(contact).find((one) => one.id === id);
  if (!said) throw new Error(`There is no playbook "${id}".`);
  const { verdict, answered } = said;
  const answers = plainAnswers(answered);
  return {
    stage: verdict.stage,
    next: verdict.next,
    outcomes: verdict.outcomes.filter(({ proposed }) => proposed === 'yes').map((one) => one.id),
    flags: verdict.flags.filter(({ value }) => value === 'yes').map((one) => one.id),
    band: verdict.scales[0]?.band?.id ?? null,
    type: verdict.labels.find((one) => one.id === 'leadType')?.option ?? null,
    presumed: presumedFor(playbookOf(id), verdict.stage, answers),
    advice: contentFor(playbookOf(id), answers, 'leadType').map(({ text }) => text),
  };
}

/** Everything that a playbook says in words to the rep, or of one of its stages. */
export function wordsOf(id: string, stage?: string): string {
  const playbook = playbookOf(id);
  const own = playbook.stages.filter((one) => stage === undefined || one.id === stage);
  const words = own.flatMap(({ meaning, guidance = '' }) => [meaning, guidance]);
  if (stage !== undefined) return words.join('\n');
  const { description, criteria, flags, scales, content = [] } = playbook;
  return [
    description,
    ...words,
    ...criteria.flatMap(({ ask, yes, no, why = '', options = [] }) => [
      ...[ask, yes, no, why],
      ...options.map(({ help = '' }) => help),
    ]),
    ...flags.map(({ help = '' }) => help),
    ...scales.flatMap(({ bands }) => bands.map(({ help = '' }) => help)),
    ...content.map(({ text }) => text),
  ].join('\n');
}
