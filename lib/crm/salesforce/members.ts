// The people of an account or opportunity, with where each stands.
import type { RecordRef } from '../../qualification/record';
import type { Member } from '../crm';
import type { Org } from './org';
import { problem } from './problems';
import type { OrgField, OrgRecord } from './shapes';
import { text } from './soql';
import { stageFieldsIn } from './stage-fields';
import { inner, textOf } from './values';

const MOST = 100;

/** In the order of the org: contacts of an account by name, roles of an opportunity with the primary one first. */
export async function members(org: Org, ref: RecordRef): Promise<{ title: string; members: Member[] }> {
  org.hold(ref);
  const stages = stageFieldsIn(await org.describe('Contact'));
  const fields = ['Id', 'Name', 'Title', 'Email', ...stages.map((field) => field.name)];
  const id = text(ref.id);
  const one = (contact: OrgRecord, role = '') => member(org, contact, stages, role);
  if (ref.object === 'Account') {
    const { records } = await org.client.query(
      `SELECT Id, Name, (SELECT ${fields.join(', ')} FROM Contacts ORDER BY Name LIMIT ${MOST}) FROM Account WHERE Id = ${id} LIMIT 1`,
    );
    const account = held(records[0]);
    const list = inner(account, 'Contacts')?.records;
    return { title: textOf(account, 'Name'), members: recordsIn(list).map((contact) => one(contact)) };
  }
  if (ref.object === 'Opportunity') {
    const of = fields.map((field) => `Contact.${field}`).join(', ');
    const { records } = await org.client.query(
      `SELECT Id, Name, (SELECT Role, IsPrimary, ${of} FROM OpportunityContactRoles ORDER BY IsPrimary DESC LIMIT ${MOST}) FROM Opportunity WHERE Id = ${id} LIMIT 1`,
    );
    const deal = held(records[0]);
    const roles = recordsIn(inner(deal, 'OpportunityContactRoles')?.records);
    const people = roles.flatMap((role) => {
      const contact = inner(role, 'Contact');
      return contact ? [one(contact, textOf(role, 'Role'))] : [];
    });
    const seen = new Set<string>();
    return {
      title: textOf(deal, 'Name'),
      members: people.filter(({ ref: { id: who } }) => !seen.has(who) && seen.add(who)),
    };
  }
  throw problem('not-here', 'Salesforce has no list of people for this page.');
}

function held(record: OrgRecord | undefined): OrgRecord {
  if (!record) throw problem('gone', 'The record is no longer there, or this sign-in may not see it.');
  return record;
}

const recordsIn = (list: unknown): OrgRecord[] =>
  Array.isArray(list)
    ? list.flatMap((one) => (typeof one === 'object' && one !== null ? [{ ...one }] : []))
    : [];

function member(org: Org, contact: OrgRecord, stages: OrgField[], role: string): Member {
  const id = textOf(contact, 'Id');
  return {
    ref: org.ref('Contact', id),
    name: textOf(contact, 'Name') || textOf(contact, 'Email') || `Contact ${id}`,
    title: [textOf(contact, 'Title'), role].filter((part) => part !== '').join(' · '),
    stages: stages.map((field) => {
      const value = textOf(contact, field.name);
      const label = field.picklistValues.find((option) => option.value === value)?.label;
      return { field: `Contact.${field.name}`, value, text: label || value };
    }),
  };
}
