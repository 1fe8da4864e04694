// A secret in a CRM's words is taken out of the raw text, in whichever way that text is written, and nothing else is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutSecrets } from '@/lib/util/redact';

const SECRET = 'pat-na1.a"b\\c/d&e<f>=\'g!h_0123456789+i';
const utf16 = (text: string) =>
  text.replace(/[^A-Za-z\d]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const xml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const json = (text: string) => JSON.stringify(text).slice(1, -1);

it.each([
  ['plain', SECRET],
  ['in JSON', json(SECRET)],
  ['in JSON that escapes slashes', json(SECRET).replaceAll('/', '\\/')],
  ['in JSON that escapes every sign', utf16(SECRET)],
  ['in JSON inside of JSON', json(json(SECRET))],
  ['in a URL', encodeURIComponent(SECRET)],
  ['in a URL with small letters', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
  ['in a URL inside of a URL', encodeURIComponent(encodeURIComponent(SECRET))],
  ['in a form', new URLSearchParams({ secret: SECRET }).toString()],
  ['in XML', xml(SECRET)],
  ['in XML by numbers', SECRET.replace(/[^A-Za-z\d]/g, (sign) => `&#${sign.charCodeAt(0)};`)],
  [
    'in XML by hexadecimal numbers',
    SECRET.replace(/[^A-Za-z\d]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
  ],
])('%s', (_, written) => {
  const clean = withoutSecrets(`before ${written} between ${written} after`, [SECRET]);
  expect(clean).toMatch(/^before (secret=)?\[secret\] between (secret=)?\[secret\] after$/);
});

it('whatever the signs of the secret are, JSON that repeats it stays JSON', () => {
  const secrets = fc.string({ minLength: 8, maxLength: 60 }).filter((text) => /^[!-~]+$/.test(text));
  fc.assert(
    fc.property(secrets, fc.string(), (secret, words) => {
      const clean = withoutSecrets(JSON.stringify({ message: `${words} ${secret} ${words}` }), [secret]);
      expect(JSON.stringify(JSON.parse(clean))).not.toContain(json(secret));
    }),
  );
});

it('each of several, and none that is empty', () => {
  expect(withoutSecrets('one-secret-a, other-secret-b, third', ['one-secret-a', '', 'other-secret-b'])).toBe(
    '[secret], [secret], third',
  );
});

it('nothing where there is none', () => {
  const text = JSON.stringify({ message: 'pat-na1 is a key, 0123456789 a number', more: SECRET.slice(1) });
  expect(withoutSecrets(text, [SECRET, '', 'another-one'])).toBe(text);
});
