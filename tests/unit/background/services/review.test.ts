// Fields that the CRM demanded are asked for with what the record holds in them, where that can be known.
import { expect, it } from 'vitest';
import { createReview } from '@/lib/background/services/review';
import type { CrmSession } from '@/lib/crm/shared/crm';
import { ProblemError } from '@/lib/problem/problem';
import { unusedCalls } from '../connections/unused-calls';
import { ref } from '../outbox/world';
import { bound } from './bound';

const unused = () => Promise.reject(new Error('not part of this test'));
const definition = (field: string) => ({ field, label: `The ${field}`, kind: 'text' as const, options: [] });

function service(stageValues: CrmSession['stageValues']) {
  const session: CrmSession = {
    ...unusedCalls,
    ...{ check: unused, people: unused, stageValues },
    fieldDefinitions: async (_, fields) => fields.map(definition),
  };
  return createReview({
    binding: bound(),
    sessions: { forReading: async () => session },
    connections: { find: async () => null },
    mappings: { current: unused, get: unused, save: unused },
    crmById: () => null,
    kept: { keepReview: unused, review: unused },
  });
}

it('with the value of each field that is the record’s own, an empty one as well', async () => {
  const review = service(async () => ({ region: 'North', constructor: '' }));
  expect(await review.fields(1, ref, ['region', 'constructor', 'Task.Priority', 'toString'])).toEqual([
    { ...definition('region'), value: 'North' },
    { ...definition('constructor'), value: '' },
    definition('Task.Priority'),
    definition('toString'),
  ]);
});

it('without any where the CRM won’t say', async () => {
  const review = service(() =>
    Promise.reject(new ProblemError({ kind: 'invalid', message: 'No such column.' })),
  );
  expect(await review.fields(1, ref, ['region'])).toEqual([definition('region')]);
});
