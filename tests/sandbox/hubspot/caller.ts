// Calls the sandbox's API with one of its keys: what the tests of the sandbox have in common.
import * as v from 'valibot';
import type { Sandbox } from '../server';
import type { KeyName } from './keys';

const Body = v.looseObject({
  id: v.optional(v.string(), ''),
  message: v.optional(v.string(), ''),
  category: v.optional(v.string(), ''),
  policyName: v.optional(v.string()),
  total: v.optional(v.number(), -1),
  properties: v.optional(v.record(v.string(), v.nullable(v.string())), {}),
  propertiesWithHistory: v.optional(
    v.record(
      v.string(),
      v.array(v.looseObject({ value: v.string(), timestamp: v.string(), sourceType: v.string() })),
    ),
    {},
  ),
  associations: v.optional(
    v.record(
      v.string(),
      v.object({
        results: v.array(v.object({ id: v.string(), type: v.string() })),
        paging: v.optional(v.unknown()),
      }),
    ),
    {},
  ),
  errors: v.optional(
    v.array(
      v.looseObject({
        code: v.optional(v.string()),
        context: v.optional(v.record(v.string(), v.array(v.string())), {}),
      }),
    ),
    [],
  ),
  context: v.optional(v.record(v.string(), v.array(v.string())), {}),
  results: v.optional(v.array(v.looseObject({})), []),
  paging: v.optional(v.object({ next: v.object({ after: v.string() }) })),
  name: v.optional(v.string()),
});
export type Answer = { status: number; headers: Headers; text: string; body: v.InferOutput<typeof Body> };

/** A function that calls: method, path, JSON body. Rejects where the connection breaks. */
export function caller(sandbox: Sandbox, key: KeyName | string = 'full') {
  const keys: Record<string, string> = sandbox.hubspot.keys;
  return async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await sandbox.fetch(`https://api.hubapi.com${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys[key] ?? key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: v.parse(Body, isJson ? JSON.parse(text) : {}),
    };
  };
}

export const CONTACTS = '/crm/objects/2026-09/contacts';
export const NOTES = '/crm/objects/2026-09/notes';
export const DEALS = '/crm/objects/2026-09/deals';

/** The body of a new note on a contact. */
export const noteOn = (contact: string, text: string) => ({
  properties: { hs_timestamp: '2026-11-02T10:00:00.000Z', hs_note_body: text },
  associations: [
    { to: { id: contact }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] },
  ],
});
/** The body of a new deal of a contact. */
export const dealOf = (contact: string) => ({
  properties: { dealname: 'Pilot', pipeline: 'default', dealstage: 'qualifiedtobuy', amount: '100' },
  associations: [
    { to: { id: contact }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
  ],
});
/** A search body with everything that the documents require. */
export const searchFor = (filters: unknown[], more: Record<string, unknown> = {}) => ({
  filterGroups: filters.length > 0 ? [{ filters }] : [],
  sorts: [],
  properties: [],
  limit: 10,
  after: '0',
  ...more,
});
