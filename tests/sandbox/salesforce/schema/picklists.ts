// The picklists of the sandbox org, and which of their values each record type offers.
import type { ObjectName } from '../model';
import { values } from './define';

export const leadStatuses = [
  'Open - Not Contacted',
  'Working - Contacted',
  'Qualified Prospect',
  'Nurture',
  'Closed - Converted',
  'Closed - Not Converted',
];
export type TaskStatus = { name: string; closed: boolean };
export const taskStatuses: TaskStatus[] = [
  { name: 'Not Started', closed: false },
  { name: 'In Progress', closed: false },
  { name: 'Completed', closed: true },
  { name: 'Waiting on someone else', closed: false },
  { name: 'Deferred', closed: false },
];
export const disqualificationReasons = ['No need', 'Not a fit', 'Duplicate', 'Unreachable'];
export const CONVERTED_STATUS = 'Closed - Converted';

export type Stage = { name: string; probability: number; forecast: string; closed: boolean; won: boolean };
const stage = (name: string, probability: number, forecast = 'Pipeline'): Stage => ({
  name,
  probability,
  forecast,
  closed: name.startsWith('Closed'),
  won: name === 'Closed Won',
});
export const stages: Stage[] = [
  stage('Prospecting', 10),
  stage('Qualification', 10),
  stage('Needs Analysis', 20),
  stage('Value Proposition', 50),
  stage('Id. Decision Makers', 60),
  stage('Perception Analysis', 70),
  stage('Proposal/Price Quote', 75, 'BestCase'),
  stage('Negotiation/Review', 90, 'Commit'),
  stage('Closed Won', 100, 'Closed'),
  stage('Closed Lost', 0, 'Omitted'),
];

export const leadSources = [
  'Web',
  'Phone Inquiry',
  'Partner Referral',
  'Employee Referral',
  'Purchased List',
  'Imported List',
  'Email Campaign',
  'Social Media',
  'Advertisement',
  'Trade Show',
  'Lead Subscription',
  'Offline',
  'Other',
];
export const industries = values(
  'Logistics and Supply Chain',
  'Transportation/Trucking/Railroad',
  'Computer Software',
  'Information Technology and Services',
  'Machinery',
  'Industrial Automation',
  'Financial Services',
  'Insurance',
  'Hospital & Health Care',
  'Medical Devices',
  'Retail',
  'Wholesale',
  'Food & Beverages',
  'Renewables & Environment',
  'Construction',
  'Higher Education',
  'Non-Profit Organization Management',
  'Hospitality',
);
export const roles = [
  'Business User',
  'Decision Maker',
  'Economic Buyer',
  'Economic Decision Maker',
  'Evaluator',
  'Executive Sponsor',
  'Influencer',
  'Technical Buyer',
  'Other',
];
export const dispositions = ['Connected', 'No answer', 'Left voicemail', 'Busy', 'Reached gatekeeper'];
export const qualificationStages = ['Lead', 'Prospect', 'Opportunity', 'Disqualified', 'Nurture'];

export const MASTER = '012000000000000AAA';
export type RecordTypeRow = {
  object: ObjectName;
  developerName: string;
  name: string;
  isDefault: boolean;
  /** Fields of which it offers fewer values. */
  narrowed: Record<string, string[]>;
};
export const recordTypes: RecordTypeRow[] = [
  { object: 'Lead', developerName: 'Inbound', name: 'Inbound', isDefault: true, narrowed: {} },
  {
    object: 'Lead',
    developerName: 'Partner',
    name: 'Partner',
    isDefault: false,
    narrowed: {
      Status: ['Open - Not Contacted', 'Qualified Prospect', 'Closed - Converted', 'Closed - Not Converted'],
      Territory__c: ['DACH', 'US East'],
      Interests__c: ['Tracking', 'Billing'],
    },
  },
  {
    object: 'Opportunity',
    developerName: 'New_Business',
    name: 'New business',
    isDefault: true,
    narrowed: {},
  },
  {
    object: 'Opportunity',
    developerName: 'Renewal',
    name: 'Renewal',
    isDefault: false,
    narrowed: { StageName: ['Qualification', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost'] },
  },
];
