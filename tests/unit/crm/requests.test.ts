// Everything that goes over the wire keeps to HubSpot's published documents, where they are present.
import { describe, expect, it } from 'vitest';
import { change, fields, sandboxPortal, submit } from './portal';
import { requestChecker, specsFolder } from './specs';

const portal = sandboxPortal();
const folder = specsFolder();
const said = folder
  ? 'requests'
  : "requests (skipped: HubSpot's OpenAPI documents are not here, see STAGECHECK_SPECS)";

describe.skipIf(folder === null)(said, () => {
  it('a session that does everything keeps to the documents', async () => {
    const { hubspot } = portal;
    const company = hubspot.create('companies', { name: 'N', domain: 'requests.example' }).id;
    const person = { firstname: 'Ada', email: 'ada@requests.example', lifecyclestage: 'opportunity' };
    const { id } = hubspot.create('contacts', person, [{ type: 'companies', id: company }]);
    const to = [{ type: 'contacts' as const, id }];
    const at = hubspot.now().toISOString();
    for (let i = 0; i < 5; i++) {
      hubspot.create('calls', { hs_timestamp: at, hs_call_direction: 'INBOUND' }, to);
      hubspot.create('notes', { hs_timestamp: at, hs_note_body: 'x' }, to);
    }
    hubspot.create('meetings', { hs_timestamp: at, hs_meeting_outcome: 'COMPLETED' }, to);
    hubspot.create('emails', { hs_timestamp: at, hs_email_direction: 'INCOMING_EMAIL' }, to);
    hubspot.create('communications', { hs_timestamp: at, hs_communication_channel_type: 'SMS' }, to);
    const stage = 'attempting-stage-id';
    const lead = hubspot.create('leads', { hs_lead_name: 'Ada', hs_pipeline_stage: stage }, to).id;
    hubspot.create('deals', { dealname: 'Old', pipeline: 'default', dealstage: 'appointmentscheduled' }, to);
    hubspot.settings.associationPage = 3;
    hubspot.clearRequests();
    // A note that comes back without its link is linked.
    const alone = { id: '1', properties: {}, createdAt: at, updatedAt: at };
    hubspot.faults.arm({ method: 'GET', path: /\/notes\/\d+/, times: 1, do: { status: 200, body: alone } });

    const session = portal.open();
    const ref = portal.ref(id);
    await session.check();
    await session.people();
    await session.reviewOptions();
    await session.fieldDefinitions({ object: 'deals' }, ['dealname']);
    await session.read(ref, () => undefined, ['hubspot:contacts.jobtitle', 'hubspot:companies.domain']);
    await session.members(portal.ref(company, 'companies'));
    await session.stageValues(ref, ['lifecyclestage']);
    const owner = hubspot.owners()[0];
    const by = { id: owner?.id ?? '', name: 'Rae', email: '' };
    const deal = {
      create: true,
      name: 'D',
      pipeline: 'default',
      stage: 'appointmentscheduled',
      amount: 5,
      closeDate: '2027-01-31',
    };
    for (const write of [
      fields([change('lifecyclestage', 'opportunity', 'lead', true)]),
      fields([
        {
          ...change('leads.hs_pipeline_stage.lead-pipeline-id', stage, 'unqualified-stage-id'),
          record: portal.ref(lead, 'leads'),
        },
      ]),
      { kind: 'deal' as const, deal },
      { kind: 'note' as const, body: 'Hello' },
    ]) {
      const [submission, step] = submit(ref, write, by);
      await session.write(submission, step);
      expect(await session.probe(submission, step)).not.toBeNull();
    }

    const check = requestChecker(folder ?? '');
    const sent = hubspot.requests.map(({ method, path, query, body }) => ({ method, path, query, body }));
    const kinds = new Set(sent.map((one) => `${one.method} ${one.path.replace(/\d{5,}/g, 'id')}`));
    expect(kinds.size).toBeGreaterThan(25);
    expect(kinds).toContain('POST /crm/objects/2026-09/notes/search');
    expect(kinds).toContain('POST /crm/associations/2026-09/contacts/notes/batch/read');
    expect(kinds).toContain('PUT /crm/objects/2026-09/notes/id/associations/default/contacts/id');
    expect([...new Set(sent.flatMap(check))]).toEqual([]);
    // Of a token's scopes HubSpot tells at one address without a date only.
    const dated = sent.filter(({ path }) => !path.endsWith('/access-token-info'));
    for (const one of dated) expect(one.path).toMatch(/\/2026-09(\/|$)/);
  });

  it('the checker finds what does not keep to them', () => {
    const check = requestChecker(folder ?? '');
    const path = '/crm/objects/2026-09/contacts';
    expect(check({ method: 'POST', path, query: '', body: { properties: {} } })).toHaveLength(1);
    expect(
      check({ method: 'PATCH', path: `${path}/1`, query: '', body: { properties: { a: 1 } } }),
    ).toHaveLength(1);
    expect(check({ method: 'GET', path: `${path}/1`, query: '?nonsense=1', body: null })).toHaveLength(1);
    expect(check({ method: 'GET', path: '/crm/v3/objects/contacts/1', query: '', body: null })).toHaveLength(
      1,
    );
  });
});
