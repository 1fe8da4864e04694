// The contact properties that the sandbox's portals have.
import {
  choice,
  choices,
  computed,
  day,
  moment,
  number,
  own,
  owner,
  phone,
  text,
  unique,
  yesNo,
} from './define';

export const lifecycleStages: [string, string][] = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
];

export const leadStatuses: [string, string][] = [
  ['NEW', 'New'],
  ['OPEN', 'Open'],
  ['IN_PROGRESS', 'In Progress'],
  ['OPEN_DEAL', 'Open Deal'],
  ['UNQUALIFIED', 'Unqualified'],
  ['ATTEMPTED_TO_CONTACT', 'Attempted to Contact'],
  ['CONNECTED', 'Connected'],
  ['BAD_TIMING', 'Bad Timing'],
];

export const sources: [string, string][] = [
  ['ORGANIC_SEARCH', 'Organic Search'],
  ['PAID_SEARCH', 'Paid Search'],
  ['EMAIL_MARKETING', 'Email Marketing'],
  ['SOCIAL_MEDIA', 'Organic Social'],
  ['REFERRALS', 'Referrals'],
  ['OTHER_CAMPAIGNS', 'Other Campaigns'],
  ['DIRECT_TRAFFIC', 'Direct Traffic'],
  ['OFFLINE', 'Offline Sources'],
  ['PAID_SOCIAL', 'Paid Social'],
  ['AI_REFERRALS', 'AI Referrals'],
];

const about = [
  text('firstname', 'First Name'),
  text('lastname', 'Last Name'),
  unique(text('email', 'Email')),
  phone('phone', 'Phone Number'),
  phone('mobilephone', 'Mobile Phone Number'),
  text('jobtitle', 'Job Title'),
  text('company', 'Company Name'),
  text('website', 'Website URL'),
  text('city', 'City'),
  text('state', 'State/Region'),
  text('country', 'Country/Region'),
  text('industry', 'Industry'),
  choice('numemployees', 'Number of Employees', [
    ['1-5', '1-5'],
    ['5-25', '5-25'],
    ['25-50', '25-50'],
    ['50-100', '50-100'],
    ['100-500', '100-500'],
    ['500-1000', '500-1000'],
    ['1000+', '1000+'],
  ]),
  text('annualrevenue', 'Annual Revenue'),
  text('hs_linkedin_url', 'LinkedIn URL'),
  choices('hs_buying_role', 'Buying Role', [
    ['BLOCKER', 'Blocker'],
    ['BUDGET_HOLDER', 'Budget Holder'],
    ['CHAMPION', 'Champion'],
    ['DECISION_MAKER', 'Decision Maker'],
    ['END_USER', 'End User'],
    ['EXECUTIVE_SPONSOR', 'Executive Sponsor'],
    ['INFLUENCER', 'Influencer'],
    ['LEGAL_AND_COMPLIANCE', 'Legal & Compliance'],
    ['OTHER', 'Other'],
  ]),
  choice('hs_seniority', 'Employment Seniority', [
    ['entry', 'Entry'],
    ['senior', 'Senior'],
    ['manager', 'Manager'],
    ['director', 'Director'],
    ['vp', 'VP'],
    ['executive', 'Executive'],
    ['owner', 'Owner'],
    ['partner', 'Partner'],
  ]),
  choice('hs_persona', 'Persona', [
    ['persona_1', 'Operations Olga'],
    ['persona_2', 'Finance Farid'],
  ]),
  own(text('favourite_topic', 'Favourite topic')),
  own(day('contract_end', 'Contract with present supplier ends')),
];

const selling = [
  choice('lifecyclestage', 'Lifecycle Stage', lifecycleStages),
  choice('hs_lead_status', 'Lead Status', leadStatuses),
  owner('hubspot_owner_id', 'Contact owner'),
  computed(number('num_associated_deals', 'Number of Associated Deals')),
  computed(yesNo('hs_email_optout', 'Unsubscribed from all email')),
];

const signals = [
  computed(moment('hs_sales_email_last_replied', 'Recent Sales Email Replied Date')),
  computed(moment('hs_sales_email_last_clicked', 'Recent Sales Email Clicked Date')),
  computed(moment('hs_sales_email_last_opened', 'Recent Sales Email Opened Date')),
  computed(moment('hs_email_last_reply_date', 'Last Marketing Email Reply Date')),
  computed(moment('hs_email_first_reply_date', 'First Marketing Email Reply Date')),
  computed(moment('hs_email_last_click_date', 'Last Marketing Email Click Date')),
  computed(moment('hs_email_last_open_date', 'Last Marketing Email Open Date')),
  computed(moment('hs_email_last_send_date', 'Last Marketing Email Send Date')),
  computed(moment('hs_first_outreach_date', 'First Outreach Date')),
  computed(moment('notes_last_contacted', 'Last Contacted')),
  computed(moment('notes_last_updated', 'Last Activity Date')),
  computed(number('num_contacted_notes', 'Number of times contacted')),
  computed(number('num_notes', 'Number of Sales Activities')),
  computed(moment('engagements_last_meeting_booked', 'Date of last meeting booked in meetings tool')),
  computed(moment('hs_latest_meeting_activity', 'Latest meeting activity')),
  computed(number('num_conversion_events', 'Number of Form Submissions')),
  computed(moment('recent_conversion_date', 'Recent Conversion Date')),
  computed(text('recent_conversion_event_name', 'Recent Conversion')),
  computed(moment('first_conversion_date', 'First Conversion Date')),
  computed(text('first_conversion_event_name', 'First Conversion')),
  computed(moment('hs_analytics_last_visit_timestamp', 'Time of Last Session')),
  computed(choice('hs_analytics_source', 'Original Traffic Source', sources)),
  computed(text('hs_analytics_source_data_1', 'Original Traffic Source Drill-Down 1')),
  computed(text('hs_analytics_source_data_2', 'Original Traffic Source Drill-Down 2')),
  computed(choice('hs_latest_source', 'Latest Traffic Source', sources)),
  computed(moment('hs_social_last_engagement', 'Most Recent Social Click')),
];

const upkeep = [
  computed(text('hs_object_id', 'Record ID')),
  computed(moment('createdate', 'Create Date')),
  computed(moment('lastmodifieddate', 'Last Modified Date')),
  computed(text('hs_merged_object_ids', 'Merged record IDs')),
  computed(text('associatedcompanyid', 'Primary Associated Company ID')),
];

export const contactProperties = [...about, ...selling, ...signals, ...upkeep];
