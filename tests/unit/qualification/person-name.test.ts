// A name that anyone may give themselves in a CRM can't be read as a sentence of ours: what reads as no name is in quotes.
import { expect, it } from 'vitest';
import { originOf } from '@/lib/crm/salesforce/read/origin';
import { nameInWords } from '@/lib/qualification/record-line/claimed';

it.each([
  ...[
    'Lena Brandt',
    'Jean-Luc d’Aubigné',
    "Sinéad O'Hara",
    'J. R. R. Smith',
    'Müller',
    'María del Carmen Ruiz y Soto',
  ],
  ...['Владимир Орлов', '山田 太郎', 'Nguyễn Thị Minh Khai', 'Ægir Þór', 'प्रिया शर्मा'],
])('%s stands as it is', (name) => expect(nameInWords(name)).toBe(name));

it('runs right to left in an isolate of its own', () => {
  expect(nameInWords('محمد علي')).toBe('\u2068محمد علي\u2069');
});

it.each([
  'Lena Brandt in Salesforce, and read by Ann Lee',
  'Lena Brandt in Salesforce',
  'Lena Brandt (Salesforce)',
  'Lena; changed since',
  'Lena Brandt · Ann Lee',
  'Lena: yes',
  'Lena 2',
  'Lena & Ann',
  'lena@acme.example',
  'Lena Brandt who is also Ann Lee',
  'Lena — Ann',
  `${'Abcdefghij '.repeat(6)}`,
  'L'.repeat(61),
])('%s stands in quotes', (name) => expect(nameInWords(name)).toMatch(/^“[^“”]{1,60}”$/u));

it('leaves its quotes by no sign in it', () => {
  expect(nameInWords('Lena”, written by “Ann')).toMatch(/^“[^“”]+”$/u);
  expect(nameInWords('\u202eanel\u2066 \u200b')).toBe('anel');
});

it('is someone where nothing of it can be seen', () => {
  for (const name of ['', ' ', '\u200b', '\u3164']) expect(nameInWords(name)).toBe('someone');
});

it('is quoted beside an answer in Salesforce', () => {
  const name = 'Lena Brandt in Salesforce, and read by Ann Lee';
  const task = {
    ...{ CreatedDate: '2026-11-01T10:00:00Z', LastModifiedDate: '2026-11-02T10:00:00Z' },
    ...{ CreatedBy: { Name: name, UserType: 'Standard' }, LastModifiedBy: { Name: name } },
  };
  expect(originOf(task, 'right').via({ by: 'Lena Brandt', owner: '' })).toBe(
    `written by “${name}” in Salesforce, changed since by “${name}” in Salesforce`,
  );
});
