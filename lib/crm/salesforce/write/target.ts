// What a submission is written to: the record itself, or the contact that a lead has become.
import type { RecordRef } from '@/lib/record/record';
import { problem } from '../client/problems';
import type { Condition } from '../client/select';
import { text } from '../client/soql';
import { taskKey } from '../read/marker';
import { unlessMerged } from '../read/merged';
import type { Org } from '../setup/org';

export type Target = {
  ref: RecordRef;
  /** Set for a converted lead. */
  converted: { account: string; contact: string; opportunity: string } | null;
  /** When it was last changed; '' where that isn't told. */
  changedAt: string;
  /** The account behind it; '' for none. */
  account: string;
  /** Finds the tasks of the record (and of the lead it was). */
  tasks: Condition;
};

/** The tasks that hang on a record; on another person too, where one is named. */
export function tasksOn(object: string, id: string, other = ''): Condition {
  const key = taskKey(object);
  const own = `${key} = ${text(id)}`;
  return { soql: other === '' ? own : `(${own} OR ${key} = ${text(other)})`, on: [key] };
}

const LEAD = [
  'IsConverted',
  'ConvertedAccountId',
  'ConvertedContactId',
  'ConvertedOpportunityId',
  'LastModifiedDate',
];

/**
 * Without asking, as the record was last read; null where that doesn't do. That it still holds is for the write to
 * find out, in the org. `deal`: an opportunity is created with it, so its account must be known.
 */
export async function targetSeen(org: Org, ref: RecordRef, deal: boolean): Promise<Target | null> {
  org.hold(ref);
  if (!['Lead', 'Contact', 'Opportunity'].includes(ref.object)) return null;
  const seen = await org.seen.get(ref.id);
  if (deal && !seen) return null;
  const tasks = tasksOn(ref.object, ref.id);
  return { ref, converted: null, changedAt: seen?.changedAt ?? '', account: seen?.account ?? '', tasks };
}

/** Rejects with gone, merged, not-here, wrong-account. */
export async function targetOf(org: Org, ref: RecordRef): Promise<Target> {
  org.hold(ref);
  const tasks = tasksOn(ref.object, ref.id);
  if (ref.object === 'Lead') {
    const lead = await unlessMerged(org, ref, () => org.fieldsOf('Lead', ref.id, LEAD));
    const { ConvertedAccountId = '', ConvertedContactId = '', ConvertedOpportunityId = '' } = lead;
    const changedAt = lead.LastModifiedDate ?? '';
    if (lead.IsConverted !== 'true') return { ref, converted: null, changedAt, account: '', tasks };
    return {
      ref: org.ref('Contact', ConvertedContactId),
      converted: {
        account: ConvertedAccountId,
        contact: ConvertedContactId,
        opportunity: ConvertedOpportunityId,
      },
      changedAt: '',
      account: ConvertedAccountId,
      tasks: tasksOn('Lead', ref.id, ConvertedContactId),
    };
  }
  if (ref.object !== 'Contact' && ref.object !== 'Opportunity')
    throw problem('not-here', 'Only leads, contacts and opportunities are written in Salesforce.');
  const { shown: record } = await unlessMerged(org, ref, () =>
    org.shownOf(ref.object, ref.id, ['AccountId', 'LastModifiedDate']),
  );
  return {
    ref,
    converted: null,
    changedAt: record.LastModifiedDate ?? '',
    account: record.AccountId ?? '',
    tasks,
  };
}
