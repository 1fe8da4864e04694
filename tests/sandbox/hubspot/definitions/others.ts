// The properties of companies, deals, leads and engagements that the sandbox's portals have.
import type { PropertyDefinition, TypeName } from '../model';
import { lifecycleStages } from './contacts';
import { choice, computed, html, long, moment, number, owner, phone, text } from './define';

export const industries: [string, string][] = [
  ['LOGISTICS_AND_SUPPLY_CHAIN', 'Logistics and Supply Chain'],
  ['TRANSPORTATION_TRUCKING_RAILROAD', 'Transportation/Trucking/Railroad'],
  ['COMPUTER_SOFTWARE', 'Computer Software'],
  ['INFORMATION_TECHNOLOGY_AND_SERVICES', 'Information Technology and Services'],
  ['MACHINERY', 'Machinery'],
  ['INDUSTRIAL_AUTOMATION', 'Industrial Automation'],
  ['FINANCIAL_SERVICES', 'Financial Services'],
  ['INSURANCE', 'Insurance'],
  ['HOSPITAL_HEALTH_CARE', 'Hospital & Health Care'],
  ['MEDICAL_DEVICES', 'Medical Devices'],
  ['RETAIL', 'Retail'],
  ['WHOLESALE', 'Wholesale'],
  ['FOOD_BEVERAGES', 'Food & Beverages'],
  ['RENEWABLES_ENVIRONMENT', 'Renewables & Environment'],
  ['CONSTRUCTION', 'Construction'],
  ['HIGHER_EDUCATION', 'Higher Education'],
  ['NON_PROFIT_ORGANIZATION_MANAGEMENT', 'Non-Profit Organization Management'],
  ['HOSPITALITY', 'Hospitality'],
];

const id = computed(text('hs_object_id', 'Record ID'));
/** Of who made it: rules/record.ts. */
const origin = [
  computed(text('hs_object_source', 'Record creation source')),
  computed(text('hs_object_source_label', 'Record source')),
  computed(text('hs_object_source_id', 'Record creation source ID')),
  computed(text('hs_object_source_detail_1', 'Record source detail 1')),
  computed(text('hs_created_by_user_id', 'Created by user ID')),
  computed(text('hs_updated_by_user_id', 'Updated by user ID')),
];
const made = (label: string) => [
  id,
  ...origin,
  computed(moment('hs_createdate', `${label} created`)),
  computed(moment('hs_lastmodifieddate', 'Last Modified Date')),
];

const companies = [
  text('name', 'Company name'),
  text('domain', 'Company Domain Name'),
  choice('industry', 'Industry', industries),
  number('numberofemployees', 'Number of Employees'),
  number('annualrevenue', 'Annual Revenue'),
  text('country', 'Country/Region'),
  text('state', 'State/Region'),
  text('city', 'City'),
  phone('phone', 'Phone Number'),
  text('website', 'Website URL'),
  long('description', 'Description'),
  choice('lifecyclestage', 'Lifecycle Stage', lifecycleStages),
  owner('hubspot_owner_id', 'Company owner'),
  computed(number('num_associated_contacts', 'Number of Associated Contacts')),
  computed(number('num_associated_deals', 'Number of Associated Deals')),
  computed(moment('notes_last_contacted', 'Last Contacted')),
  computed(moment('notes_last_updated', 'Last Activity Date')),
  computed(number('num_notes', 'Number of Sales Activities')),
  id,
  computed(moment('createdate', 'Create Date')),
  computed(moment('hs_lastmodifieddate', 'Last Modified Date')),
];

const deals = [
  text('dealname', 'Deal Name'),
  choice('pipeline', 'Pipeline', []),
  choice('dealstage', 'Deal Stage', []),
  number('amount', 'Amount'),
  choice('deal_currency_code', 'Currency', [
    ['EUR', 'Euro'],
    ['USD', 'US Dollar'],
  ]),
  moment('closedate', 'Close Date'),
  long('description', 'Deal Description'),
  choice('dealtype', 'Deal Type', [
    ['newbusiness', 'New Business'],
    ['existingbusiness', 'Existing Business'],
  ]),
  owner('hubspot_owner_id', 'Deal owner'),
  computed(
    choice('hs_is_closed', 'Is Deal Closed?', [
      ['true', 'True'],
      ['false', 'False'],
    ]),
  ),
  computed(
    choice('hs_is_closed_won', 'Is Closed Won', [
      ['true', 'True'],
      ['false', 'False'],
    ]),
  ),
  computed(moment('notes_last_updated', 'Last Activity Date')),
  computed(number('num_notes', 'Number of Sales Activities')),
  id,
  ...origin,
  computed(moment('createdate', 'Create Date')),
  computed(moment('hs_lastmodifieddate', 'Last Modified Date')),
];

const leads = [
  text('hs_lead_name', 'Lead Name'),
  choice('hs_lead_type', 'Lead Type', [
    ['NEW_BUSINESS', 'New business'],
    ['RE_ATTEMPTING', 'Re-attempting'],
    ['UPSELL', 'Upsell'],
  ]),
  choice('hs_lead_label', 'Lead Label', [
    ['HOT', 'Hot'],
    ['WARM', 'Warm'],
    ['COLD', 'Cold'],
  ]),
  choice('hs_pipeline', 'Lead Pipeline', []),
  choice('hs_pipeline_stage', 'Lead Pipeline Stage', []),
  choice('hs_lead_disqualification_reason', 'Disqualification Reason', [
    ['NO_BUDGET', 'No budget'],
    ['NOT_A_FIT', 'Not a good fit'],
    ['UNRESPONSIVE', 'Unresponsive'],
  ]),
  owner('hubspot_owner_id', 'Lead owner'),
  ...made('Lead'),
];

const when = moment('hs_timestamp', 'Activity date');
const engagement = (label: string, extra: PropertyDefinition[]) => [
  when,
  ...extra,
  owner('hubspot_owner_id', 'Activity assigned to'),
  ...made(label),
];

const notes = engagement('Note', [
  html('hs_note_body', 'Note body'),
  text('hs_attachment_ids', 'Attached files'),
]);
const tasks = engagement('Task', [
  text('hs_task_subject', 'Task Title'),
  html('hs_task_body', 'Task Notes'),
  choice('hs_task_status', 'Task Status', [
    ['NOT_STARTED', 'Not started'],
    ['IN_PROGRESS', 'In progress'],
    ['WAITING', 'Waiting'],
    ['COMPLETED', 'Completed'],
    ['DEFERRED', 'Deferred'],
  ]),
  choice('hs_task_priority', 'Priority', [
    ['NONE', 'None'],
    ['LOW', 'Low'],
    ['MEDIUM', 'Medium'],
    ['HIGH', 'High'],
  ]),
  choice('hs_task_type', 'Task Type', [
    ['TODO', 'To-do'],
    ['CALL', 'Call'],
    ['EMAIL', 'Email'],
  ]),
]);

/** HubSpot's own call outcomes, and those that this portal has added. */
export const dispositions = {
  connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
  noAnswer: '73a0d17f-1163-4015-bdd5-ec830791da20',
  voicemail: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
  busy: '9d9162e7-6cf3-4944-bf63-4dff82258764',
  wrongNumber: '17b47fee-58de-441e-a44c-c6300d46f273',
  gatekeeper: '0c3b9d7e-5a14-4f6b-9a0e-3a1f2f6c8b11',
  callback: '3f1d2a64-7c85-4d0e-8b39-6f0c1a5e2d77',
};
const calls = engagement('Call', [
  text('hs_call_title', 'Call Title'),
  html('hs_call_body', 'Call notes'),
  choice('hs_call_direction', 'Call direction', [
    ['INBOUND', 'Inbound'],
    ['OUTBOUND', 'Outbound'],
  ]),
  choice('hs_call_disposition', 'Call outcome', [
    [dispositions.connected, 'Connected'],
    [dispositions.noAnswer, 'No answer'],
    [dispositions.voicemail, 'Left voicemail'],
    [dispositions.busy, 'Busy'],
    [dispositions.wrongNumber, 'Wrong number'],
    [dispositions.gatekeeper, 'Reached gatekeeper'],
    [dispositions.callback, 'Scheduled a callback'],
  ]),
  number('hs_call_duration', 'Call duration'),
  choice('hs_call_status', 'Call status', [
    ['COMPLETED', 'Completed'],
    ['NO_ANSWER', 'No answer'],
    ['BUSY', 'Busy'],
  ]),
]);
const meetings = engagement('Meeting', [
  text('hs_meeting_title', 'Meeting Name'),
  html('hs_meeting_body', 'Meeting Description'),
  moment('hs_meeting_start_time', 'Meeting start time'),
  moment('hs_meeting_end_time', 'Meeting end time'),
  choice('hs_meeting_outcome', 'Meeting outcome', [
    ['SCHEDULED', 'Scheduled'],
    ['COMPLETED', 'Completed'],
    ['RESCHEDULED', 'Rescheduled'],
    ['NO_SHOW', 'No show'],
    ['CANCELED', 'Canceled'],
  ]),
]);
const emails = engagement('Email', [
  text('hs_email_subject', 'Email subject'),
  text('hs_email_from_email', 'Email from address'),
  choice('hs_incoming_email_is_out_of_office', 'Incoming email is out of office', [
    ['true', 'True'],
    ['false', 'False'],
  ]),
  long('hs_email_text', 'Text body'),
  html('hs_email_html', 'HTML body'),
  choice('hs_email_direction', 'Email direction', [
    ['EMAIL', 'Sent to contact'],
    ['INCOMING_EMAIL', 'Incoming from contact'],
    ['FORWARDED_EMAIL', 'Forwarded to the CRM'],
  ]),
  choice('hs_email_status', 'Email send status', [
    ['SENT', 'Sent'],
    ['BOUNCED', 'Bounced'],
  ]),
]);

/** HubSpot itself tells no direction; apps that log messages add a property of their own making. */
const communications = engagement('Communication', [
  choice('hs_communication_channel_type', 'Channel type', [
    ['WHATS_APP', 'WhatsApp'],
    ['LINKEDIN_MESSAGE', 'LinkedIn message'],
    ['SMS', 'SMS'],
  ]),
  choice('hs_communication_logged_from', 'Logged from', [['CRM', 'CRM']]),
  text('hs_communication_direction', 'Direction'),
  html('hs_communication_body', 'Message'),
]);

export const otherProperties: Record<Exclude<TypeName, 'contacts'>, PropertyDefinition[]> = {
  companies,
  deals,
  leads,
  notes,
  tasks,
  calls,
  meetings,
  emails,
  communications,
};
