// Records by name: every name that a criterion or a CRM's field can have is kept, through every boundary.
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ObjectSchema } from '@/lib/crm/hubspot/client/shapes';
import { QuerySchema } from '@/lib/crm/salesforce/client/shapes';
import { requests } from '@/lib/protocol/messages';
import { DraftSchema } from '@/lib/qualification/answers/draft';
import { SubmissionSchema } from '@/lib/qualification/plan/submission';
import { recordOf } from '@/lib/util/schema';
import { person, submission } from '../background/outbox/world';

const NAMES = ['constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
const all = <T>(value: T) => Object.fromEntries(NAMES.map((name) => [name, value]));

const draft = {
  ref: { crm: 'hubspot', account: '1', object: 'contacts', id: '501' },
  playbook: { id: 'default', version: '1.0.0', hash: 'h' },
  answers: all({ value: 'yes', at: '2026-11-21T10:00:00.000Z', by: person }),
  noteText: null,
  decision: null,
  deal: null,
  extra: all('what the rep typed'),
  startedAt: '2026-11-21T10:00:00.000Z',
  updatedAt: '2026-11-21T10:00:00.000Z',
  revision: 7,
};

it('a draft keeps the answer to a criterion of any name, in its row and in the message', () => {
  expect(v.parse(DraftSchema, draft)).toEqual(draft);
  expect(v.parse(requests['draft.save'].body, { draft, base: 6 })).toEqual({ draft, base: 6 });
});

it('a submission keeps its answers and the values of demanded fields', () => {
  const of = submission({ answers: all('yes') });
  const steps = of.steps.map((step) =>
    step.write.kind === 'fields' ? { ...step, write: { ...step.write, extra: all('x') } } : step,
  );
  expect(v.parse(SubmissionSchema, { ...of, steps })).toEqual({ ...of, steps });
});

it('a field of any name is read from both CRMs', () => {
  const object = v.parse(ObjectSchema, { id: '1', properties: all('Acme') });
  expect(object.properties).toEqual(all('Acme'));
  const records = [{ Id: '003', ...all('Acme') }];
  expect(v.parse(QuerySchema, { records })).toEqual({ records, done: true });
});

it('nothing that is parsed changes what other objects are', () => {
  const schema = recordOf(v.string(), v.unknown());
  const parsed = v.parse(schema, JSON.parse('{"__proto__": {"polluted": "yes"}, "a": 1}'));
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  expect(parsed).toEqual({ a: 1 });
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it('takes records and nothing else, and refuses a name or a value that does not fit', () => {
  const schema = recordOf(v.pipe(v.string(), v.maxLength(3)), v.number());
  for (const wrong of [null, [], ['a'], 'a', 1, undefined, () => 1]) expect(v.is(schema, wrong)).toBe(false);
  expect(v.is(schema, { abcd: 1 })).toBe(false);
  expect(v.is(schema, { abc: '1' })).toBe(false);
  fc.assert(
    fc.property(fc.dictionary(fc.string({ maxLength: 3 }), fc.integer()), (record) => {
      expect(v.parse(schema, record)).toEqual(record);
    }),
  );
});
