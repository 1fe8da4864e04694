// What both CRMs really answer to every read and write, recorded from the sandboxes, and played back with one answer spoilt.

import { openSession as hubspot } from '@/lib/crm/hubspot/session';
import { openSession as salesforce } from '@/lib/crm/salesforce/session';
import type { CrmSession } from '@/lib/crm/shared/crm';
import type { RecordRef } from '@/lib/record/record';
import { startSandbox } from '../sandbox/server';
import { writesTo } from './writes';

export type Answer = { status: number; type: string; text: string };
/** A call of the session, the record that it is about, and the answers that it takes, by request, in their order. */
export type Tape = {
  name: string;
  ref: RecordRef;
  answers: Map<string, Answer[]>;
  run: (session: CrmSession) => Promise<unknown>;
  open: (fetch: typeof globalThis.fetch) => CrmSession;
};

const calls = (ref: RecordRef): Record<string, (session: CrmSession) => Promise<unknown>> => ({
  check: (session) => session.check(),
  people: (session) => session.people(),
  stageFields: (session) => session.stageFields(ref),
  reviewOptions: (session) => session.reviewOptions(ref),
  read: (session) => session.read(ref, () => undefined),
  stageValues: (session) =>
    session.stageValues(ref, [ref.crm === 'hubspot' ? 'lifecyclestage' : `${ref.object}.LeadSource`]),
});

const key = async (request: Request): Promise<string> =>
  `${request.method} ${request.url} ${await request.clone().text()}`;

/** Every read and write of a person in each CRM, with what was answered. */
export async function record(): Promise<Tape[]> {
  const sandbox = await startSandbox();
  const parts = { sleep: async () => undefined, random: () => 0.5, timeoutMs: 5_000 };
  const portal = sandbox.hubspot.portals.main;
  const contact = sandbox.hubspot.create('contacts', {
    firstname: 'Ada',
    lastname: 'Okafor',
    email: 'ada@fuzz.example',
  });
  const org = sandbox.salesforce.orgs.acme.api;
  const { buyer } = sandbox.salesforce.people;
  const owner = sandbox.salesforce.user('lena').id;
  const lead = sandbox.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Fuzz', OwnerId: owner });
  // What is written names the moment: played back it must be the same.
  const stands = sandbox.hubspot.now();
  const now = () => new Date(stands);
  const openHubspot = (fetch: typeof globalThis.fetch) =>
    hubspot({ key: sandbox.hubspot.keys.full, account: portal }, { ...parts, fetch, now });
  const openSalesforce = (fetch: typeof globalThis.fetch) =>
    salesforce({ key: sandbox.salesforce.tokens.lena, account: org, fields: {} }, { ...parts, fetch, now });
  const stage = String(contact.properties.lifecyclestage ?? '');
  const people: [RecordRef, Tape['open'], stage: string][] = [
    [{ crm: 'hubspot', account: portal, object: 'contacts', id: contact.id }, openHubspot, stage],
    [{ crm: 'salesforce', account: org, object: 'Contact', id: buyer.id }, openSalesforce, ''],
    [
      { crm: 'salesforce', account: org, object: 'Lead', id: lead.id },
      openSalesforce,
      String(lead.values.Status),
    ],
  ];
  const tapes: Tape[] = [];
  for (const [index, [ref, open, before]] of people.entries())
    for (const [name, run] of Object.entries({ ...calls(ref), ...writesTo(ref, before, index + 1) })) {
      const answers: Tape['answers'] = new Map();
      const listening: typeof fetch = async (input, init) => {
        const request = new Request(input, init);
        const at = await key(request);
        const response = await sandbox.fetch(request);
        const text = await response.clone().text();
        const answer = { status: response.status, type: response.headers.get('content-type') ?? '', text };
        answers.set(at, [...(answers.get(at) ?? []), answer]);
        return response;
      };
      await run(open(listening));
      if (answers.size > 0) tapes.push({ name: `${ref.crm} ${ref.object} ${name}`, ref, answers, run, open });
    }
  await sandbox.close();
  return tapes;
}

/**
 * A fetch that answers from the tape, with answer number `at` changed. What is asked twice is answered as it was each
 * time, for a write may lie between; and from then on as at last.
 */
export function playback(tape: Tape, at: number, spoil: (answer: Answer) => Answer): typeof fetch {
  const all = [...tape.answers.values()].flat();
  const spoilt = all[at % all.length];
  const times = new Map<string, number>();
  return async (input, init) => {
    const asked = await key(new Request(input, init));
    const time = times.get(asked) ?? 0;
    times.set(asked, time + 1);
    const known = tape.answers.get(asked) ?? [];
    const found = known[time] ?? known.at(-1) ?? { status: 404, type: 'application/json', text: '{}' };
    const { status, type, text } = found === spoilt ? spoil(found) : found;
    return new Response(status === 204 ? null : text, { status, headers: { 'content-type': type } });
  };
}
