// Which Salesforce URL is which record: every form that the app has, and everything that only looks like one.
import { describe, expect, it } from 'vitest';
import { glance } from '@/lib/crm/glance';
import { locate } from '@/lib/crm/locate';

const LEAD = '00Q5g00000AbCdEEAV';
const CONTACT = '0035g00000AbCdEAAV';
const ACCOUNT = '0015g00000AbCdEAAV';
const OPPORTUNITY = '0065g00000AbCdEAAV';
const TASK = '00T5g00000AbCdEEAV';
const page = 'https://acme.lightning.force.com';
const API = 'acme.my.salesforce.com';
const hash = (body: unknown) => `#${btoa(JSON.stringify(body))}`;
const ws = (path: string) => `?ws=${encodeURIComponent(path)}`;
const behind = (path: string) => `?backgroundContext=${encodeURIComponent(path)}`;
const home = (recordId: string) => hash({ componentDef: 'force:recordHome', attributes: { recordId } });

/** [url, object, id, API host]; the role follows from the object. */
const records: [url: string, object: string, id: string, account: string][] = [
  [`${page}/lightning/r/Lead/${LEAD}/view`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Contact/${CONTACT}/view`, 'Contact', CONTACT, API],
  [`${page}/lightning/r/Account/${ACCOUNT}/view`, 'Account', ACCOUNT, API],
  [`${page}/lightning/r/Opportunity/${OPPORTUNITY}/view`, 'Opportunity', OPPORTUNITY, API],
  [`${page}/lightning/r/Lead/${LEAD}/edit`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Lead/${LEAD}/view?0.source=alohaHeader`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Lead/${LEAD}/view#top`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Lead/${LEAD}`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Lead/${LEAD}/`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Account/${ACCOUNT}/related/Contacts/view`, 'Account', ACCOUNT, API],
  [
    `${page}/lightning/r/Opportunity/${OPPORTUNITY}/related/OpenActivities/view`,
    'Opportunity',
    OPPORTUNITY,
    API,
  ],
  [`${page}/lightning/r/${CONTACT}/view`, 'Contact', CONTACT, API],
  [`${page}/lightning/r/${LEAD.slice(0, 15)}/view`, 'Lead', LEAD, API],
  [`${page}/lightning/r/Contact/${CONTACT.slice(0, 15)}/view`, 'Contact', CONTACT, API],
  [`${page}/lightning/r/0061x00000DPhzNAAT/view`, 'Opportunity', '0061x00000DPhzNAAT', API],
  // Consoles: the tab in focus, else the record around it.
  [
    `${page}/lightning/r/Contact/${CONTACT}/view${ws(`/lightning/r/Account/${ACCOUNT}/view`)}`,
    'Contact',
    CONTACT,
    API,
  ],
  [
    `${page}/lightning/r/Task/${TASK}/view${ws(`/lightning/r/Opportunity/${OPPORTUNITY}/view`)}`,
    'Opportunity',
    OPPORTUNITY,
    API,
  ],
  [
    `${page}/lightning/r/Event/00U5g00000AbCdEEAV/view${ws(`/lightning/r/Lead/${LEAD}/view`)}`,
    'Lead',
    LEAD,
    API,
  ],
  [`${page}/lightning/r/Task/${TASK}/view${ws(`/lightning/r/${CONTACT}/view`)}`, 'Contact', CONTACT, API],
  [`${page}/lightning/r/Task/${TASK}/view${ws(`/lightning/r/Lead/${LEAD}/view?a=b`)}&c=d`, 'Lead', LEAD, API],
  [`${page}/lightning/o/Task/new${ws(`/lightning/r/Lead/${LEAD}/view`)}`, 'Lead', LEAD, API],
  // A dialog lies over a record: that one is still open.
  ...(
    [
      [`/lightning/o/Task/new${behind(`/lightning/r/Lead/${LEAD}/view`)}`, 'Lead', LEAD],
      [
        `/lightning/o/Lead/new?count=1&nooverride=1&useRecordTypeCheck=1&navigationLocation=RELATED_LIST&${behind(`/lightning/r/Contact/${CONTACT}/view`).slice(1)}`,
        'Contact',
        CONTACT,
      ],
      [
        `/lightning/r/Contact/${CONTACT}/edit${behind(`/lightning/r/Account/${ACCOUNT}/view`)}`,
        'Account',
        ACCOUNT,
      ],
      [`/lightning/r/Lead/${LEAD}/edit${behind(`/lightning/r/Lead/${LEAD}/view`)}`, 'Lead', LEAD],
      [
        `/lightning/r/Lead/${LEAD}/clone${behind(`/lightning/r/Lead/${LEAD.slice(0, 15)}/view`)}`,
        'Lead',
        LEAD,
      ],
      [`/lightning/r/Lead/${LEAD}/edit${behind('/lightning/o/Lead/list?filterName=Recent')}`, 'Lead', LEAD],
      [
        `/lightning/r/Event/00U5g00000AbCdEEAV/edit${behind(`/lightning/r/${OPPORTUNITY}/view`)}`,
        'Opportunity',
        OPPORTUNITY,
      ],
      // In a console: a task's tab, which belongs to a lead's.
      [
        `/lightning/o/Event/new${behind(`/lightning/r/Task/${TASK}/view?ws=${encodeURIComponent(`/lightning/r/Lead/${LEAD}/view`)}`)}`,
        'Lead',
        LEAD,
      ],
      [
        `/lightning/o/Event/new${behind('/lightning/page/home')}&ws=${encodeURIComponent(`/lightning/r/Lead/${LEAD}/view`)}`,
        'Lead',
        LEAD,
      ],
      // No dialog: the record itself is the page, whatever lay behind before.
      [
        `/lightning/r/Contact/${CONTACT}/view${behind(`/lightning/r/Account/${ACCOUNT}/view`)}`,
        'Contact',
        CONTACT,
      ],
    ] as const
  ).map(([path, object, id]): [string, string, string, string] => [`${page}${path}`, object, id, API]),
  // one.app's hashes.
  [`${page}/one/one.app${home(LEAD)}`, 'Lead', LEAD, API],
  [`${page}/one/one.app${home(CONTACT.slice(0, 15))}`, 'Contact', CONTACT, API],
  [`${page}/one/one.app#${encodeURIComponent(home(ACCOUNT).slice(1))}`, 'Account', ACCOUNT, API],
  [`${page}/one/one.app?source=alohaHeader${home(OPPORTUNITY)}`, 'Opportunity', OPPORTUNITY, API],
  [`${page}/one/one.app#/sObject/${LEAD}/view`, 'Lead', LEAD, API],
  [`${page}/one/one.app#/sObject/${OPPORTUNITY}/view?t=1`, 'Opportunity', OPPORTUNITY, API],
  [`${page}/one/one.app#/sObject/${CONTACT.slice(0, 15)}`, 'Contact', CONTACT, API],
  // Classic.
  [`https://${API}/${LEAD}`, 'Lead', LEAD, API],
  [`https://${API}/${CONTACT.slice(0, 15)}`, 'Contact', CONTACT, API],
  [`https://${API}/${OPPORTUNITY}/e?retURL=%2F${OPPORTUNITY}`, 'Opportunity', OPPORTUNITY, API],
  [`https://${API}/${ACCOUNT}?nooverride=1`, 'Account', ACCOUNT, API],
  // Hosts.
  ...(
    [
      ['ACME.Lightning.Force.com', API],
      ['acme.lightning.force.com:443', API],
      ['acme--uat.sandbox.lightning.force.com', 'acme--uat.sandbox.my.salesforce.com'],
      ['acme-dev-ed.develop.lightning.force.com', 'acme-dev-ed.develop.my.salesforce.com'],
      ['data-energy-8437.scratch.lightning.force.com', 'data-energy-8437.scratch.my.salesforce.com'],
      ['acme.demo.lightning.force.com', 'acme.demo.my.salesforce.com'],
      ['acme.patch.lightning.force.com', 'acme.patch.my.salesforce.com'],
      ['brave-fox-12.trailblaze.lightning.force.com', 'brave-fox-12.trailblaze.my.salesforce.com'],
      ['orgfarm-1a2b3c.free.lightning.force.com', 'orgfarm-1a2b3c.free.my.salesforce.com'],
      ['acme.lightning.usa26.force.com', 'acme.my.usa26.salesforce.com'],
      ['acme.lightning.force.mil', 'acme.my.salesforce.mil'],
      ['acme.lightning.crmforce.mil', 'acme.my.salesforce.mil'],
      ['acme.lightning.sfcrmapps.cn', 'acme.my.sfcrmproducts.cn'],
      ['acme.lightning.force.com.mcas.ms', API],
      ['acme--uat.sandbox.lightning.force.com.mcas.ms', 'acme--uat.sandbox.my.salesforce.com'],
    ] as const
  ).map(([host, api]): [string, string, string, string] => [
    `https://${host}/lightning/r/Lead/${LEAD}/view`,
    'Lead',
    LEAD,
    api,
  ]),
];

const other = 'a page without a record';
const elsewhere: [url: string, what: string][] = [
  [`${page}/`, other],
  [`${page}/lightning/page/home`, other],
  [`${page}/lightning/page/chatter`, other],
  [`${page}/lightning/setup/SetupOneHome/home`, 'the setup'],
  ['https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home', 'the setup'],
  [`${page}/lightning/o/Lead/list?filterName=Recent`, 'a list of leads'],
  [`${page}/lightning/o/Opportunity/list`, 'a list of opportunities'],
  [`${page}/lightning/o/Account/home`, 'a list of accounts'],
  [`${page}/lightning/o/Contact/new`, 'the form for new contacts'],
  [`${page}/lightning/o/Invoice__c/list`, other],
  [`${page}/lightning/o/${LEAD}/list`, other],
  [`${page}/lightning/r/Task/${TASK}/view`, 'a task'],
  [`${page}/lightning/r/${TASK}/view`, 'a task'],
  [`${page}/lightning/r/Event/00U5g00000AbCdEEAV/view`, 'an event'],
  [`${page}/lightning/r/Campaign/7015g00000AbCdEAAV/view`, 'a campaign'],
  [`${page}/lightning/r/Report/00O5g00000AbCdEEAV/view`, 'a report'],
  [`${page}/lightning/r/User/0055g00000AbCdEAAV/view`, 'a user'],
  [`${page}/lightning/r/Case/5005g00000AbCdEAAV/view`, 'a case'],
  [`${page}/lightning/r/CampaignMember/00v5g00000AbCdEEAV/view`, 'a record of another kind'],
  [`${page}/lightning/r/Invoice__c/a0D30000001n7PiEAI/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD.slice(0, 14)}/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD.slice(0, 16)}/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD.slice(0, 17)}/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD}X/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD.slice(0, 15)}EAA/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD.toLowerCase()}/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/00Q5g00000AbCd_/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/00Q5g00000AbCd%45/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/00Q5g00000AbCdÉ/view`, 'a record of another kind'],
  [`${page}/lightning/r/Lead/${LEAD};x/view`, 'a record of another kind'],
  [`${page}/lightning/r/a/b/${LEAD}/view`, 'a record of another kind'],
  [`${page}/lightning/r//${LEAD}/view`, 'a record of another kind'],
  [`${page}/lightning/n/My_Tab${ws('/lightning/o/Lead/list')}`, other],
  [`${page}/lightning/page/home${ws(`https://evil.example/lightning/r/Lead/${LEAD}/view`)}`, other],
  [`${page}/lightning/page/home${behind(`https://evil.example/lightning/r/Lead/${LEAD}/view`)}`, other],
  [`${page}/lightning/page/home${behind(`//evil.example/lightning/r/Lead/${LEAD}/view`)}`, other],
  [`${page}/lightning/o/Contact/new${behind('/lightning/o/Contact/list')}`, 'the form for new contacts'],
  [`${page}/lightning/page/home?id=${LEAD}`, other],
  [`${page}/lightning/page/home#/sObject/${LEAD}/view`, other],
  [`${page}/one/one.app`, other],
  [`${page}/one/one.app#`, other],
  [`${page}/one/one.app#not-base64!`, other],
  [`${page}/one/one.app#%E0%A4%A`, other],
  [`${page}/one/one.app${hash({ attributes: {} })}`, other],
  [`${page}/one/one.app${hash({ attributes: { recordId: 5 } })}`, other],
  [`${page}/one/one.app${hash(null)}`, other],
  [`${page}/one/one.app${hash([LEAD])}`, other],
  [`${page}/one/one.app${home(TASK)}`, other],
  [`${page}/one/one.app#/home`, other],
  [`https://${API}/`, other],
  [`https://${API}/home/home.jsp`, other],
  [`https://${API}/00Q/o`, other],
  [`https://${API}/${TASK}`, other],
  [`https://${API}/secur/frontdoor.jsp?retURL=%2F${LEAD}`, other],
  [`https://${API}/services/data/v66.0/sobjects/Lead/${LEAD}`, other],
];

const path = `/lightning/r/Lead/${LEAD}/view`;
const notSalesforce = [
  '',
  'about:blank',
  path,
  `http://acme.lightning.force.com${path}`,
  `https://acme.lightning.force.com:8443${path}`,
  `https://user@acme.lightning.force.com${path}`,
  `https://user:secret@acme.lightning.force.com${path}`,
  `https://acme.lightning.force.com@evil.example${path}`,
  `https://acme.lightning.force.com.evil.example${path}`,
  `https://acme.lightning.force.com.mcas.ms.evil.example${path}`,
  `https://evil.example/acme.lightning.force.com${path}`,
  `https://lightning.force.com${path}`,
  `https://.lightning.force.com${path}`,
  `https://a.b.c.lightning.force.com${path}`,
  `https://acme.other.lightning.force.com${path}`,
  `https://acmelightning.force.com${path}`,
  `https://acme.lightning.evilforce.com${path}`,
  `https://acme.lightning.crmforce.com${path}`,
  `https://acme.lightning.a.b.force.com${path}`,
  `https://acme.lightning.force.com.${path}`,
  `https://acme.my.salesforce.com.evil.example/${LEAD}`,
  `https://acme.my.evilsalesforce.com/${LEAD}`,
  `https://acme.my.salesforce.org/${LEAD}`,
  `https://login.salesforce.com/${LEAD}`,
  `https://www.salesforce.com/${LEAD}`,
  `https://acme.my.site.com${path}`,
  `https://acme.file.force.com${path}`,
  `https://acme--c.vf.force.com${path}`,
  `https://acme.builder.salesforce-experience.com${path}`,
  `data:text/html,${page}${path}`,
  `blob:${page}${path}`,
  `view-source:${page}${path}`,
  `javascript:alert(1)//${page}${path}`,
];

describe('locate', () => {
  it.each(records)('%s is %s', (url, object, id, account) => {
    const role = object === 'Account' ? 'group' : 'person';
    const people = object === 'Opportunity' ? { people: true } : {};
    expect(locate(url)).toEqual({ role, ref: { crm: 'salesforce', account, object, id }, ...people });
    expect(glance(url)).toBe(true);
  });

  it.each(elsewhere)('%s is no record', (url, what) => {
    expect(locate(url)).toEqual({ role: 'none', crm: 'salesforce', account: API, what });
    // The content script doesn't check an id's last three characters; the background does.
    expect(glance(url) === true && !/EAA\/view|00q5g|d_\/view/.test(url)).toBe(false);
    expect(glance(url)).not.toBeNull();
  });

  it.each(notSalesforce)('%s is not Salesforce', (url) => {
    expect(locate(url)).toBeNull();
  });
});
