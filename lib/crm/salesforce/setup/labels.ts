// Puts the org's labels to fields that a refusal names by their API names, and addresses to the records that it names.

import * as v from 'valibot';
import { reported } from '@/lib/diagnostics/report';
import { type Problem, ProblemError } from '@/lib/problem/problem';
import type { CompositePart } from '../client/composite';
import { QuerySchema } from '../client/shapes';
import { isName, queryUrl, text } from '../client/soql';
import { textOf } from '../client/values';
import { longId } from '../page/ids';
import { objectOf } from '../page/locate';
import { fieldDefinitions } from './definitions';
import type { Org } from './org';

type Duplicate = NonNullable<Problem['duplicates']>['records'][number];

/** Their names by id, in one call, however many objects they are of; without those that may not be read. */
async function namesOf(org: Org, records: readonly Duplicate[]): Promise<Map<string, string>> {
  const objects = [...new Set(records.map((one) => one.object))].filter(isName).slice(0, 5);
  const calls = objects.map((object): CompositePart => {
    const ids = records.filter((one) => one.object === object).map((one) => text(one.id));
    return {
      id: `names${object}`.replace(/\W|_/g, ''),
      method: 'GET',
      url: queryUrl(`SELECT Id, Name FROM ${object} WHERE Id IN (${ids.join(', ')}) LIMIT 20`),
    };
  });
  if (calls.length === 0) return new Map();
  const { bodies } = await org.client.composite(calls, false);
  const found = [...bodies.values()].flatMap((body) => {
    const parsed = v.safeParse(QuerySchema, body);
    return parsed.success ? parsed.output.records : [];
  });
  return new Map(found.map((one) => [textOf(one, 'Id'), textOf(one, 'Name')]));
}

/** What a duplicate rule found, by name, and where the rep can look at it. */
async function linked(org: Org, error: ProblemError): Promise<ProblemError> {
  const { duplicates } = error.problem;
  if (!duplicates) return error;
  const known = duplicates.records.map((one) => ({ ...one, object: one.object || objectOf(one.id) }));
  const names = await namesOf(org, known).catch(reported('salesforce.labels', new Map<string, string>()));
  const records = known.map((one) => ({
    ...one,
    ...(names.get(longId(one.id)) ? { name: names.get(longId(one.id)) } : {}),
    ...(one.object === '' ? {} : { url: org.page(one.object, one.id) }),
  }));
  const told = new ProblemError({ ...error.problem, duplicates: { ...duplicates, records } });
  told.cause = error.cause;
  return told;
}

export async function labelled(org: Org, object: string, refused: ProblemError): Promise<ProblemError> {
  const error = await linked(org, refused);
  const { fields } = error.problem;
  if (!fields || !['required', 'invalid', 'forbidden'].includes(error.problem.kind)) return error;
  const ids = fields.map((one) => one.field);
  const known = await fieldDefinitions(org, { object }, ids).catch(reported('salesforce.labels', []));
  return new ProblemError({
    ...error.problem,
    fields: fields.map((one, index) => ({ ...one, label: known[index]?.label ?? one.label })),
  });
}
