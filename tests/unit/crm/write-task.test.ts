// The next step in HubSpot: an open task on the contact, for the rep, with its date, once.
import { beforeEach, expect, it } from 'vitest';
import type { NextStep } from '@/lib/qualification/answers/draft';
import { problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
let id = '';
const task: NextStep = {
  kind: 'followUp',
  label: 'Follow up',
  subject: 'Plan the change <together>',
  body: 'Agree on the next step & its date.',
  dueOn: '2027-01-18',
};

beforeEach(() => {
  id = portal.hubspot.create('contacts', { email: `bo${crypto.randomUUID()}@northwind.example` }).id;
});

const owner = () => ({ id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' });
const next = (change: Partial<NextStep> = {}) =>
  submit(portal.ref(id), { kind: 'task', task: { ...task, ...change } }, owner());

it('stands on the contact as an open task of the rep’s, due on the day', async () => {
  const [submission, step] = next();
  const result = await portal.open().write(submission, step);
  const [made, ...others] = portal.hubspot.tasks(id);
  expect(others).toEqual([]);
  expect(made?.properties).toMatchObject({
    hs_task_subject: task.subject,
    hs_task_status: 'NOT_STARTED',
    hs_task_type: 'TODO',
    hubspot_owner_id: owner().id,
  });
  for (const timeZone of ['Pacific/Honolulu', 'America/New_York', 'Europe/Berlin', 'Pacific/Auckland']) {
    const due = new Date(made?.properties.hs_timestamp ?? '');
    expect(due.toLocaleDateString('sv-SE', { timeZone })).toBe('2027-01-18');
  }
  expect(made?.properties.hs_task_body).toContain('Agree on the next step &amp; its date.');
  expect(made?.properties.hs_task_body).toContain(submission.id);
  expect(result).toMatchObject({ text: 'Task for 2027-01-18 created', id: made?.id });
  expect(result.url).toContain(`/record/0-1/${id}/?engagement=${made?.id}`);
});

it('is never made twice, whatever got lost', async () => {
  const [submission, step] = next();
  const session = portal.open();
  expect(await session.probe(submission, step)).toBeNull();
  portal.hubspot.settings.searchLagMs = 60_000;
  portal.hubspot.faults.arm({ method: 'POST', path: /tasks$/, times: 1, do: 'dropAfter' });
  expect((await problemOf(session.write(submission, step))).kind).toBe('offline');
  const found = await session.probe(submission, step);
  expect(found?.id).toBe(portal.hubspot.tasks(id)[0]?.id);
  expect(await session.write(submission, step)).toEqual(found);
  expect(portal.hubspot.tasks(id)).toHaveLength(1);
  expect(await session.probe(...next())).toBeNull();
});

it('without the permission: missing-scope, named', async () => {
  expect(await problemOf(portal.open('readOnly').write(...next()))).toMatchObject({
    kind: 'missing-scope',
    scopes: ['crm.objects.contacts.write'],
  });
  expect(portal.hubspot.tasks(id)).toEqual([]);
});
