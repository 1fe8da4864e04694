// In a few words, what a Salesforce page without a supported record is. Background only.
import { own } from '@/lib/util/object';

const OBJECTS: Readonly<Record<string, string>> = {
  Lead: 'leads',
  Contact: 'contacts',
  Account: 'accounts',
  Opportunity: 'opportunities',
  Task: 'tasks',
  Event: 'events',
  Campaign: 'campaigns',
  Report: 'reports',
  Dashboard: 'dashboards',
};

const RECORDS: Readonly<Record<string, string>> = {
  '00T': 'a task',
  '00U': 'an event',
  '701': 'a campaign',
  '500': 'a case',
  '00O': 'a report',
  '01Z': 'a dashboard',
  '005': 'a user',
};

const PAGES: Readonly<Record<string, string>> = {
  setup: 'the setup',
  page: 'a page without a record',
};

/** For the path (or what a hash stands for) of a page that shows no lead, contact, account or opportunity. */
export const elsewhere = (path: string): string => {
  const [, app = '', section = '', object = '', action = ''] = path.split('/');
  if (app === 'lightning' && section === 'r') {
    const id = /^\w{15,18}$/.test(object) ? object : action;
    return own(RECORDS, id.slice(0, 3)) ?? 'a record of another kind';
  }
  if (app === 'lightning' && section === 'o') {
    const words = own(OBJECTS, object);
    if (words) return action === 'new' ? `the form for new ${words}` : `a list of ${words}`;
  }
  return (app === 'lightning' && own(PAGES, section)) || 'a page without a record';
};
