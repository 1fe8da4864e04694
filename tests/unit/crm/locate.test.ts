// Which HubSpot URL is which record: the table that the content script stands on.
import { describe, expect, it } from 'vitest';
import { locate } from '@/lib/crm/locate';

const P = '24680135';
const app = `https://app.hubspot.com/contacts/${P}`;
const workspace = `https://app.hubspot.com/prospecting/${P}`;
const records: [url: string, role: string, object: string, id: string][] = [
  [`${app}/record/0-1/51`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/51/`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/51/view/1`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/51?interaction=note`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/51/view/1?eschref=%2Fcontacts%2F1#top`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/51/?engagement=8812`, 'person', 'contacts', '51'],
  [`${app}/record/0-1/9007199254740993123`, 'person', 'contacts', '9007199254740993123'],
  [`https://app-eu1.hubspot.com/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`https://app-na1.hubspot.com/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`https://app-na2.hubspot.com/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`https://app-ap1.hubspot.com/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`https://APP.HubSpot.com/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`https://app.hubspot.com:443/contacts/${P}/record/0-1/7`, 'person', 'contacts', '7'],
  [`${app}/record/0-2/88`, 'group', 'companies', '88'],
  [`${app}/record/0-2/88/view/1?x=1`, 'group', 'companies', '88'],
  [`${app}/record/0-3/99`, 'group', 'deals', '99'],
  [`${app}/record/0-136/77`, 'group', 'leads', '77'],
  [`${app}/contact/51`, 'person', 'contacts', '51'],
  [`${app}/contact/51/`, 'person', 'contacts', '51'],
  [`${app}/contact/51?q=1`, 'person', 'contacts', '51'],
  [`${app}/company/88`, 'group', 'companies', '88'],
  [`${app}/company/88/extra`, 'group', 'companies', '88'],
  [`${app}/deal/99`, 'group', 'deals', '99'],
  // The sales workspace shows a lead beside its list.
  [`${workspace}/leads/view/all-leads?leadId=77`, 'group', 'leads', '77'],
  [`${workspace}/leads/view/all-leads/?x=1&leadId=77#top`, 'group', 'leads', '77'],
  [`${workspace}/leads/board?leadId=77`, 'group', 'leads', '77'],
  [`${workspace}/leads?leadId=77`, 'group', 'leads', '77'],
  [`https://app-eu1.hubspot.com/prospecting/${P}/leads/view/1?leadId=77`, 'group', 'leads', '77'],
];

const elsewhere: [url: string, account: string | null, what: string][] = [
  [`${app}/record/0-5/3`, P, 'a ticket'],
  [`${app}/ticket/3`, P, 'a ticket'],
  [`${app}/record/2-1234/3`, P, 'a record of another kind'],
  [`${app}/record/0-10/3`, P, 'a record of another kind'],
  [`${app}/record/constructor/3`, P, 'a record of another kind'],
  [`${app}/record/__proto__/3`, P, 'a record of another kind'],
  [`${app}/objects/0-1/views/all/list`, P, 'a list of contacts'],
  [`${app}/objects/0-1/views/123456/list?query=x`, P, 'a list of contacts'],
  [`${app}/objects/0-2/views/all/list`, P, 'a list of companies'],
  [`${app}/objects/0-3/views/all/board`, P, 'a board of deals'],
  [`${app}/objects/0-5/views/all/list`, P, 'a list of tickets'],
  [`${app}/objects/0-136/views/all/list`, P, 'a list of leads'],
  [`${app}/contacts/list/view/all/`, P, 'a list of contacts'],
  [`${app}/objectLists/5`, P, 'a segment of contacts'],
  [`${app}/record/0-1/`, P, 'a page without a contact'],
  [`${app}/record/0-1/0`, P, 'a page without a contact'],
  [`${app}/record/0-1/051`, P, 'a page without a contact'],
  [`${app}/record/0-1/-5`, P, 'a page without a contact'],
  [`${app}/record/0-1/5e3`, P, 'a page without a contact'],
  [`${app}/record/0-1/0x51`, P, 'a page without a contact'],
  [`${app}/record/0-1/51abc`, P, 'a page without a contact'],
  [`${app}/record/0-1/12345678901234567890`, P, 'a page without a contact'],
  [`${app}/record/0-1/%35%31`, P, 'a page without a contact'],
  [`${app}/record/0-1/٥١`, P, 'a page without a contact'],
  [`${app}/record/0-1/５１`, P, 'a page without a contact'],
  [`${app}//record/0-1/51`, P, 'a page without a contact'],
  [`${app}/record/0-1/51;drop`, P, 'a page without a contact'],
  [`${app}/contact/abc`, P, 'a page without a contact'],
  [`${app}/contact/`, P, 'a page without a contact'],
  [`${app}`, P, 'a page without a contact'],
  ['https://app.hubspot.com/contacts/abc/record/0-1/51', null, 'a page without a contact'],
  ['https://app.hubspot.com/contacts/0/record/0-1/51', null, 'a page without a contact'],
  ['https://app.hubspot.com/contacts/٢٤/record/0-1/51', null, 'a page without a contact'],
  ['https://app.hubspot.com/contacts//record/0-1/51', null, 'a page without a contact'],
  [`https://app.hubspot.com/other/${P}/record/0-1/51`, P, 'a page without a contact'],
  [`https://app.hubspot.com/tasks/${P}/view/all`, P, 'the task list'],
  [`https://app.hubspot.com/live-messages/${P}/inbox/1`, P, 'the inbox'],
  [`https://app.hubspot.com/reports-dashboard/${P}/view/1`, P, 'a dashboard'],
  [`https://app.hubspot.com/settings/${P}/properties`, P, 'the settings'],
  [`https://app.hubspot.com/user-guide/${P}`, P, 'the start page'],
  ['https://app.hubspot.com/login', null, 'the sign-in page'],
  ['https://app.hubspot.com/', null, 'a page without a contact'],
  [`${workspace}/leads/view/all-leads`, P, 'the sales workspace'],
  [`${workspace}/leads?leadId=`, P, 'the sales workspace'],
  [`${workspace}/leads?leadId=7e3`, P, 'the sales workspace'],
  [`${workspace}/leads?leadId=077`, P, 'the sales workspace'],
  [`https://app.hubspot.com/prospecting/abc/leads?leadId=77`, null, 'the sales workspace'],
  [`https://app.hubspot.com/tasks/${P}/view/all?leadId=77`, P, 'the task list'],
  [`https://app.hubspot.com/calling/${P}`, P, 'a page without a contact'],
];

const path = `/contacts/${P}/record/0-1/51`;
const notHubSpot = [
  '',
  'about:blank',
  'not a url',
  '/contacts/1/record/0-1/51',
  'javascript:alert(1)//https://app.hubspot.com/contacts/1/record/0-1/51',
  `data:text/html,https://app.hubspot.com${path}`,
  `blob:https://app.hubspot.com${path}`,
  `view-source:https://app.hubspot.com${path}`,
  `http://app.hubspot.com${path}`,
  `ftp://app.hubspot.com${path}`,
  `https://app.hubspot.com:8443${path}`,
  `https://user@app.hubspot.com${path}`,
  `https://user:secret@app.hubspot.com${path}`,
  `https://app.hubspot.com@evil.example${path}`,
  `https://app.hubspot.com.evil.example${path}`,
  `https://evil.example/app.hubspot.com${path}`,
  `https://evilapp.hubspot.com${path}`,
  `https://app.evilhubspot.com${path}`,
  `https://app.hubspot.co${path}`,
  `https://app.hubspot.com.${path}`,
  `https://hubspot.com${path}`,
  `https://www.hubspot.com${path}`,
  `https://api.hubspot.com${path}`,
  `https://x.app.hubspot.com${path}`,
  `https://app-.hubspot.com${path}`,
  `https://app-eu1-x.hubspot.com${path}`,
  `https://app_eu1.hubspot.com${path}`,
  `https://app.hubspоt.com${path}`,
  `https://app.hubspot.com%2eevil.example${path}`,
  `https://127.0.0.1${path}`,
];

describe('locate', () => {
  it.each(records)('%s is a record', (url, role, object, id) => {
    expect(locate(url)).toEqual({ role, ref: { crm: 'hubspot', account: P, object, id } });
  });
  it.each(elsewhere)('%s is no record', (url, account, what) => {
    expect(locate(url)).toEqual({ role: 'none', crm: 'hubspot', account, what });
  });
  it.each(notHubSpot)('%s is not HubSpot', (url) => {
    expect(locate(url)).toBeNull();
  });
});
