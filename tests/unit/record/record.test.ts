// What names a record and an account: every name that a boundary lets in can be made a key and an address.
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { PendingRow } from '@/lib/background/storage/rows';
import { queryUrl, text as soqlText } from '@/lib/crm/salesforce/client/soql';
import { requests } from '@/lib/protocol/messages';
import { accountKey } from '@/lib/record/account-key';
import { PlaceSchema, RecordRefSchema, refKey } from '@/lib/record/record';

const HALF = '\ud800';
const ref = { crm: 'hubspot', account: '1', object: 'contacts', id: '501' };

it('half a character is no part of a record’s name', () => {
  expect(v.is(RecordRefSchema, ref)).toBe(true);
  for (const part of ['crm', 'account', 'object', 'id'])
    for (const name of [HALF, `a${HALF}b`, '\udfff']) {
      expect(v.is(RecordRefSchema, { ...ref, [part]: name }), part).toBe(false);
      expect(v.is(PlaceSchema, { role: 'person', ref: { ...ref, [part]: name } }), part).toBe(false);
    }
  expect(v.is(RecordRefSchema, { ...ref, id: '😀' })).toBe(true);
});

it('nor of an account’s, in a page, a message or a row', () => {
  const none = { role: 'none', crm: 'hubspot', account: '1', what: 'a list' };
  expect(v.is(PlaceSchema, none)).toBe(true);
  expect(v.is(PlaceSchema, { ...none, account: HALF })).toBe(false);
  const person = { id: '1', name: 'Ann', email: 'ann@example.com' };
  for (const name of ['connections.again', 'connections.people', 'mapping.get'] as const) {
    expect(v.is(requests[name].body, { crm: 'hubspot', account: '1' })).toBe(true);
    expect(v.is(requests[name].body, { crm: 'hubspot', account: HALF })).toBe(false);
    expect(v.is(requests[name].body, { crm: HALF, account: '1' })).toBe(false);
  }
  const remove = requests['connections.remove'].body;
  expect(v.is(remove, { crm: 'hubspot', account: '1', also: null })).toBe(true);
  expect(v.is(remove, { crm: 'hubspot', account: HALF, also: null })).toBe(false);
  expect(v.is(remove, { crm: HALF, account: '1', also: null })).toBe(false);
  const set = requests['connections.person'].body;
  expect(v.is(set, { crm: 'hubspot', account: '1', person })).toBe(true);
  expect(v.is(set, { crm: 'hubspot', account: HALF, person })).toBe(false);
  const account = { id: '1', name: 'Acme', timeZone: 'Europe/Berlin', missing: [] };
  const pending = {
    crm: 'salesforce',
    credential: { way: 'session', page: 'https://a.example' },
    account,
    at: '',
  };
  expect(v.is(PendingRow, pending)).toBe(true);
  expect(v.is(PendingRow, { ...pending, account: { ...account, id: HALF } })).toBe(false);
});

it('whatever is let in has a key, and no two have the same', () => {
  // Few signs, so that two are often alike but for where one part ends.
  const sign = fc.constantFrom('a', '/', '%', '2', 'F', '\u{1F600}', HALF);
  const part = fc.string({ unit: sign, minLength: 1, maxLength: 3 });
  const any = fc.record({ crm: part, account: part, object: part, id: part });
  fc.assert(
    fc.property(any, any, (one, other) => {
      fc.pre(v.is(RecordRefSchema, one) && v.is(RecordRefSchema, other));
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(refKey(one) === refKey(other)).toBe(same);
      expect(accountKey(one.crm, one.account).split('/')).toHaveLength(2);
    }),
  );
});

it('a query for what the CRM holds is sent, also with half a character in it', () => {
  const url = queryUrl(`SELECT Id FROM Account WHERE Name = ${soqlText(`Acme ${HALF}`)}`);
  expect(url).toContain(encodeURIComponent("'Acme \ufffd'"));
});
