// How a lead can be converted: into which account, which contact, with which status, for whom.
import type { RecordRef } from '../../qualification/record';
import type { ConversionOptions } from '../crm';
import type { Org } from './org';
import { isProblem } from './problems';
import type { OrgRecord } from './shapes';
import { literally, text } from './soql';
import { children, textOf } from './values';

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
  const [lead, statuses] = await Promise.all([
    org.fieldsOf('Lead', ref.id, ['Company', 'Website', 'Email', 'OwnerId', 'Name']),
    org.convertedStatuses(),
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
    needsOwner: !OwnerId.startsWith('005'),
  };
}
