// Campaigns, their members, and the field histories of records.
import type { ObjectDef, ObjectName } from '../model';
import { currency, day, fixed, kept, long, must, pick, ref, system, text, yesNo } from './define';

export const campaign: ObjectDef = {
  name: 'Campaign',
  label: 'Campaign',
  plural: 'Campaigns',
  prefix: '701',
  nameField: 'Name',
  createable: true,
  updateable: true,
  deletable: true,
  history: null,
  children: [{ name: 'CampaignMembers', type: 'CampaignMember', field: 'CampaignId' }],
  fields: [
    ...system(),
    must(text('Name', 'Name', 80)),
    pick('Type', 'Type', [
      'Web Form',
      'Newsletter',
      'Webinar',
      'Trade Show',
      'Social Media',
      'Purchased List',
      'Email',
      'Other',
    ]),
    pick('Status', 'Status', ['Planned', 'In Progress', 'Completed', 'Aborted']),
    yesNo('IsActive', 'Active'),
    day('StartDate', 'Start Date'),
    day('EndDate', 'End Date'),
    currency('BudgetedCost', 'Budgeted Cost in Campaign'),
    long('Description', 'Description'),
    must(ref('OwnerId', 'Owner ID', ['User'], 'Owner')),
  ],
};

export const campaignMember: ObjectDef = {
  name: 'CampaignMember',
  label: 'Campaign Member',
  plural: 'Campaign Members',
  prefix: '00v',
  nameField: 'Id',
  createable: true,
  updateable: true,
  deletable: true,
  history: null,
  children: [],
  fields: [
    ...system(),
    fixed(must(ref('CampaignId', 'Campaign ID', ['Campaign']))),
    fixed(ref('LeadId', 'Lead ID', ['Lead'])),
    fixed(ref('ContactId', 'Contact ID', ['Contact'])),
    pick('Status', 'Status', ['Sent', 'Clicked', 'Responded', 'Attended', 'Registered'], {
      length: 40,
      usual: 'Sent',
    }),
    kept(yesNo('HasResponded', 'Responded')),
    kept(day('FirstRespondedDate', 'First Responded Date')),
  ],
};

/** Field history: who changed what, and when. */
const history = (name: ObjectName, parent: ObjectName, prefix: string): ObjectDef => ({
  name,
  label: `${parent} History`,
  plural: `${parent} History`,
  prefix,
  nameField: 'Id',
  createable: false,
  updateable: false,
  deletable: false,
  history: null,
  children: [],
  fields: [
    ...system().filter((field) => ['Id', 'IsDeleted', 'CreatedDate', 'CreatedById'].includes(field.name)),
    kept(ref(`${parent}Id`, `${parent} ID`, [parent])),
    kept(text('Field', 'Changed Field')),
    kept(text('DataType', 'Datatype')),
    kept({ ...text('OldValue', 'Old Value'), filterable: false }),
    kept({ ...text('NewValue', 'New Value'), filterable: false }),
  ],
});
export const histories = [
  history('LeadHistory', 'Lead', '017'),
  history('ContactHistory', 'Contact', '017'),
  history('AccountHistory', 'Account', '017'),
  history('OpportunityFieldHistory', 'Opportunity', '017'),
];
