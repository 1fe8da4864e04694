// HubSpot's error bodies, every field of which may be missing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '@/lib/crm/hubspot/client/problems';

const told = (status: number, body: unknown) => refusal(status, body).problem;

it.each([
  ['DAILY', /midnight/],
  ['TEN_SECONDLY_ROLLING', undefined],
  ['SECONDLY', undefined],
])('the limit %s: only the one of a whole day is said to be used up', (policyName, words) => {
  const { kind, usedUp } = told(429, { message: 'Too many', policyName });
  expect(kind).toBe('busy');
  if (words) expect(usedUp).toMatch(words);
  else expect(usedUp).toBeUndefined();
});

describe('required properties', () => {
  it.each(['MISSING_REQUIRED_PROPERTY', 'MISSING_CONDITIONAL_REQUIRED_PROPERTY'])('%s names them', (code) => {
    const body = {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'Some required properties are missing',
      correlationId: 'abc',
      errors: [
        { message: 'Region is required', code, context: { propertyName: ['region'] } },
        { message: 'Both are required', code, context: { propertyName: ['size', 'region'] } },
      ],
    };
    expect(told(400, body)).toEqual({
      kind: 'required',
      message: 'Some required properties are missing',
      status: 400,
      supportId: 'abc',
      fields: [
        { field: 'region', label: 'region', message: 'Region is required' },
        { field: 'size', label: 'size', message: 'Both are required' },
      ],
    });
  });
});

describe('values that are not valid', () => {
  it('are found in JSON inside the sentence', () => {
    const list = [
      {
        isValid: false,
        message: 'x was not one of the allowed options',
        error: 'INVALID_OPTION',
        name: 'lifecyclestage',
      },
      { isValid: false, localizedErrorMessage: 'Not a number', name: 'size' },
    ];
    const body = {
      message: `Property values were not valid: ${JSON.stringify(list)}`,
      category: 'VALIDATION_ERROR',
    };
    expect(told(400, body)).toMatchObject({
      kind: 'invalid',
      fields: [
        { field: 'lifecyclestage', message: 'x was not one of the allowed options' },
        { field: 'size', message: 'Not a number' },
      ],
    });
  });

  it('are found by `in`, by context and by name in the words', () => {
    expect(told(400, { errors: [{ message: 'bad', in: 'size' }] }).fields?.[0]?.field).toBe('size');
    expect(told(400, { context: { propertyName: 'size' } }).fields?.[0]?.field).toBe('size');
    expect(told(400, { message: 'Property "my_field" does not exist' }).fields?.[0]?.field).toBe('my_field');
  });

  it('without a name they are still invalid', () => {
    expect(told(400, { message: 'Broken [{"a":1}] and [{' })).toEqual({
      kind: 'invalid',
      message: 'Broken [{"a":1}] and [{',
      status: 400,
    });
  });
});

describe('scopes', () => {
  it('come from the contexts, in either of their forms', () => {
    const granular = {
      category: 'MISSING_SCOPES',
      errors: [{ message: 'needed', context: { requiredGranularScopes: ['crm.objects.deals.read'] } }],
    };
    expect(told(403, granular)).toMatchObject({ kind: 'missing-scope', scopes: ['crm.objects.deals.read'] });
    const plain = { category: 'MISSING_SCOPES', context: { missingScopes: 'crm.objects.owners.read' } };
    expect(told(403, plain)).toMatchObject({ kind: 'missing-scope', scopes: ['crm.objects.owners.read'] });
  });

  it('come from the words where no context names them', () => {
    const body = { category: 'MISSING_SCOPES', message: 'requires one of [crm.objects.leads.read].' };
    expect(told(403, body).scopes).toEqual(['crm.objects.leads.read']);
  });
});

it('a body of the wrong shape still gives its words', () => {
  expect(told(400, { message: 'Plain words', errors: 'none', correlationId: 7 })).toEqual({
    kind: 'invalid',
    message: 'Plain words',
    status: 400,
  });
  expect(told(500, undefined)).toEqual({
    kind: 'crm-down',
    message: 'HubSpot answered with status 500.',
    status: 500,
  });
});

it('long words are cut', () => {
  expect(told(400, { message: 'x'.repeat(9_000) }).message).toHaveLength(500);
});

it('nothing that a server sends makes it throw', () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 599 }), fc.jsonValue(), (status, body) => {
      const problem = told(status, body);
      expect(problem.status).toBe(status);
      expect(problem.message.length).toBeGreaterThan(-1);
    }),
  );
  const part = fc.record(
    {
      message: fc.oneof(fc.string(), fc.constant(null)),
      category: fc.oneof(fc.string(), fc.integer()),
      context: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.constant(null)),
      errors: fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()),
      correlationId: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(part, (body) => void expect(told(400, body).status).toBe(400)));
});
