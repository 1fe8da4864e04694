// A disqualification in the contact's own lead record (0-136): read, written, read back; and what stays away from it.
import { beforeEach, describe, expect, it } from 'vitest';
import { compare } from '@/lib/background/outbox/compare';
import type { RecordRef } from '@/lib/record/record';
import { change, fields, problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
const STAGE = 'leads.hs_pipeline_stage.lead-pipeline-id';
const REASON = 'leads.hs_lead_disqualification_reason';
const ATTEMPTING = 'attempting-stage-id';
const DISQUALIFIED = 'unqualified-stage-id';
let contact = '';
let lead = '';

const leadOf = (id: string, stage = ATTEMPTING) =>
  portal.hubspot.create(
    'leads',
    { hs_lead_name: 'Ada', hs_pipeline: 'lead-pipeline-id', hs_pipeline_stage: stage },
    [{ type: 'contacts', id }],
  ).id;
const person = () =>
  portal.hubspot.create('contacts', { email: `lead${crypto.randomUUID()}@northwind.example` }).id;
const read = (key: 'full' | 'noLeads' = 'full') =>
  portal.open(key).read(portal.ref(contact), () => undefined);
const disqualify = (record: RecordRef) =>
  submit(
    portal.ref(contact),
    fields([
      { ...change(STAGE, ATTEMPTING, DISQUALIFIED), label: 'Lead stage', toText: 'Disqualified', record },
      { ...change(REASON, '', 'NO_BUDGET'), label: 'Reason', toText: 'No budget', record },
    ]),
  );

beforeEach(() => {
  contact = person();
  lead = leadOf(contact);
  portal.hubspot.clearRequests();
});

describe('reading', () => {
  it('tells where the open lead stands, apart from the stages', async () => {
    const { stages } = await read();
    const record = portal.ref(lead, 'leads');
    expect(stages.filter((one) => one.carries !== undefined)).toEqual([
      expect.objectContaining({ field: STAGE, value: ATTEMPTING, text: 'Attempting', record }),
      expect.objectContaining({ field: REASON, value: '', carries: 'reason', record }),
    ]);
  });

  it('takes the newest that is open, and none that is closed', async () => {
    leadOf(contact, DISQUALIFIED);
    const told = async () => (await read()).stages.find((one) => one.field === STAGE)?.record?.id;
    expect(await told()).toBe(lead);
    portal.hubspot.patch('leads', lead, { hs_pipeline_stage: 'qualified-stage-id' });
    expect(await told()).toBeUndefined();
  });

  it('leaves it out, and says so, where the key may not see leads', async () => {
    const { stages, gaps } = await read('noLeads');
    expect(stages.some((one) => one.record)).toBe(false);
    expect(gaps.map((one) => one.what)).toContain('The lead record');
  });
});

describe('the fields', () => {
  it('come with their options, and with why not where the key may not write leads', async () => {
    const own = (all: { object?: string | undefined }[]) => all.filter((one) => one.object === 'leads');
    expect(own(await portal.open().stageFields())).toMatchObject([
      { field: STAGE, label: 'Lead stage', carries: 'outcome' },
      { field: REASON, label: 'Disqualification Reason', carries: 'reason' },
    ]);
    const held = own(await portal.open('readOnly').stageFields());
    expect(held).toMatchObject([{}, {}].map(() => ({ gap: 'the key lacks crm.objects.leads.write' })));
    expect(own(await portal.open('noLeads').stageFields())).toEqual([]);
  });
});

describe('writing', () => {
  it('closes the lead with the reason, and finds it done afterwards', async () => {
    const session = portal.open();
    const record = portal.ref(lead, 'leads');
    const [submission, step] = disqualify(record);
    expect(await session.stageValues(record, [STAGE, REASON])).toEqual({ [STAGE]: ATTEMPTING, [REASON]: '' });
    expect(await session.probe(submission, step)).toBeNull();
    const result = await session.write(submission, step);
    expect(result.text).toBe('Lead stage: Disqualified; Reason: No budget');
    expect(result.url).toBe(portal.hubspot.recordUrl('leads', lead));
    expect(portal.hubspot.record('leads', lead)?.properties).toMatchObject({
      hs_pipeline_stage: DISQUALIFIED,
      hs_lead_disqualification_reason: 'NO_BUDGET',
    });
    expect(await session.probe(submission, step)).toEqual(result);
  });

  it('touches no lead of another contact, and nothing but leads', async () => {
    const other = leadOf(person());
    for (const record of [portal.ref(other, 'leads'), portal.ref(contact, 'companies')]) {
      expect((await problemOf(portal.open().write(...disqualify(record)))).kind).toBe('gone');
    }
    expect(portal.hubspot.record('leads', other)?.properties.hs_pipeline_stage).toBe(ATTEMPTING);
    expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toEqual([]);
  });

  it('tells nothing of a lead of another contact, nor of anything but leads, in one call or none', async () => {
    const session = portal.open();
    const other = portal.ref(leadOf(person()), 'leads');
    const own = portal.ref(contact);
    await session.whose?.();
    portal.hubspot.clearRequests();
    for (const record of [
      other,
      portal.ref(person()),
      portal.ref('1', 'companies'),
      portal.ref('..', 'leads'),
    ]) {
      const [submission, step] = disqualify(record);
      const asked = [
        session.stageValues(record, [STAGE], own),
        session.lastChanges?.(record, [STAGE], own) ?? Promise.resolve(),
        session.probe(submission, step),
      ];
      for (const one of asked) expect(await problemOf(one)).toMatchObject({ kind: 'gone' });
    }
    expect(portal.hubspot.requests.map(({ path }) => path.split('?')[0])).toEqual(
      [1, 2, 3].map(() => `/crm/objects/2026-09/leads/${other.id}`),
    );
  });

  it('compares, looks up and tells who changed a lead of its own with no call more than for the contact', async () => {
    const session = portal.open();
    const record = portal.ref(lead, 'leads');
    const [submission, step] = disqualify(record);
    await session.whose?.();
    portal.hubspot.clearRequests();
    expect(await session.stageValues(record, [STAGE], portal.ref(contact))).toEqual({ [STAGE]: ATTEMPTING });
    expect(await session.probe(submission, step)).toBeNull();
    expect(portal.hubspot.requests).toHaveLength(2);
    expect(Object.keys((await session.lastChanges?.(record, [STAGE], portal.ref(contact))) ?? {})).toEqual([
      STAGE,
    ]);
  });

  it('compares with nothing of another record: the rep is told that it is gone, and no value of it', async () => {
    const secret = `secret${crypto.randomUUID()}@northwind.example`;
    const record = portal.ref(portal.hubspot.create('contacts', { email: secret }).id);
    const [submission] = submit(portal.ref(contact), fields([]));
    const changes = [{ ...change('email', '-', '--'), record }];
    const problem = await problemOf(compare(portal.open(), submission, changes, false));
    expect(problem.kind).toBe('gone');
    expect(JSON.stringify(problem)).not.toContain(secret);
  });

  it('changes the lead alone, with no steps of the contact’s ladder: a contact may have the same id', async () => {
    const record = portal.ref(lead, 'leads');
    const back = { ...change('lifecyclestage', 'opportunity', 'lead', true), record };
    await problemOf(portal.open().write(...submit(portal.ref(contact), fields([back]))));
    const changed = portal.hubspot.requests.filter((one) => one.method === 'PATCH').map(({ path }) => path);
    expect(changed).toEqual([`/crm/objects/2026-09/leads/${lead}`]);
  });

  it('is one record’s alone in one step', async () => {
    const both = fields([
      { ...change('hs_lead_status', '', 'OPEN') },
      { ...change(STAGE, ATTEMPTING, DISQUALIFIED), record: portal.ref(lead, 'leads') },
    ]);
    expect((await problemOf(portal.open().write(...submit(portal.ref(contact), both)))).kind).toBe(
      'unexpected',
    );
    expect(portal.hubspot.requests.filter((one) => one.method === 'PATCH')).toEqual([]);
  });

  it('says where to go when HubSpot demands more of the lead', async () => {
    portal.hubspot.settings.required.push({ type: 'leads', property: 'hs_lead_label', on: 'update' });
    const problem = await problemOf(portal.open().write(...disqualify(portal.ref(lead, 'leads'))));
    expect(problem).toMatchObject({ kind: 'invalid', fields: [{ label: 'Lead Label' }] });
    expect(problem.message).toContain('lead record');
  });
});
