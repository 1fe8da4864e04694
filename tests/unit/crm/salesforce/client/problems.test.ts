// Every family of Salesforce's errors, and what the rep is told of it.

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { codeOf, refusal } from '@/lib/crm/salesforce/client/problems';
import { type ProblemKind, ProblemSchema } from '@/lib/problem/problem';

const told = (status: number, errorCode: string, fields: string[] = []) =>
  refusal(status, [{ message: `the org's words on ${errorCode}`, errorCode, fields }], 'Lead');

describe('a refusal', () => {
  it.each<[number, string, ProblemKind]>([
    [400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'invalid'],
    [400, 'REQUIRED_FIELD_MISSING', 'required'],
    [400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'invalid'],
    [400, 'STRING_TOO_LONG', 'invalid'],
    [400, 'DUPLICATES_DETECTED', 'invalid'],
    [400, 'CANNOT_EXECUTE_FLOW_TRIGGER', 'automation'],
    [400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'automation'],
    [400, 'MALFORMED_QUERY', 'invalid'],
    [400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'forbidden'],
    [400, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'forbidden'],
    [400, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'forbidden'],
    [400, 'ENTITY_IS_LOCKED', 'locked'],
    [403, 'API_DISABLED_FOR_ORG', 'no-api'],
    [404, 'ENTITY_IS_DELETED', 'gone'],
    [400, 'CANNOT_UPDATE_CONVERTED_LEAD', 'converted'],
    [404, 'NOT_FOUND', 'gone'],
    [400, 'UNABLE_TO_LOCK_ROW', 'in-use'],
    [403, 'REQUEST_LIMIT_EXCEEDED', 'busy'],
    [401, 'INVALID_SESSION_ID', 'key-refused'],
    [503, 'SERVER_UNAVAILABLE', 'crm-down'],
    [500, 'UNKNOWN_EXCEPTION', 'crm-down'],
    [412, '', 'changed'],
    [429, 'SOMETHING_NEW', 'busy'],
    [400, 'SOMETHING_NEW', 'invalid'],
    [403, 'SOMETHING_NEW', 'forbidden'],
    [502, 'SOMETHING_NEW', 'crm-down'],
    [400, 'constructor', 'invalid'],
  ])('%i %s is %s, in the org’s words', (status, code, kind) => {
    const error = told(status, code);
    expect(error.problem.kind).toBe(kind);
    expect(error.problem.message).toContain(`the org's words on ${code}`);
    expect(codeOf(error)).toBe(code);
    expect(v.parse(ProblemSchema, error.problem)).toEqual(error.problem);
  });

  it('tells the used-up day from too many at one time', () => {
    const [errorCode, concurrent] = ['REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests Limit exceeded.'];
    const day = refusal(403, [{ errorCode, message: 'TotalRequests Limit exceeded.' }]).problem;
    expect(day).toMatchObject({ kind: 'busy', message: 'TotalRequests Limit exceeded.' });
    expect(day.usedUp).toMatch(/24 hours.*Company Information/);
    const burst = refusal(403, [{ errorCode, message: concurrent }]).problem;
    expect(burst.kind).toBe('busy');
    expect(burst.usedUp).toBeUndefined();
  });

  it('names every field with the org’s words for it', () => {
    const error = refusal(
      400,
      [
        { message: 'Too long', errorCode: 'STRING_TOO_LONG', fields: ['Title'] },
        { message: 'Not that one', errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Status'] },
        { message: 'rolled back', errorCode: 'PROCESSING_HALTED' },
      ],
      'Lead',
    );
    expect(error.problem).toMatchObject({
      message: 'Too long Not that one',
      fields: [
        { field: 'Lead.Title', message: 'Too long' },
        { field: 'Lead.Status', message: 'Not that one' },
      ],
    });
  });

  it.each([
    [
      'OAuth’s own form',
      400,
      { error: 'invalid_grant', error_description: 'expired' },
      'key-refused',
      'expired',
    ],
    ['one error alone', 404, { errorCode: 'NOT_FOUND', message: 'no' }, 'gone', 'no'],
    ['no body', 503, undefined, 'crm-down', 'Salesforce answered with status 503.'],
    ['a body of another shape', 400, [5, null, { a: 1 }], 'invalid', 'Salesforce answered with status 400.'],
    ['an empty list', 412, [], 'changed', 'Salesforce answered with status 412.'],
  ])('of %s is understood', (_, status, body, kind, message) => {
    expect(refusal(status, body).problem).toMatchObject({ kind, message, status });
  });

  it('of a duplicate rule tells what it found, and whether it may be allowed', () => {
    const record = { Id: '0035e00000AbCdEAAV', attributes: { type: 'Contact' } };
    const body = [
      {
        errorCode: 'DUPLICATES_DETECTED',
        message: 'Use one of these records?',
        duplicateResult: { allowSave: true, matchResults: [{ matchRecords: [{ record }] }] },
      },
    ];
    expect(refusal(400, body).problem.duplicates).toEqual({
      mayAllow: true,
      records: [{ object: 'Contact', id: record.Id }],
    });
    expect(told(400, 'DUPLICATES_DETECTED').problem.duplicates).toEqual({ mayAllow: false, records: [] });
  });
});
