// The firm of a contact without a company record is what the contact says of it, and each fact says where it is from.
import { beforeEach, expect, it } from 'vitest';
import { factWords } from '@/lib/record/facts';
import type { Snapshot } from '@/lib/record/snapshot';
import { factValues, sandboxPortal } from './portal';

const portal = sandboxPortal();
const says = {
  firstname: 'Ada',
  company: 'Northwind',
  website: 'https://www.northwind.example/about',
  industry: 'Logistics',
  numemployees: '100-500',
  annualrevenue: '5000000',
  country: 'Netherlands',
  state: 'Zuid-Holland',
  city: 'Rotterdam',
};
let read: Snapshot[] = [];
const contact = (to: { type: 'companies'; id: string }[] = []) =>
  portal.hubspot.create('contacts', { ...says, email: `ada${crypto.randomUUID()}@mail.example` }, to).id;
const readOf = (id: string, key?: Parameters<typeof portal.open>[0]) =>
  portal.open(key).read(portal.ref(id), (part) => void read.push(part));
const words = (snapshot: Snapshot | undefined, name: string) =>
  snapshot?.facts.filter((one) => one.name === name).map((one) => `${factWords(one)} [${one.field}]`);

beforeEach(() => {
  read = [];
});

it('is told at the first paint, without a further call', async () => {
  const id = contact();
  portal.hubspot.clearRequests();
  const whole = await readOf(id);
  for (const snapshot of [read[0], whole]) {
    expect(snapshot && factValues(snapshot)).toMatchObject({
      'company.name': 'Northwind',
      'company.domain': 'northwind.example',
      'company.industry': 'Logistics',
      'company.employees': '100-500',
      'company.revenue': 5_000_000,
      'company.country': 'Netherlands',
      'company.state': 'Zuid-Holland',
      'company.city': 'Rotterdam',
    });
    expect(words(snapshot, 'company.industry')).toEqual([
      'Logistics (from the contact, no company record) [contacts.industry]',
    ]);
    expect(words(snapshot, 'company.employees')).toEqual([
      '100-500 people (from the contact, no company record) [contacts.numemployees]',
    ]);
    expect(snapshot?.company).toEqual({
      ref: portal.ref(id),
      name: 'Northwind',
      detail: '100-500 people · Logistics · Rotterdam · Netherlands · from the contact, no company record',
    });
  }
  expect(portal.hubspot.requests.filter(({ path }) => path.includes('companies'))).toEqual([]);
});

it('fills only what the company record leaves empty', async () => {
  const company = portal.hubspot.create('companies', { name: 'Northwind BV', country: 'Belgium' }).id;
  const whole = await readOf(contact([{ type: 'companies', id: company }]));
  expect(words(whole, 'company.name')).toEqual(['company: Northwind BV [companies.name]']);
  expect(words(whole, 'company.country')).toEqual(['Belgium [companies.country]']);
  expect(words(whole, 'company.industry')).toEqual([
    'Logistics (from the contact, empty in the company record) [contacts.industry]',
  ]);
  expect(whole.company?.ref).toEqual(portal.ref(company, 'companies'));
  // Until the company is read, nobody knows what it leaves empty.
  expect(words(read[0], 'company.industry')).toEqual([]);
});

it('says so where the company may not be read', async () => {
  const company = portal.hubspot.create('companies', { name: 'Northwind BV', industry: 'RETAIL' }).id;
  const whole = await readOf(contact([{ type: 'companies', id: company }]), 'noCompanies');
  expect(words(whole, 'company.industry')).toEqual([
    'Logistics (from the contact, the company record could not be read) [contacts.industry]',
  ]);
});

it('is no firm where the contact says nothing of one', async () => {
  const id = portal.hubspot.create('contacts', { email: `b${crypto.randomUUID()}@mail.example` }).id;
  const whole = await readOf(id);
  expect(whole.company).toBeNull();
  expect(whole.facts.filter(({ name }) => name.startsWith('company.'))).toEqual([]);
});
