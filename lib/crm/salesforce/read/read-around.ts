// What stands around the record that was read: its company, its deals, its roles, and what could not be read.
import * as v from 'valibot';
import type { ProblemError } from '@/lib/problem/problem';
import type { Fact, Snapshot } from '@/lib/record/snapshot';
import type { Lack } from '../client/select';
import { type OrgRecord, QuerySchema, RecordSchema } from '../client/shapes';
import { flag, inner, isoTime, textOf } from '../client/values';
import type { AskedAnswer } from '../setup/ask';
import { lackGaps, lackWhy } from '../setup/lacks';
import type { Org } from '../setup/org';
import type { Page } from './activities';
import { PARTS, type Part } from './read-calls';

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

type Reading = {
  record: (part: Part) => OrgRecord | null;
  records: (part: Part) => OrgRecord[];
  gaps: Snapshot['gaps'];
};

/** The parts that came; a gap for each that was refused. Contacts without an account lack nothing. */
export function reading(answer: AskedAnswer): Reading {
  const parts = Object.keys(PARTS).filter(isPart);
  const body = <T>(part: Part, schema: v.GenericSchema<unknown, T>): T | null => {
    const parsed = v.safeParse(schema, answer.bodies.get(part));
    return parsed.success ? parsed.output : null;
  };
  const refused = parts.flatMap((part) => {
    const problem = answer.problems.get(part);
    return problem ? [{ what: PARTS[part], why: gapWhy(problem, answer.lacks.get(part)) }] : [];
  });
  const partly = parts
    .filter((part) => answer.bodies.has(part))
    .flatMap((part) => answer.lacks.get(part) ?? []);
  const gaps = [...refused, ...lackGaps(partly)];
  return {
    record: (part) => body(part, RecordSchema),
    records: (part) => body(part, QuerySchema)?.records ?? [],
    gaps,
  };
}

/** The records of a query's answer; none where it is no such answer. */
export function recordsOf(body: unknown): OrgRecord[] {
  const parsed = v.safeParse(QuerySchema, body);
  return parsed.success ? parsed.output.records : [];
}

/** Why a part is missing, in a few words. `lacks`: what it could not do without. */
export function gapWhy({ problem: { kind, message } }: ProblemError, lacks: readonly Lack[] = []): string {
  if (kind !== 'forbidden' && kind !== 'gone') return message;
  return lackWhy(lacks) || 'this sign-in may not read it; an admin can allow it';
}

/** How many, and how many are open, as far as this sign-in sees it: what it doesn't see is not none. */
export function dealCounts(deals: Snapshot['deals'], lacks: readonly Lack[], url: string): Fact[] {
  const lacking = (...names: string[]) =>
    lacks.some(({ object, field }) => names.includes(`${object}.${field}`));
  const counted = (name: string, value: number): Fact => ({
    ...{ name, value, at: null, url },
    field: 'OpportunityContactRole',
  });
  if (lacking('Opportunity.', 'OpportunityContactRole.', 'OpportunityContactRole.OpportunityId')) return [];
  return [
    counted('deals.total', deals.length),
    ...(lacking('Opportunity.IsClosed')
      ? []
      : [counted('deals.open', deals.filter((deal) => deal.open).length)]),
  ];
}

/**
 * The account of a contact, where that is a firm. A person account is the contact's other half: it bears the person's own
 * name, and what it says is said of them.
 * https://developer.salesforce.com/docs/atlas.en-us.218.0.change_data_capture.meta/change_data_capture/cdc_standard_objects_person_account_update.htm
 */
export const firmOf = (account: OrgRecord | null): OrgRecord | null =>
  account && flag(account, 'IsPersonAccount') ? null : account;

/** The account, else what a lead says of its company. */
export function companyOf(org: Org, account: OrgRecord | null, lead: OrgRecord | null): Snapshot['company'] {
  const from = account ?? lead;
  const name = account ? textOf(account, 'Name') : lead ? textOf(lead, 'Company') : '';
  if (!from || name === '') return null;
  const people = Number(textOf(from, 'NumberOfEmployees'));
  const prefix = account ? 'Billing' : '';
  const detail = [
    textOf(from, 'Industry'),
    people > 0 ? `${people.toLocaleString('en-US')} ${people === 1 ? 'person' : 'people'}` : '',
    textOf(from, `${prefix}City`),
    textOf(from, `${prefix}Country`),
  ];
  const object = account ? 'Account' : 'Lead';
  return {
    ref: org.ref(object, textOf(from, 'Id')),
    name,
    detail: detail.filter((part) => part !== '').join(' · '),
  };
}

/** The roles that a contact has in opportunities, each once, as the newest opportunity has it. */
export function rolesOf(roles: OrgRecord[], contact: string, url: string, page: Page): Fact[] {
  const own = roles.filter((one) => textOf(one, 'ContactId') === contact && textOf(one, 'Role') !== '');
  return [...new Set(own.map((one) => textOf(one, 'Role')))].map((value) => {
    const [last] = own
      .filter((one) => textOf(one, 'Role') === value)
      .map((one) => ({ at: isoTime(textOf(one, 'CreatedDate')), deal: textOf(one, 'OpportunityId') }))
      .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
    return {
      name: 'person.buyingRole',
      value,
      at: last?.at ?? null,
      url: last?.deal ? page('Opportunity', last.deal) : url,
      field: 'OpportunityContactRole.Role',
    };
  });
}

/** A record that belongs to no account is not a gap in what we may read. */
export function gapMatters(what: string, record: OrgRecord): boolean {
  return what !== PARTS.account || textOf(record, 'AccountId') !== '';
}

/** Where the field that names the account is hidden, nobody knows whether there is one. */
export function accountGap(object: string, record: OrgRecord): Snapshot['gaps'] {
  if (object === 'Lead' || Object.hasOwn(record, 'AccountId')) return [];
  return [{ what: PARTS.account, why: lackWhy([{ object, field: 'AccountId', use: 'select' }]) }];
}

/** A contact's opportunities, open ones first. */
export function dealsOf(org: Org, roles: OrgRecord[]): Snapshot['deals'] {
  const byId = new Map<string, Snapshot['deals'][number]>();
  for (const role of roles) {
    const deal = inner(role, 'Opportunity');
    const id = textOf(role, 'OpportunityId');
    if (!deal || id === '') continue;
    const open = !flag(deal, 'IsClosed');
    byId.set(id, {
      ref: org.ref('Opportunity', id),
      name: textOf(deal, 'Name'),
      stage: textOf(deal, 'StageName'),
      open,
    });
  }
  return [...byId.values()].sort((a, b) => Number(b.open) - Number(a.open));
}
