// How a lead can be converted: into which account, which contact, with which status, for whom.

import type { Option } from '@/lib/crm/shared/crm';
import { report } from '@/lib/diagnostics/report';
import type { ProblemError } from '@/lib/problem/problem';
import { isDoubtfulFirm } from '@/lib/qualification/evidence/placeholder';
import type { RecordRef } from '@/lib/record/record';
import { isProblem, problem } from '../client/problems';
import type { Lack } from '../client/select';
import type { OrgRecord } from '../client/shapes';
import { literally, text } from '../client/soql';
import { children, textOf } from '../client/values';
import { lackWhy } from './lacks';
import type { Org } from './org';
import { owners } from './owners';

export type { Option };

type Match = { id: string; name: string; detail: string };

/** What a lead can become. */
export type ConversionOptions = {
  /** What a new account is called; '' where the lead doesn't say. */
  company: string;
  /** What stands in the lead's company and names no firm ("n/a", "unknown"), so that the rep is asked; else ''. */
  filler: string;
  /** The org has person accounts: a lead without a company becomes one. */
  persons: boolean;
  statuses: Option[];
  /** Accounts of the same name or web address, each with its contacts of the same email address or name. */
  accounts: (Match & { contacts: Match[] })[];
  /** Who can have it, where a queue has it now; null where nobody need be named. */
  owners: { people: Option[]; proposed: string } | null;
  /** Whether this person may create opportunities. */
  mayCreate: boolean;
  /** What of the accounts that are there could not be looked up, and of their contacts: a sentence; '' for nothing. */
  unseen: { accounts: string; contacts: string };
};

const MOST = 20;
/** Addresses that many firms share say nothing of the firm. */
const SHARED =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|gmx|web|aol|proton(mail)?|mail)\.[a-z.]+$/i;

/** The domain of the lead's website or email address; '' where it tells nothing. */
function domainOf(website: string, email: string): string {
  const url = website === '' || /^https?:\/\//i.test(website) ? website : `https://${website}`;
  const own = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const mail = email.split('@')[1]?.toLowerCase() ?? '';
  const domain = own || mail;
  return domain.includes('.') && !SHARED.test(domain) ? domain : '';
}

const detail = (account: OrgRecord) =>
  ['Industry', 'BillingCity', 'BillingCountry', 'Website']
    .map((field) => textOf(account, field))
    .filter((part) => part !== '')
    .join(' · ');

/** `lacks`: what of it this sign-in doesn't see. */
type Lead = { shown: Record<string, string>; lacks: readonly Lack[] };
const leadOf = (org: Org, { id }: RecordRef): Promise<Lead> =>
  org.shownOf('Lead', id, ['Company', 'Website', 'Email', 'OwnerId', 'Name']);

/** 005 are people; a queue (00G) can own a lead, but not what it becomes. */
const hasQueue = ({ shown: { OwnerId = '' } }: Lead) => !OwnerId.startsWith('005');

const is = (name: string, value: string) => ({ soql: `${name} = ${value}`, on: [name] });

type Matches = { records: OrgRecord[]; unseen: ConversionOptions['unseen'] };

/** The accounts that match a lead, each with its contacts that do. `one`: whether these are among them. */
async function matching(
  org: Org,
  { shown: { Company = '', Website = '', Email = '', Name = '' }, lacks: ofLead }: Lead,
  one?: { account: string; contact: string | null },
): Promise<Matches> {
  const domain = domainOf(Website, Email);
  const like = [
    // Every lead without a firm would match the account that somebody once called "Unknown".
    ...(Company === '' || isDoubtfulFirm(Company) ? [] : [is('Name', text(Company))]),
    ...(domain === '' ? [] : [{ soql: `Website LIKE ${text(`%${literally(domain)}%`)}`, on: ['Website'] }]),
  ];
  if (like.length === 0) return { records: [], unseen: unseenOf(ofLead) };
  const mine = [
    ...(Email === '' ? [] : [is('Email', text(Email))]),
    ...(Name === '' ? [] : [is('Name', text(Name))]),
  ];
  const here = (id: string | null | undefined) => (id ? [is('Id', text(id))] : []);
  const contacts = {
    from: 'Contact',
    as: 'Contacts',
    fields: ['Id', 'Name', ...(Email === '' ? [] : ['Email'])],
    where: [{ any: mine }, ...here(one?.contact)],
    limit: 5,
  };
  try {
    const { records, lacks } = await org.ask('Accounts', {
      from: 'Account',
      fields: ['Id', 'Name', 'Industry', 'BillingCity', 'BillingCountry', 'Website'],
      where: [{ any: like }, ...here(one?.account)],
      children: mine.length === 0 ? [] : [contacts],
      order: ['Name'],
      limit: MOST,
    });
    return { records, unseen: unseenOf([...ofLead, ...lacks]) };
  } catch (error) {
    if (!isProblem(error, 'forbidden', 'invalid', 'gone')) throw error;
    report(error, 'salesforce.conversion-options');
    return { records: [], unseen: { accounts: `${error.problem.message} ${LOOK}`, contacts: '' } };
  }
}

const isCompany = ({ object, field }: Lack) => object === 'Lead' && (field === '' || field === 'Company');

const LOOK = 'Look in Salesforce before you choose a new one.';
/** What a match is found by. */
const ACCOUNT_KEYS = ['Account.', 'Account.Name', 'Account.Website'];
const LEAD_KEYS = ['Lead.', 'Lead.Company', 'Lead.Website', 'Lead.Email'];
const CONTACT_KEYS = ['Contact.', 'Contact.Id', 'Contact.Name', 'Contact.Email', 'Lead.Name', 'Lead.Email'];

function unseenOf(lacks: readonly Lack[]): ConversionOptions['unseen'] {
  const sentence = (what: string, keys: readonly string[]) => {
    const mine = lacks.filter(
      ({ object, field, use }) => use !== 'sort' && keys.includes(`${object}.${field}`),
    );
    return mine.length === 0 ? '' : `Not all ${what} could be looked up: ${lackWhy(mine)}. ${LOOK}`;
  };
  return {
    accounts: sentence('accounts that are there already', [...ACCOUNT_KEYS, ...LEAD_KEYS]),
    contacts: sentence('contacts of this account', CONTACT_KEYS),
  };
}

/**
 * Rejects with invalid unless the account, contact and owner that were chosen are what this lead can be offered now.
 * What a page says was chosen is not enough: a conversion reaches beyond the page's own record, for good. Where none
 * was chosen nothing is asked.
 */
export async function holdToOffered(
  org: Org,
  ref: RecordRef,
  { account, contact, owner }: { account: string | null; contact: string | null; owner: string | null },
): Promise<void> {
  if (account === null && owner === null) return;
  const lead = await leadOf(org, ref);
  if (account !== null) {
    const [match] = (await matching(org, lead, { account, contact })).records;
    const offered = match && (contact === null || children(match, 'Contacts').length > 0);
    if (!offered) throw notOffered(match ? 'contact' : 'account');
  }
  if (owner !== null) {
    const offered = hasQueue(lead) && (await owners(org)).some(({ id }) => id === owner);
    if (!offered) throw notOffered('owner');
  }
}

export const notOffered = (what: string): ProblemError =>
  problem(
    'invalid',
    `The ${what} that was chosen was not offered for this lead, or is not any more. Choose it again in the review: the lead was not converted.`,
  );

/** Accounts that match by name or domain, each with the contact of the same email address where it has one. */
export async function conversionOptions(org: Org, ref: RecordRef): Promise<ConversionOptions> {
  const [lead, statuses, mayCreate, persons] = await Promise.all([
    leadOf(org, ref),
    org.convertedStatuses(),
    mayCreateOpportunities(org),
    hasPersonAccounts(org),
  ]);
  const { records, unseen } = await matching(org, lead);
  const { Company = '' } = lead.shown;
  const doubtful = Company !== '' && isDoubtfulFirm(Company);
  return {
    company: doubtful ? '' : Company,
    filler: doubtful ? Company : '',
    // Of a company that isn't shown nobody knows that there is none.
    persons: persons && !lead.lacks.some(isCompany),
    statuses: statuses.map(({ value, label }) => ({ value, label: label || value })),
    accounts: records.map((account) => ({
      id: textOf(account, 'Id'),
      name: textOf(account, 'Name'),
      detail: detail(account),
      contacts: children(account, 'Contacts').map((contact) => ({
        id: textOf(contact, 'Id'),
        name: textOf(contact, 'Name'),
        detail: textOf(contact, 'Email'),
      })),
    })),
    owners: hasQueue(lead) ? await ownersOf(org) : null,
    mayCreate,
    unseen,
  };
}

/** The signed-in person is proposed. */
async function ownersOf(org: Org): Promise<ConversionOptions['owners']> {
  const [people, me] = await Promise.all([owners(org), org.user()]);
  return {
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    proposed: people.some(({ id }) => id === me.user_id) ? me.user_id : '',
  };
}

/** The field is there only where the org has them switched on. */
async function hasPersonAccounts(org: Org): Promise<boolean> {
  try {
    const { fields } = await org.describe('Account');
    return fields.some(({ name }) => name === 'IsPersonAccount');
  } catch (error) {
    if (isProblem(error, 'forbidden', 'gone', 'invalid')) return false;
    throw error;
  }
}

async function mayCreateOpportunities(org: Org): Promise<boolean> {
  try {
    return (await org.describe('Opportunity')).createable;
  } catch (error) {
    if (isProblem(error, 'forbidden', 'gone', 'invalid')) return false;
    throw error;
  }
}
