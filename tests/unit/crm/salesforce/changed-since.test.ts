// Whether a task of ours was changed after it was made is told by Salesforce's own times, whoever changed it.
import { describe, expect, it } from 'vitest';
import { originOf } from '@/lib/crm/salesforce/read/origin';
import { formatRecordLine, type NotedOf } from '@/lib/qualification/record-line/record-line';
import { sandboxOrg } from './sandbox';

const org = sandboxOrg();
const [marcus, lena] = ['005000000000001AAA', '005000000000002AAA'];
const made = Date.parse('2026-11-01T10:00:00Z');
const later = (minutes: number) => new Date(made + minutes * 60_000).toISOString();

function task(minutes: number | null, by = 'Marcus Webb', at = later(0), of?: NotedOf[], who = '00Q1') {
  const line = formatRecordLine({
    ...{ id: 'a-1', at, by: 'Marcus Webb', owner: marcus, supported: null },
    ...(of === undefined ? {} : { of }),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: {},
  });
  const record = {
    ...{ Subject: 'Stagecheck: lead (id=a-1)', Description: `Evidence (Stagecheck)\n${line}`, WhoId: who },
    ...{ CreatedDate: later(0), CreatedById: marcus, TaskSubtype: 'Task' },
    ...(minutes === null ? {} : { LastModifiedDate: later(minutes) }),
    LastModifiedById: by === 'Marcus Webb' ? marcus : lena,
    LastModifiedBy: { Name: by },
    CreatedBy: { Name: 'Marcus Webb', UserType: 'Standard' },
  };
  return originOf(record, 'right').via({ by: 'Marcus Webb', owner: marcus });
}

describe('a task that was changed after it was made', () => {
  it('is told as changed, also by its author', () => {
    expect(task(60 * 24)).toBe('changed since by Marcus Webb in Salesforce');
    expect(task(6)).toBe('changed since by Marcus Webb in Salesforce');
    expect(task(0.5)).toBe('changed since by Marcus Webb in Salesforce');
    expect(task(0, 'Lena Bauer')).toBe('changed since by Lena Bauer in Salesforce');
    expect(task(60, 'Lena Bauer')).toBe('changed since by Lena Bauer in Salesforce');
  });
  it('is told whatever time its line claims: Stagecheck itself never changes a task that is there', () => {
    expect(task(60 * 24, 'Marcus Webb', later(60 * 24))).toBe('changed since by Marcus Webb in Salesforce');
  });
  it('is not told for what an org’s own flows do in the call that makes it', () => {
    for (const seconds of [0, 1, 5, 10]) expect(task(seconds / 60)).toBe('');
  });
  it('is not told where Salesforce says neither who nor when', () => {
    expect(task(null)).toBe('');
  });
  it('may only have been moved where its lead has become a contact, and that is said', () => {
    const lead = [{ crm: 'salesforce', object: 'Lead', id: '00Q000000000001' }];
    expect(task(60, 'Lena Bauer', later(0), lead, '003000000000001')).toBe(
      'changed since, or moved with its lead, by Lena Bauer in Salesforce',
    );
    expect(task(60, 'Lena Bauer', later(0), lead)).toBe('changed since by Lena Bauer in Salesforce');
  });
  it('is known on a page: the read asks for the time', async () => {
    const { id } = org.salesforce.create('Lead', { LastName: 'Okafor', Company: 'Northwind' });
    await org.open().read(org.ref('Lead', id), () => undefined);
    const bodies = org.salesforce.requests.map(({ body }) => JSON.stringify(body ?? ''));
    expect(bodies.some((body) => /FROM(%20|\+| )Task/.test(body) && body.includes('LastModifiedDate'))).toBe(
      true,
    );
  });
});
