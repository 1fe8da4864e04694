// What a submission is written to: the record itself, or the contact that a lead has become.
import type { RecordRef } from '../../qualification/record';
import { taskKey } from './marker';
import type { Org } from './org';
import { problem } from './problems';
import { text } from './soql';

export type Target = {
  ref: RecordRef;
  /** Set for a converted lead. */
  converted: { account: string; contact: string; opportunity: string } | null;
  /** When it was last changed; '' where that isn't told. */
  changedAt: string;
  /** The account behind it; '' for none. */
  account: string;
  /** Finds the tasks of the record (and of the lead it was), for a WHERE clause. */
  tasks: string;
};

const LEAD = [
  'IsConverted',
  'ConvertedAccountId',
  'ConvertedContactId',
  'ConvertedOpportunityId',
  'LastModifiedDate',
];

/** Rejects with gone, not-here, wrong-account. */
export async function targetOf(org: Org, ref: RecordRef): Promise<Target> {
  org.hold(ref);
  const tasks = `${taskKey(ref.object)} = ${text(ref.id)}`;
  if (ref.object === 'Lead') {
    const lead = await org.fieldsOf('Lead', ref.id, LEAD);
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
      tasks: `(${tasks} OR WhoId = ${text(ConvertedContactId)})`,
    };
  }
  if (ref.object !== 'Contact' && ref.object !== 'Opportunity')
    throw problem('not-here', 'Only leads, contacts and opportunities are written in Salesforce.');
  const record = await org.fieldsOf(ref.object, ref.id, ['AccountId', 'LastModifiedDate']);
  return {
    ref,
    converted: null,
    changedAt: record.LastModifiedDate ?? '',
    account: record.AccountId ?? '',
    tasks,
  };
}
