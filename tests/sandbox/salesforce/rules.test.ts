// The org's rules, each with the error that Salesforce gives: through jsforce, in the org's own words.
import type { Connection } from 'jsforce';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server';
import { call, connect, failure, leadToSandbox } from './client';

let sandbox: Sandbox;
let connection: Connection;
let ann: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  leadToSandbox(sandbox);
  connection = connect(sandbox);
  ann = sandbox.salesforce.people.ann.id;
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.salesforce.resetSettings());
const change = (values: Record<string, unknown>, id = ann) =>
  connection.sobject('Lead').update({ Id: id, ...values });
const make = (values: Record<string, unknown> = {}) =>
  connection.sobject('Lead').create({ LastName: 'Made', Company: 'Maker', ...values });

describe('values', () => {
  test.each([
    [{ Title: 'x'.repeat(129) }, 'STRING_TOO_LONG', ['Title']],
    [{ Status: 'Nope' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', ['Status']],
    [{ Email: 'not an address' }, 'INVALID_EMAIL_ADDRESS', ['Email']],
    [{ LastName: '' }, 'REQUIRED_FIELD_MISSING', ['LastName']],
    [{ OwnerId: 'x' }, 'MALFORMED_ID', ['OwnerId']],
    [{ NumberOfEmployees: 'many' }, 'JSON_PARSER_ERROR', []],
    [{ EmailBouncedDate: 'soon' }, 'JSON_PARSER_ERROR', []],
    [{ Nope__c: 1 }, 'INVALID_FIELD', []],
    [{ IsConverted: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsConverted']],
    [{ Status: 'Closed - Converted' }, 'INVALID_STATUS', ['Status']],
  ])('%o is %s', async (values, code, fields) => {
    expect(await failure(change(values))).toMatchObject({ code, fields });
  });

  test('an open picklist takes any value', async () => {
    await change({ LeadSource: 'A friend' });
    expect(sandbox.salesforce.lead(ann).values.LeadSource).toBe('A friend');
  });

  test('a record type offers fewer values, and refuses the others', async () => {
    const { partnerLead, renewal } = sandbox.salesforce.people;
    expect(await failure(change({ Status: 'Nurture' }, partnerLead.id))).toMatchObject({
      code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      fields: ['Status'],
    });
    await change({ Status: 'Qualified Prospect' }, partnerLead.id);
    const moved = connection.sobject('Opportunity').update({ Id: renewal.id, StageName: 'Prospecting' });
    expect((await failure(moved)).fields).toEqual(['StageName']);
  });
});

describe('what an org demands', () => {
  test('a validation rule speaks in its own words, beside its field', async () => {
    sandbox.salesforce.settings.rules = [
      {
        object: 'Lead',
        when: [
          { field: 'Status', is: 'Qualified Prospect' },
          { field: 'Rating', blank: true },
        ],
        message: 'Rate the lead before you qualify it.',
        errorDisplayField: 'Rating',
      },
    ];
    expect(await failure(change({ Status: 'Qualified Prospect' }))).toEqual({
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Rate the lead before you qualify it.',
      fields: ['Rating'],
    });
    await change({ Status: 'Qualified Prospect', Rating: 'Hot' });
  });

  test('several rules that fail are told together', async () => {
    sandbox.salesforce.settings.rules = ['One.', 'Two.'].map((message) => ({
      object: 'Lead',
      when: [{ field: 'Rating', changed: true }],
      message,
      errorDisplayField: null,
    }));
    const answer = await call(sandbox, `/services/data/v66.0/sobjects/Lead/${ann}`, {
      method: 'PATCH',
      body: '{"Rating":"Cold"}',
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject([{ message: 'One.', fields: [] }, { message: 'Two.' }]);
  });

  test('required fields of the org', async () => {
    sandbox.salesforce.settings.required = [{ object: 'Lead', field: 'Favourite_Topic__c' }];
    expect(await failure(change({ Title: 'COO' }))).toMatchObject({
      code: 'REQUIRED_FIELD_MISSING',
      fields: ['Favourite_Topic__c'],
    });
  });

  test('duplicates are refused, and saved only when the rule and the caller both say so', async () => {
    const { buyer } = sandbox.salesforce.people;
    const Email = String(sandbox.salesforce.contact(buyer.id).values.Email);
    const rule = { object: 'Contact', fields: ['Email'], rule: 'Same_email', saveAllowed: true } as const;
    sandbox.salesforce.settings.duplicates = [{ ...rule, fields: [...rule.fields] }];
    const post = (headers: Record<string, string> = {}) =>
      call(sandbox, '/services/data/v66.0/sobjects/Contact', {
        method: 'POST',
        headers,
        body: JSON.stringify({ LastName: 'Twin', Email }),
      });
    const refused = await post();
    expect(refused.body).toMatchObject([
      { errorCode: 'DUPLICATES_DETECTED', duplicateResult: { allowSave: true } },
    ]);
    expect((await post({ 'Sforce-Duplicate-Rule-Header': 'allowSave=true' })).status).toBe(201);
    sandbox.salesforce.settings.duplicates = [{ ...rule, fields: ['Email'], saveAllowed: false }];
    expect((await post({ 'Sforce-Duplicate-Rule-Header': 'allowSave=true' })).status).toBe(400);
  });

  test("an org's automation that fails", async () => {
    sandbox.salesforce.settings.automation = [
      {
        object: 'Lead',
        errorCode: 'CANNOT_EXECUTE_FLOW_TRIGGER',
        message: 'We can’t save this record because the “Score” process failed.',
      },
    ];
    expect((await failure(change({ Title: 'COO' }))).code).toBe('CANNOT_EXECUTE_FLOW_TRIGGER');
  });
});

describe('what a person may', () => {
  test('a hidden field is missing everywhere, for whom it is hidden', async () => {
    sandbox.salesforce.settings.hidden = [{ object: 'Lead', field: 'Rating', user: 'lena' }];
    const names = (await connection.sobject('Lead').describe()).fields.map((field) => field.name);
    expect(names).not.toContain('Rating');
    expect((await failure(connection.query('SELECT Rating FROM Lead'))).code).toBe('INVALID_FIELD');
    expect((await failure(change({ Rating: 'Hot' }))).code).toBe('INVALID_FIELD');
    expect(await connection.sobject('Lead').retrieve(ann)).not.toHaveProperty('Rating');
    expect(
      (await connect(sandbox, 'marcus').query(`SELECT Rating FROM Lead WHERE Id = '${ann}'`)).totalSize,
    ).toBe(1);
  });

  test('a read-only field is read and not written', async () => {
    sandbox.salesforce.settings.readOnly = [{ object: 'Lead', field: 'Status' }];
    const status = (await connection.sobject('Lead').describe()).fields.find(
      (field) => field.name === 'Status',
    );
    expect(status).toMatchObject({ updateable: false });
    expect(await failure(change({ Status: 'Nurture' }))).toMatchObject({
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      fields: ['Status'],
    });
  });

  test('records and objects out of reach', async () => {
    const { settings, people } = sandbox.salesforce;
    settings.readOnlyRecords = [ann];
    expect((await failure(change({ Title: 'COO' }))).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    settings.unseenRecords = [people.account.id];
    expect((await failure(connection.sobject('Account').retrieve(people.account.id))).code).toBe('NOT_FOUND');
    const link = connection.sobject('Contact').update({ Id: people.lonely.id, AccountId: people.account.id });
    expect((await failure(link)).code).toBe('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY');
    settings.noCreate = [{ object: 'Opportunity' }];
    const deal = connection
      .sobject('Opportunity')
      .create({ Name: 'x', StageName: 'Prospecting', CloseDate: '2027-01-01' });
    expect((await failure(deal)).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    settings.noAccess = [{ object: 'Campaign' }];
    expect((await failure(connection.query('SELECT Id FROM Campaign'))).code).toBe('INVALID_TYPE');
    const reader = connect(sandbox, 'reader').sobject('Lead').update({ Id: ann, Title: 'COO' });
    expect((await failure(reader)).code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
  });

  test('locked, busy, converted and deleted records', async () => {
    const { settings, people } = sandbox.salesforce;
    settings.lockedRecords = [ann];
    expect((await failure(change({ Title: 'COO' }))).code).toBe('ENTITY_IS_LOCKED');
    settings.lockedRecords = [];
    settings.busyRows = [{ id: ann, times: 1 }];
    expect((await failure(change({ Title: 'COO' }))).code).toBe('UNABLE_TO_LOCK_ROW');
    await change({ Title: 'COO' });
    expect((await failure(change({ Title: 'x' }, people.converted.id))).code).toBe(
      'CANNOT_UPDATE_CONVERTED_LEAD',
    );
    expect((await failure(change({ Title: 'x' }, people.archived.id))).code).toBe('ENTITY_IS_DELETED');
    expect((await failure(make({ OwnerId: '005000000000000AAA' }))).code).toBe('INVALID_CROSS_REFERENCE_KEY');
  });
});

describe('limits and sessions', () => {
  test('a used-up allowance and an org without the API', async () => {
    sandbox.salesforce.settings.calls = { used: 5000, max: 5000 };
    expect((await failure(connection.query('SELECT Id FROM Lead'))).code).toBe('REQUEST_LIMIT_EXCEEDED');
    sandbox.salesforce.resetSettings();
    sandbox.salesforce.settings.apiEnabled = false;
    expect((await failure(connection.query('SELECT Id FROM Lead'))).code).toBe('API_DISABLED_FOR_ORG');
  });

  test.each(['expired', 'revoked', 'uat', 'nothing like a token'])(
    'the token %s is no session here',
    async (token) => {
      const tokens: Record<string, string> = sandbox.salesforce.tokens;
      const answer = await call(sandbox, '/services/data/v66.0/limits', {
        token: tokens[token] ?? 'nothing',
      });
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual([
        { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
      ]);
    },
  );
});
