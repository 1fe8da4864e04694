// A batch of which HubSpot could read only a part: what could not be read is not absent.
import { beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '@/lib/crm/hubspot/client/client';
import { createTransport } from '@/lib/crm/hubspot/client/transport';
import { json, script, someKey } from './answers';
import { problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
let id = '';
beforeEach(() => {
  id = portal.hubspot.create('contacts', { email: `ada${crypto.randomUUID()}@northwind.example` }).id;
});
const to = () => [{ type: 'contacts' as const, id }];
const note = () => submit(portal.ref(id), { kind: 'note', body: 'text' });

const times = { startedAt: '2026-11-21T10:05:00.000Z', completedAt: '2026-11-21T10:05:00.100Z' };
const error = (category: string, message = 'Could not read it now') => ({
  status: 'error',
  category,
  message,
  context: {},
  links: {},
  errors: [],
});
const client = (status: number, beside: object) =>
  createClient(
    createTransport(
      someKey(),
      script(json({ status: 'COMPLETE', results: [], ...times, ...beside }, status)),
    ),
  );
const batch = (status: number, beside: object) => client(status, beside).batchRead('notes', ['1'], []);
const associated = (status: number, beside: object) =>
  client(status, beside).associated('contacts', '1', 'notes', null);

describe.each([200, 207])('answered with %i', (status) => {
  it.each([
    ['an error', { numErrors: 1, errors: [error('INTERNAL_ERROR')] }],
    ['one error besides what is gone', { errors: [error('OBJECT_NOT_FOUND'), error('INTERNAL_ERROR')] }],
    ['an error of no category', { numErrors: 1, errors: [{}] }],
    ['errors that are not named', { numErrors: 2 }],
    ['a batch that is not at its end', { status: 'PROCESSING' }],
  ])('%s is a fault that passes', async (_, beside) => {
    const problems = [await problemOf(batch(status, beside)), await problemOf(associated(status, beside))];
    expect(problems.map(({ kind }) => kind)).toEqual(['crm-down', 'crm-down']);
  });

  it('what the key may not read does not pass by itself: missing-scope, named', async () => {
    const message = 'This app hasn’t been granted all required scopes: crm.objects.deals.read';
    const beside = { numErrors: 1, errors: [error('MISSING_SCOPES', message)] };
    expect(await problemOf(batch(status, beside))).toMatchObject({
      kind: 'missing-scope',
      scopes: ['crm.objects.deals.read'],
    });
  });

  it('what is gone, or has nothing associated with it, is an answer', async () => {
    const beside = { numErrors: 1, errors: [error('OBJECT_NOT_FOUND')] };
    expect(await batch(status, beside)).toEqual([]);
    expect(await associated(status, beside)).toEqual({ ids: [], after: null });
  });
});

it.each([200, 207] as const)(
  'a note that can’t be read just now (%i) is not taken for absent',
  async (status) => {
    const [submission, step] = note();
    const session = portal.open();
    const { id: made } = await session.write(submission, step);
    portal.hubspot.settings.unreadable = { ids: [made ?? ''], category: 'INTERNAL_ERROR', status };
    expect(await problemOf(session.probe(submission, step))).toMatchObject({ kind: 'crm-down' });
    expect(await problemOf(session.write(submission, step))).toMatchObject({ kind: 'crm-down' });
    expect(portal.hubspot.notes(id)).toHaveLength(1);
  },
);

it('a further page of the contact’s notes that can’t be had is not taken for the last', async () => {
  portal.hubspot.settings.associationPage = 5;
  const at = portal.hubspot.now().toISOString();
  for (let i = 0; i < 8; i++)
    portal.hubspot.create('notes', { hs_timestamp: at, hs_note_body: `n${i}` }, to());
  portal.hubspot.settings.unreadable = { ids: [id], category: 'INTERNAL_ERROR', status: 207 };
  expect(await problemOf(portal.open().probe(...note()))).toMatchObject({ kind: 'crm-down' });
});

it('signals of which a part can’t be read are a gap with its reason, not signals that are not there', async () => {
  const at = portal.hubspot.now().toISOString();
  const call = portal.hubspot.create('calls', { hs_timestamp: at, hs_call_direction: 'INBOUND' }, to()).id;
  portal.hubspot.settings.unreadable = { ids: [call], category: 'INTERNAL_ERROR', status: 207 };
  const { gaps } = await portal.open().read(portal.ref(id), () => undefined);
  expect(gaps).toEqual([{ what: 'Calls', why: expect.stringContaining('could not read all of it') }]);
});
