// Converting a lead into an account, a contact and, if wanted, an opportunity. It can't be undone.
import type { SfRecord, Value, Values } from '../model';
import { refuse } from '../problem';
import { objectOf } from '../schema/objects';
import { nowIn, type Scene } from '../world';
import { aliasOf, guardChange, noAccess } from './access';
import { accountFrom, contactFrom, dealFrom } from './convert-values';
import { derived } from './derive';
import { historyRows, row } from './history';
import { create, update } from './write';

export type Conversion = {
  leadId: string;
  convertedStatus: string | null;
  doNotCreateOpportunity: boolean;
  accountId: string | null;
  contactId: string | null;
  opportunityName: string | null;
  ownerId: string | null;
  overwriteLeadSource: boolean;
  /** Save although a duplicate rule finds the account, or the contact, there already. */
  allowDuplicateAccount: boolean;
  allowDuplicateContact: boolean;
};
export type Converted = {
  leadId: string;
  accountId: string;
  contactId: string;
  opportunityId: string | null;
};

/** All of it happens or nothing. Throws Refusal with Salesforce's codes. */
export function convert(scene: Scene, input: Conversion): Converted {
  return scene.world.store.attempt(() => converted(scene, input));
}

function converted(scene: Scene, input: Conversion): Converted {
  const { org } = scene;
  const lead = org.find('Lead', input.leadId);
  if (lead?.values.IsConverted === true && !lead.deleted)
    throw refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', []);
  guardChange(scene, lead);
  if (scene.settings.noConvert.includes(aliasOf(scene))) throw noAccess();
  const status = org
    .all('LeadStatus')
    .find((item) => item.values.ApiName === input.convertedStatus && item.values.IsConverted === true);
  if (!status)
    throw refuse('INVALID_STATUS', `invalid convertedStatus: ${input.convertedStatus ?? ''}`, ['Status']);
  const owner = ownerOf(scene, lead, input.ownerId);

  const account = input.accountId
    ? existing(scene, 'Account', input.accountId)
    : create(scene, objectOf('Account'), accountFrom(lead.values, owner), {
        allowDuplicates: input.allowDuplicateAccount,
      });
  const contact = contactOf(scene, lead, account, owner, input);
  const name = input.opportunityName ?? `${String(account.values.Name)}-`;
  const deal = input.doNotCreateOpportunity
    ? null
    : create(scene, objectOf('Opportunity'), dealFrom(scene, lead.values, account.id, owner, name));
  if (deal)
    create(scene, objectOf('OpportunityContactRole'), {
      OpportunityId: deal.id,
      ContactId: contact.id,
      IsPrimary: true,
    });

  close(scene, lead, {
    Status: input.convertedStatus,
    IsConverted: true,
    ConvertedDate: nowIn(scene.world).slice(0, 10),
    ConvertedAccountId: account.id,
    ConvertedContactId: contact.id,
    ConvertedOpportunityId: deal?.id ?? null,
    OwnerId: owner,
  });
  move(scene, lead, contact, account, deal);
  return { leadId: lead.id, accountId: account.id, contactId: contact.id, opportunityId: deal?.id ?? null };
}

/** Whoever will own what is made: a queue can't, so that then someone must be named. */
function ownerOf({ org }: Scene, lead: SfRecord, asked: string | null): string {
  const user = asked ? org.find('User', asked) : null;
  if (asked && !user) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['OwnerId']);
  if (user) {
    if (user.values.IsActive !== true)
      throw refuse('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', ['OwnerId']);
    return user.id;
  }
  const own = String(lead.values.OwnerId);
  if (!org.find('User', own))
    throw refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      'Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.',
      ['OwnerId'],
    );
  return own;
}

function existing(scene: Scene, type: 'Account' | 'Contact', id: string): SfRecord {
  const record = scene.org.find(type, id);
  if (!record) throw refuse('INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id`, [`${type}Id`]);
  guardChange(scene, record);
  return record;
}

/** A named contact keeps its values; what it lacks is filled from the lead. It must belong to the account. */
function contactOf(
  scene: Scene,
  lead: SfRecord,
  account: SfRecord,
  owner: string,
  input: Conversion,
): SfRecord {
  const values: Values = { ...contactFrom(lead.values, owner), AccountId: account.id };
  if (!input.contactId)
    return create(scene, objectOf('Contact'), values, { allowDuplicates: input.allowDuplicateContact });
  const contact = existing(scene, 'Contact', input.contactId);
  if (!input.accountId)
    throw refuse('REQUIRED_FIELD_MISSING', 'A contact can only be named together with its account.', [
      'AccountId',
    ]);
  if (contact.values.AccountId !== null && contact.values.AccountId !== account.id)
    throw refuse('FIELD_INTEGRITY_EXCEPTION', 'The contact does not belong to the account.', ['ContactId']);
  const gaps = Object.entries(values).filter(
    ([name, value]) =>
      name !== 'OwnerId' &&
      value !== null &&
      value !== false &&
      (contact.values[name] === null || (name === 'LeadSource' && input.overwriteLeadSource)),
  );
  return update(scene, objectOf('Contact'), contact, Object.fromEntries(gaps));
}

function close(scene: Scene, lead: SfRecord, changes: Values) {
  const at = nowIn(scene.world);
  const values = {
    ...lead.values,
    ...changes,
    LastModifiedDate: at,
    LastModifiedById: scene.user,
    SystemModstamp: at,
  };
  const record = { ...lead, values };
  const note: Record<string, Value> = {
    LeadId: lead.id,
    Field: 'leadConverted',
    OldValue: null,
    NewValue: null,
    DataType: 'Text',
  };
  scene.world.store.commit([
    { kind: 'record', record },
    ...historyRows(scene, objectOf('Lead'), lead.id, lead.values, values),
    row(scene, 'LeadHistory', note, at),
  ]);
}

/** What happened with the lead belongs to the contact now. */
function move(scene: Scene, lead: SfRecord, contact: SfRecord, account: SfRecord, deal: SfRecord | null) {
  // Salesforce Help, "Activity history on a Lead when it is converted" (000385227): their last change is the conversion.
  const stamps = { LastModifiedDate: nowIn(scene.world), LastModifiedById: scene.user };
  const to = { WhoId: contact.id, AccountId: account.id, ...stamps };
  for (const type of ['Task', 'Event'] as const)
    for (const record of scene.org.all(type).filter((item) => item.values.WhoId === lead.id)) {
      const values = { ...record.values, ...to, WhatId: record.values.WhatId ?? deal?.id ?? account.id };
      put(scene, { ...record, values: derived(scene, type, values, record.values) });
    }
  for (const record of scene.org
    .all('EmailMessageRelation')
    .filter((item) => item.values.RelationId === lead.id))
    put(scene, {
      ...record,
      values: { ...record.values, RelationId: contact.id, RelationObjectType: 'Contact' },
    });
  for (const record of scene.org.all('CampaignMember').filter((item) => item.values.LeadId === lead.id))
    put(scene, { ...record, values: { ...record.values, ContactId: contact.id } });
}

const put = ({ world }: Scene, record: SfRecord) => world.store.commit([{ kind: 'record', record }]);
