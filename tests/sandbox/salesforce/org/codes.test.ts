// The status and the code of what an org refuses: paths that lead nowhere, ids that are none, methods, fields, references.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../server';
import { call } from '../client';

const BASE = '/services/data/v66.0';
let sandbox: Sandbox;
let ids: { lead: string; account: string; deleted: string };
beforeAll(async () => {
  sandbox = await startSandbox();
  const { ann, account, archived } = sandbox.salesforce.people;
  ids = { lead: ann.id, account: account.id, deleted: archived.id };
});
afterAll(() => sandbox.close());

/** The status and the first error's code of a call; {lead}, {account} and {deleted} stand for ids. */
async function refused(method: string, path: string, body?: unknown) {
  const named = (text: string) =>
    text
      .replaceAll('{lead}', ids.lead)
      .replaceAll('{account}', ids.account)
      .replaceAll('{deleted}', ids.deleted);
  const filled = named(path);
  const answer = await call(sandbox, filled.startsWith('/services') ? filled : `${BASE}${filled}`, {
    method,
    ...(body !== undefined && { body: named(JSON.stringify(body)) }),
  });
  const [, code = ''] = /"errorCode":"(\w+)"/.exec(JSON.stringify(answer.body)) ?? [];
  return `${answer.status} ${code}`;
}

const name = { Name: 'A name' };
describe('a path that leads nowhere', () => {
  test.each([
    ['GET', '/nothing'],
    ['GET', '/sobjects/Nope'],
    ['GET', '/sobjects/Nope/describe'],
    ['GET', '/sobjects/Lead/describe/nothing'],
    ['GET', '/sobjects/Lead/{lead}/Nothing'],
    ['GET', '/limits/nothing'],
    ['GET', '/services/data/v66.0/sobjects/Lead/00Q5e0000000001EAA'],
    ['GET', '/sobjects/Lead/some-words'],
    ['PATCH', '/sobjects/Lead/some-words'],
    ['DELETE', '/sobjects/Lead/some-words'],
    ['GET', '/sobjects/Lead/Phone/123'],
    ['PATCH', '/sobjects/Lead/00Q5e0000000001EAA'],
    ['DELETE', '/sobjects/Lead/00Q5e0000000001EAA'],
    ['POST', '/sobjects/Nope'],
    ['GET', '/services/data/sixty/limits'],
    ['GET', '/services/nothing'],
  ])('%s %s is not found', async (method, path) => {
    const body = method === 'POST' || method === 'PATCH' ? name : undefined;
    expect(await refused(method, path, body)).toBe('404 NOT_FOUND');
  });
});

describe('a method that a resource does not know', () => {
  test.each([
    ['PUT', '/sobjects/Lead/{lead}'],
    ['DELETE', '/sobjects/Lead'],
    ['POST', '/sobjects/Lead/{lead}'],
    ['POST', '/sobjects/Lead/describe'],
    ['POST', '/limits'],
    ['PATCH', '/query'],
    ['DELETE', '/recent'],
    ['POST', '/sobjects/Account/updated'],
    ['PUT', '/composite/sobjects'],
    ['GET', '/composite/batch'],
  ])('%s %s is not allowed', async (method, path) => {
    const body = method === 'DELETE' || method === 'GET' ? undefined : name;
    expect(await refused(method, path, body)).toBe('405 METHOD_NOT_ALLOWED');
  });

  test('what is allowed is named once each', async () => {
    const { body } = await call(sandbox, `${BASE}/sobjects/Lead/${ids.lead}`, { method: 'PUT', body: '{}' });
    const [, list = ''] = /Allowed are ([A-Z,]+)/.exec(JSON.stringify(body)) ?? [];
    expect(list.split(',').sort()).toEqual(['DELETE', 'GET', 'HEAD', 'PATCH']);
  });

  test('HEAD answers like GET, without a body', async () => {
    const { status, body } = await call(sandbox, `${BASE}/sobjects/Lead/${ids.lead}`, { method: 'HEAD' });
    expect([status, body]).toEqual([200, '']);
  });
});

// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm: an id of another kind, or one that is none.
describe('an id that is none, or of another kind', () => {
  test.each([
    ['GET', '/sobjects/Account/{lead}', undefined, '400 MALFORMED_ID'],
    ['PATCH', '/sobjects/Account/{lead}', name, '400 MALFORMED_ID'],
    ['DELETE', '/sobjects/Account/{lead}', undefined, '400 MALFORMED_ID'],
    ['GET', '/sobjects/Lead/00Q5e0000000001ZZZ', undefined, '400 MALFORMED_ID'],
    ['POST', '/sobjects/Contact', { LastName: 'A', AccountId: 'x' }, '400 MALFORMED_ID'],
    ['POST', '/sobjects/Contact', { LastName: 'A', AccountId: '{lead}' }, '400 MALFORMED_ID'],
    ['POST', '/sobjects/Contact', { LastName: 'A', AccountId: '0015e000000zzzzAAB' }, '400 MALFORMED_ID'],
    [
      'POST',
      '/sobjects/Contact',
      { LastName: 'A', AccountId: '0015e000000zzzz' },
      '400 INVALID_CROSS_REFERENCE_KEY',
    ],
    ['GET', '/sobjects/Lead/{deleted}', undefined, '404 ENTITY_IS_DELETED'],
    ['PATCH', '/sobjects/Lead/{deleted}', { Title: 'A' }, '404 ENTITY_IS_DELETED'],
    ['DELETE', '/sobjects/Lead/{deleted}', undefined, '404 ENTITY_IS_DELETED'],
  ])('%s %s %j is %s', async (method, path, body, expected) => {
    expect(await refused(method, path, body)).toBe(expected);
  });

  test('of another kind may be not found instead, for no source tells of reads', async () => {
    sandbox.salesforce.settings.strayIds = 'NOT_FOUND';
    expect(await refused('GET', '/sobjects/Account/{lead}')).toBe('404 NOT_FOUND');
    sandbox.salesforce.resetSettings();
  });

  test('in a collection each is refused for itself', async () => {
    const asked = `ids=${ids.deleted},00Q5e0000000001EAA,nonsense`;
    const { status, body } = await call(sandbox, `${BASE}/composite/sobjects?${asked}`, { method: 'DELETE' });
    expect(status).toBe(200);
    expect([...JSON.stringify(body).matchAll(/"statusCode":"(\w+)"/g)].map(([, code]) => code)).toEqual([
      'ENTITY_IS_DELETED',
      'INVALID_CROSS_REFERENCE_KEY',
      'MALFORMED_ID',
    ]);
    const records = ['00Q5e0000000001EAA', 'nonsense'].map((Id) => ({ attributes: { type: 'Lead' }, Id }));
    const changed = await call(sandbox, `${BASE}/composite/sobjects`, {
      method: 'PATCH',
      body: JSON.stringify({ records }),
    });
    expect(
      [...JSON.stringify(changed.body).matchAll(/"statusCode":"(\w+)"/g)].map(([, code]) => code),
    ).toEqual(['INVALID_CROSS_REFERENCE_KEY', 'MALFORMED_ID']);
  });
});

describe('a field that is not there, or not to be set', () => {
  test.each([
    ['GET', '/sobjects/Lead/{lead}?fields=Name,Nope', undefined, '400 INVALID_FIELD'],
    ['POST', '/sobjects/Lead', { LastName: 'A', Company: 'B', Nope: 1 }, '400 INVALID_FIELD'],
    ['PATCH', '/sobjects/Lead/{lead}', { Nope: 1 }, '400 INVALID_FIELD'],
    ['PATCH', '/sobjects/Lead/{lead}', { Id: '{lead}', Title: 'A' }, '400 INVALID_FIELD'],
    ['PATCH', '/sobjects/Lead/{lead}', { CreatedDate: null }, '400 INVALID_FIELD_FOR_INSERT_UPDATE'],
    [
      'PATCH',
      '/sobjects/Account/Legacy_Id__c/new-1',
      { Name: 'A', Legacy_Id__c: 'new-1' },
      '400 INVALID_FIELD',
    ],
    ['POST', '/sobjects/Lead', { LastName: 'A' }, '400 REQUIRED_FIELD_MISSING'],
    ['POST', '/sobjects/Lead', [{ LastName: 'A' }], '400 JSON_PARSER_ERROR'],
    ['GET', '/composite/sobjects/Lead?ids={lead}&fields=Nope', undefined, '400 INVALID_FIELD'],
    ['GET', '/query', undefined, '400 MALFORMED_QUERY'],
    ['GET', '/query?q=SELECT+Id+FROM+Nope', undefined, '400 INVALID_TYPE'],
    ['GET', '/search', undefined, '400 MALFORMED_SEARCH'],
  ])('%s %s %j is %s', async (method, path, body, expected) => {
    expect(await refused(method, path, body)).toBe(expected);
  });
});

test('a body in no form that the API reads is refused by its type', async () => {
  const answer = await call(sandbox, `${BASE}/sobjects/Lead`, {
    method: 'POST',
    body: '{"LastName":"A","Company":"B"}',
    headers: { 'content-type': 'text/plain' },
  });
  expect(answer).toMatchObject({ status: 415, body: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }] });
});
