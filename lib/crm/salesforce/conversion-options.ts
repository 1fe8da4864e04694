// How a lead can be converted: into which account, which contact, with which status, for whom.
import type { RecordRef } from '../../qualification/record';
import type { Option } from '../crm';
import type { Org } from './org';
import { owners } from './owners';
import { isProblem } from './problems';
import type { OrgRecord } from './shapes';
import { literally, text } from './soql';
import { children, textOf } from './values';

export type { Option };

type Match = { id: string; name: string; detail: string };

/** What a lead can become. */
export type ConversionOptions = {
  company: string;
  statuses: Option[];
  /** Accounts of the same name or web address, each with its contacts of the same email address or name. */
  accounts: (Match & { contacts: Match[] })[];
  /** Who can have it, where a queue has it now; null where nobody need be named. */
  owners: { people: Option[]; proposed: string } | null;
  /** Whether this person may create opportunities. */
  mayCreate: boolean;
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

/** Accounts that match by name or domain, each with the contact of the same email address where it has one. */
export async function conversionOptions(org: Org, ref: RecordRef): Promise<ConversionOptions> {
  const [lead, statuses, mayCreate] = await Promise.all([
    org.fieldsOf('Lead', ref.id, ['Company', 'Website', 'Email', 'OwnerId', 'Name']),
    org.convertedStatuses(),
    mayCreateOpportunities(org),
  ]);
  const { Company = '', Website = '', Email = '', OwnerId = '', Name = '' } = lead;
  const domain = domainOf(Website, Email);
  const like = [
    `Name = ${text(Company)}`,
    ...(domain === '' ? [] : [`Website LIKE ${text(`%${literally(domain)}%`)}`]),
  ];
  const mine = Email === '' ? `Name = ${text(Name)}` : `(Email = ${text(Email)} OR Name = ${text(Name)})`;
  const { records } = await org.client
    .query(
      `SELECT Id, Name, Industry, BillingCity, BillingCountry, Website, (SELECT Id, Name, Email FROM Contacts WHERE ${mine} LIMIT 5) FROM Account WHERE ${like.join(' OR ')} ORDER BY Name LIMIT ${MOST}`,
    )
    .catch((error: unknown) => {
      if (isProblem(error, 'forbidden', 'invalid', 'gone')) return { records: [] };
      throw error;
    });
  return {
    company: Company,
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
    // 005 are people; a queue (00G) can own a lead, but not what it becomes.
    owners: OwnerId.startsWith('005') ? null : await ownersOf(org),
    mayCreate,
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

async function mayCreateOpportunities(org: Org): Promise<boolean> {
  try {
    return (await org.describe('Opportunity')).createable;
  } catch (error) {
    if (isProblem(error, 'forbidden', 'gone', 'invalid')) return false;
    throw error;
  }
}
