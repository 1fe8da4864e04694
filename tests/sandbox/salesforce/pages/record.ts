// The data of one record's page.
import type { FieldDef, ObjectName, SfRecord } from '../model';
import { seesField, writesField } from '../rules/access';
import { picksFor } from '../rules/picks';
import { fieldOf, objectOf } from '../schema/objects';
import { ownValue } from '../soql/path';
import type { Scene } from '../world';
import { timeline } from './timeline';
import type { FieldView, RecordPage, Related } from './view';
import { detailOf, nameOf, pathOf, textOf } from './words';

const shown: Partial<Record<ObjectName, string>> = {
  Lead: 'Status Rating Title Company Email Phone MobilePhone Website Industry NumberOfEmployees AnnualRevenue City Country LeadSource OwnerId Qualification_Stage__c Favourite_Topic__c HasOptedOutOfEmail LastActivityDate CreatedDate LastModifiedDate',
  Contact:
    'Qualification_Stage__c AccountId Title Email Phone MobilePhone MailingCity MailingCountry LeadSource OwnerId Favourite_Topic__c HasOptedOutOfEmail LastActivityDate CreatedDate LastModifiedDate',
  Account:
    'Name Type Industry NumberOfEmployees AnnualRevenue Website Phone BillingCity BillingState BillingCountry OwnerId Description CreatedDate',
  Opportunity:
    'StageName AccountId Amount CloseDate Probability NextStep LeadSource OwnerId Description CreatedDate LastModifiedDate',
  Task: 'Subject Status Priority ActivityDate Type CallType CallDisposition WhoId WhatId OwnerId Description',
  Event: 'Subject StartDateTime EndDateTime Meeting_Outcome__c WhoId WhatId OwnerId Description',
  Campaign: 'Name Type Status IsActive StartDate OwnerId',
};
const stageField: Partial<Record<ObjectName, string>> = {
  Lead: 'Status',
  Opportunity: 'StageName',
  Contact: 'Qualification_Stage__c',
};

export function recordPage(scene: Scene, record: SfRecord): RecordPage {
  const object = objectOf(record.type);
  const names = (shown[record.type] ?? `${object.nameField} CreatedDate`).split(' ');
  return {
    object: object.name,
    typeId: object.name,
    id: record.id,
    singular: object.label.toLowerCase(),
    name: nameOf(record),
    detail: detailOf(record),
    notice: record.values.IsConverted === true ? 'This lead has been converted.' : '',
    stages: stages(scene, record),
    fields: names.flatMap((name) => {
      const field = fieldOf(object, name);
      return field && seesField(scene, object, field) ? [fieldView(scene, record, field)] : [];
    }),
    timeline: timeline(scene.org, record),
    related: related(scene, record),
  };
}

function stages(scene: Scene, record: SfRecord): RecordPage['stages'] {
  const object = objectOf(record.type);
  const field = fieldOf(object, stageField[record.type] ?? '');
  if (!field || !seesField(scene, object, field)) return null;
  const options = picksFor(scene.org, object, field, record.values.RecordTypeId ?? null);
  return {
    name: field.name,
    value: String(record.values[field.name] ?? ''),
    fixed: record.values.IsConverted === true,
    options: options.map((option) => option.value),
  };
}

function fieldView(scene: Scene, record: SfRecord, field: FieldDef): FieldView {
  const object = objectOf(record.type);
  const may = field.updateable && writesField(scene, object, field) && record.values.IsConverted !== true;
  const people = scene.org.all('User').filter((user) => user.values.IsActive === true);
  const options =
    field.name === 'OwnerId'
      ? people.map((user) => ({ value: user.id, label: nameOf(user) }))
      : picksFor(scene.org, object, field, record.values.RecordTypeId ?? null);
  const kind =
    field.type === 'datetime'
      ? 'moment'
      : !may
        ? 'fixed'
        : options.length > 0
          ? 'choice'
          : field.type === 'reference' || field.type === 'boolean'
            ? 'fixed'
            : 'text';
  return {
    name: field.name,
    label: field.label,
    value: String(ownValue(scene, record, field.name) ?? ''),
    text: textOf(scene.org, record, field.name) || String(ownValue(scene, record, field.name) ?? ''),
    kind,
    options: options.map(({ value, label }) => ({ value, label })),
  };
}

function related({ org }: Scene, record: SfRecord): Related[] {
  const group = (
    type: ObjectName,
    label: string,
    records: (SfRecord | null)[],
    detail = detailOf,
  ): Related => ({
    type,
    label,
    items: records
      .filter((one) => one !== null)
      .map((one) => ({ name: nameOf(one), detail: detail(one), path: pathOf(one) })),
  });
  const by = (type: ObjectName, field: string) =>
    org.all(type).filter((one) => one.values[field] === record.id);
  const one = (type: ObjectName, id: unknown) => [typeof id === 'string' ? org.find(type, id) : null];
  const { values } = record;
  if (record.type === 'Account')
    return [
      group('Contact', 'Contacts', by('Contact', 'AccountId')),
      group('Opportunity', 'Opportunities', by('Opportunity', 'AccountId')),
    ];
  if (record.type === 'Contact') {
    const deals = by('OpportunityContactRole', 'ContactId').map((role) =>
      org.find('Opportunity', String(role.values.OpportunityId)),
    );
    return [
      group('Account', 'Account', one('Account', values.AccountId)),
      group('Opportunity', 'Opportunities', deals),
    ];
  }
  if (record.type === 'Opportunity') {
    const roles = by('OpportunityContactRole', 'OpportunityId');
    const people = roles.map((role) => org.find('Contact', String(role.values.ContactId)));
    const words = (person: SfRecord) => {
      const role = roles.find((item) => item.values.ContactId === person.id);
      return [role?.values.Role, role?.values.IsPrimary === true ? 'primary' : null]
        .filter(Boolean)
        .join(' · ');
    };
    return [
      group('Account', 'Account', one('Account', values.AccountId)),
      group('Contact', 'Contact Roles', people, words),
    ];
  }
  if (values.IsConverted === true)
    return [
      group('Account', 'Account', one('Account', values.ConvertedAccountId)),
      group('Contact', 'Contact', one('Contact', values.ConvertedContactId)),
      group('Opportunity', 'Opportunity', one('Opportunity', values.ConvertedOpportunityId)),
    ];
  if (record.type === 'Task' || record.type === 'Event') {
    const who = typeof values.WhoId === 'string' ? org.findAny(['Lead', 'Contact'], values.WhoId) : null;
    const what =
      typeof values.WhatId === 'string' ? org.findAny(['Account', 'Opportunity'], values.WhatId) : null;
    return [group('Contact', 'Name', [who]), group('Opportunity', 'Related To', [what])];
  }
  const company = String(values.Company ?? '').toLowerCase();
  const others = org
    .all('Account')
    .filter((account) => String(account.values.Name).toLowerCase() === company);
  return record.type === 'Lead' ? [group('Account', 'Accounts of this name', others)] : [];
}
