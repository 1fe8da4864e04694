// In a few words, what a HubSpot page without a supported record is. Background only: a page needs no words.
import { own } from '@/lib/util/object';

const RECORD =
  /^\/contacts\/[1-9]\d*\/(?:record\/([^/]+)|(contact|company|deal|ticket))\/[1-9]\d{0,18}(?:\/|$)/;

const LISTS: Readonly<Record<string, string>> = {
  '0-1': 'contacts',
  '0-2': 'companies',
  '0-3': 'deals',
  '0-5': 'tickets',
  '0-136': 'leads',
};

const APPS: Readonly<Record<string, string>> = {
  tasks: 'the task list',
  prospecting: 'the sales workspace',
  'live-messages': 'the inbox',
  'reports-dashboard': 'a dashboard',
  settings: 'the settings',
  'user-guide': 'the start page',
  home: 'the start page',
  workflows: 'workflows',
  login: 'the sign-in page',
};

/** For the path of a page of HubSpot's app that shows no contact, company, deal or lead. */
export const elsewhere = (path: string): string => {
  const [, app = '', , section = '', detail = '', ...rest] = path.split('/');
  const record = RECORD.exec(path);
  if (record) return record[1] === '0-5' || record[2] === 'ticket' ? 'a ticket' : 'a record of another kind';
  if (app === 'contacts') {
    const words = section === 'objects' ? own(LISTS, detail) : undefined;
    if (words) return rest.includes('board') ? `a board of ${words}` : `a list of ${words}`;
    if (section === 'contacts' || section === 'companies' || section === 'deals' || section === 'tickets')
      return `a list of ${section}`;
    if (section === 'lists' || section === 'objectLists') return 'a segment of contacts';
    return 'a page without a contact';
  }
  return own(APPS, app) ?? 'a page without a contact';
};
