// Where the org has our field on its activities, Salesforce itself refuses what a submission would make a second time.
import type { Submission } from '@/lib/qualification/plan/submission';
import type { Body, CompositeAnswer } from '../client/composite';
import { codeOf } from '../client/problems';
import type { OrgField } from '../client/shapes';

/** A text field that an admin may add to activities: unique, so that no two tasks hold the same value. */
export const ONCE = 'Stagecheck_Submission__c';

/** The id of a submission, and the word that tells its next step from its evidence. */
const LENGTH = 'next:'.length + 36;

/** Whether the org's tasks have the field, this sign-in may fill it in, and no two tasks may hold the same. */
export const hasOnce = (fields: readonly OrgField[]): boolean =>
  fields.some(
    ({ name, type, createable, unique, length }) =>
      name === ONCE && type === 'string' && createable && unique && length >= LENGTH,
  );

/**
 * What goes into the body of a task. All parts of a composite call stand or fall together, so a call that arrives late,
 * after its repetition, makes nothing: no task, no opportunity, no change of the record.
 */
export function onceFor({ id }: Submission, which: 'evidence' | 'next', has: boolean): Body {
  return has ? { [ONCE]: onceOf({ id }, which) } : {};
}

/** What the field holds. */
export const onceOf = ({ id }: Pick<Submission, 'id'>, which: 'evidence' | 'next'): string =>
  which === 'next' ? `next:${id}` : id;

/** Refused because an earlier call of the same submission had made it by then. DUPLICATE_VALUE names the field. */
export const madeBefore = ({ problems }: CompositeAnswer): boolean =>
  ['task', 'next'].some((part) => {
    const refused = problems.get(part);
    return codeOf(refused) === 'DUPLICATE_VALUE' && refused?.problem.message.includes(ONCE) === true;
  });
