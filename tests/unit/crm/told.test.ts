// What a CRM's refusal says is kept and shown without our key, however it is written there, and never at any length.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { openSession as openHubSpot } from '@/lib/crm/hubspot/session';
import { openSession as openSalesforce } from '@/lib/crm/salesforce/session';
import { type Problem, ProblemError, ProblemSchema } from '@/lib/problem/problem';
import { LONG_MOST, VALUE_MOST, withoutRuns } from '@/lib/problem/told';
import { json, script, someKey } from './answers';
import { problemOf } from './portal';

const escaped = (text: string, at: number) =>
  `${text.slice(0, at)}\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}${text.slice(at + 1)}`;
const bare = (text: string) => text.toLowerCase().replace(/[^a-z\d]/g, '');
/** Whether sixteen letters and digits of it in a row are told, whatever stands between them; how it begins is no secret. */
function tellsPart(told: string, secret: string): boolean {
  const [text, whole] = [bare(told), bare(secret.replace(/^(pat-na1-|00D\w+!)/, ''))];
  return Array.from(whole.slice(15), (_, at) => whole.slice(at, at + 16)).some((part) => text.includes(part));
}

const hubspot = (key: string, body: string) =>
  openHubSpot(
    { key, account: '1' },
    script(new Response(body, { status: 400, headers: { 'content-type': 'application/json' } })),
  );
const salesforce = (key: string, body: string) =>
  openSalesforce(
    { key, account: 'acme.my.salesforce.com' },
    script(new Response(body, { status: 400, headers: { 'content-type': 'application/json' } })),
  );
const someToken = () =>
  `00D000000000001!AQ${crypto.randomUUID().replaceAll('-', '')}.${crypto.randomUUID().replaceAll('-', '')}`;

const ways: [string, (secret: string) => string][] = [
  ['with one letter as a JSON escape', (secret) => escaped(secret, 20)],
  ['with one letter as a JSON escape in capitals', (secret) => escaped(secret, 21).replace('\\u00', '\\U00')],
  ['in JSON inside of JSON', (secret) => escaped(secret, 20).replaceAll('\\', '\\\\')],
  ['in capitals', (secret) => secret.toUpperCase()],
  ['with a letter of it in an address', (secret) => secret.replace(/\d/, (one) => `%3${one}`)],
  ['with a letter of it in XML', (secret) => secret.replace(/\d/, (one) => `&#x3${one};`)],
  ['with spaces between its letters', (secret) => secret.split('').join(' ')],
  ['with a sign between its letters that nobody sees', (secret) => secret.split('').join('\u200b')],
  ['its first half', (secret) => secret.slice(0, 30)],
  ['its second half', (secret) => secret.slice(-20)],
];

describe('a key that the CRM repeats', () => {
  it.each(ways)('is not told by HubSpot’s refusal: %s', async (_, write) => {
    const key = someKey();
    const said = write(key).replaceAll('\\U', '\\u');
    const list = `Property values were not valid: [{\\"name\\":\\"stage\\",\\"message\\":\\"of ${write(key).replaceAll('\\', '\\\\')}\\"}]`;
    const body = `{"message":"no: ${said}","correlationId":"${said}","errors":[{"message":"${said}","in":"${said}"},{"message":"${list}"}]}`;
    const told = JSON.stringify(await problemOf(hubspot(key, body).check()));
    expect(tellsPart(told, key)).toBe(false);
  });

  it.each(ways)('is not told by Salesforce’s refusal: %s', async (_, write) => {
    const key = someToken();
    const said = write(key).replaceAll('\\U', '\\u');
    const body = `[{"message":"no: ${said}","errorCode":"ODD","fields":["${said}"]}]`;
    const told = JSON.stringify(await problemOf(salesforce(key, body).people()));
    expect(tellsPart(told, key)).toBe(false);
  });

  it('is not told in base64', async () => {
    const key = someKey();
    const said = btoa(key);
    const told = await problemOf(hubspot(key, JSON.stringify({ message: `no: ${said}` })).check());
    expect(told.message).toMatch(/^no: \[taken out\]=*$/);
  });

  it('is not read out of a good answer either, with one letter as a JSON escape', async () => {
    const key = someKey();
    const body = `{"portalId":1,"uiDomain":"app.hubspot.com","companyName":"${escaped(key, 20)}","timeZone":"${escaped(key, 20)}"}`;
    const answer = new Response(body, { headers: { 'content-type': 'application/json' } });
    const session = openHubSpot({ key, account: '1' }, script(answer, json({ results: [] })));
    const told = await session.check().catch((error: unknown) => error);
    expect(tellsPart(JSON.stringify(told), key)).toBe(false);
  });
});

describe('what a rep needs of a refusal stays', () => {
  it.each([
    'Property "hs_v2_date_entered_customer_1234567890" does not exist',
    'NumberOfEmployees2024Range__c: bad value for restricted picklist field: Warm',
    'insufficient access rights on cross-reference id: 0035g00000AbCdEAAW',
    'Contact 901234567890123456789012 does not exist (correlation 0b2f2a3c-9c1d-4f6e-8b7a-6d5e4c3b2a19)',
    'LeadScoringAfterUpdate2: execution of AfterUpdate caused by: System.DmlException: line 12, column 3: 00Q5g00000Zz12AEAR',
    'We can’t save this record because the “Qualification_Score_2026_v14” process failed. ErrorId: 1527186432-41258 (-1234567890)',
    'requires one of [crm.objects.leads.read, crm.schemas.custom.read].',
    'acme-dev-ed.develop.my.salesforce.com: communicationpreferences',
  ])('%s', (message) => {
    expect(withoutRuns(message)).toBe(message);
  });

  it('and what reads like a key or a token goes, whoever it is of', () => {
    const random = crypto.randomUUID().replaceAll('-', '');
    expect(withoutRuns(`Bearer ${random}, (eyJhbGciOiJIUzI1NiJ9x1)`)).toBe(
      'Bearer [taken out], ([taken out])',
    );
    const hex = [...`pat-eu1-${crypto.randomUUID()}`].map((sign) => sign.charCodeAt(0).toString(16)).join('');
    for (const run of [hex, hex.toUpperCase(), '7a'.repeat(10)])
      expect(withoutRuns(`no: ${run}.`)).toBe('no: [taken out].');
  });
});

/** A value of everything that the schema lets in, with this text wherever one may stand. */
function filled(schema: unknown, text: string): unknown {
  if (typeof schema !== 'object' || schema === null || !('type' in schema)) throw new Error('no schema');
  if ('wrapped' in schema) return filled(schema.wrapped, text);
  if ('entries' in schema && typeof schema.entries === 'object' && schema.entries !== null)
    return Object.fromEntries(Object.entries(schema.entries).map(([name, one]) => [name, filled(one, text)]));
  if ('item' in schema) return Array.from({ length: 150 }, () => filled(schema.item, text));
  if ('options' in schema && Array.isArray(schema.options)) return schema.options[0];
  if ('literal' in schema) return schema.literal;
  return { string: text, number: 1, boolean: true }[String(schema.type)];
}

describe('every text of a problem', () => {
  const texts = (value: unknown): [string, string][] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, one]): [string, string][] =>
          typeof one === 'string' ? [[name, one]] : texts(one),
        );
  const problemWith = (text: string): Problem => {
    const whole = filled(ProblemSchema, text);
    return new ProblemError(v.parse(ProblemSchema, whole)).problem;
  };

  it('has a bound, by the schema’s own list of them', () => {
    const long = problemWith(`${'ab '.repeat(VALUE_MOST / 2)}end`);
    const over = texts(long).filter(
      ([name, text]) => text.length > (name === 'value' || name === 'was' ? VALUE_MOST : LONG_MOST),
    );
    expect([...new Set(over.map(([name]) => name))]).toEqual([]);
    expect(texts(long).length).toBeLessThan(2_000);
  });

  it('is whole where it is short, and keeps its signs whole where it is cut', () => {
    const short = problemWith('as it was');
    expect(texts(short).filter(([, text]) => text.includes('…'))).toEqual([]);
    const { message } = problemWith('🙂'.repeat(LONG_MOST));
    expect(() => encodeURIComponent(message)).not.toThrow();
  });

  it('of ten million signs is cut: what HubSpot calls a correlation id', async () => {
    const body = JSON.stringify({ message: 'no', correlationId: '7 '.repeat(5_000_000) });
    const told = await problemOf(hubspot(someKey(), body).check());
    expect(told.supportId?.length).toBeLessThanOrEqual(300);
  });
});
