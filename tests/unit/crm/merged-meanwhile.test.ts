// A HubSpot contact that a colleague merges or deletes between our look and our call: nothing of ours lands unseen, or it is told.
import { beforeEach, describe, expect, it } from 'vitest';
import { problemWords } from '@/lib/problem/text';
import type { Write } from '@/lib/qualification/plan/submission';
import { change, fields, problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
const person = (lifecyclestage = '') =>
  portal.hubspot.create('contacts', {
    email: `m${crypto.randomUUID()}@northwind.example`,
    ...(lifecyclestage === '' ? {} : { lifecyclestage }),
  }).id;
let id = '';
let other = '';
beforeEach(() => {
  // Together they are more calls than a key may make in ten seconds.
  portal.hubspot.settings.rateLimit.max = 100_000;
  id = person('opportunity');
  other = person();
  portal.hubspot.clearRequests();
});

/** The id by which the contact goes on. */
const now = () => portal.hubspot.contact(id).id;
const merge = () => portal.hubspot.merge('contacts', other, id);
const remove = () => portal.hubspot.archive('contacts', id);
/** A colleague does this while such a call is on its way, or before its answer is. */
const meanwhile = (
  method: string,
  path: RegExp,
  does: () => void,
  more: { skip?: number; when?: 'before' | 'after' } = {},
) => {
  const { skip = 0, when = 'before' } = more;
  portal.hubspot.faults.arm({ method, path, times: 1, skip, do: { meanwhile: does, when } });
};
const isContact = /\/contacts\/\d+/;
const stage = (contact: string) => portal.hubspot.contact(contact).properties.lifecyclestage ?? '';
const forward = () => submit(portal.ref(id), fields([change('lifecyclestage', 'opportunity', 'customer')]));
const back = () => submit(portal.ref(id), fields([change('lifecyclestage', 'opportunity', 'lead', true)]));
const sentTo = (method: string) => portal.hubspot.requests.filter((one) => one.method === method);

describe.each([
  ['whose first record keeps its id', false],
  ['that gives a new id', true],
])('a merge %s', (_, makesNew) => {
  beforeEach(() => {
    portal.hubspot.settings.mergeMakesNew = makesNew;
  });

  it('just before fields are set: told with what was set where, or that nothing was', async () => {
    meanwhile('PATCH', isContact, merge);
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: now() });
    expect(problem.standing).toContain(`HubSpot wrote Lifecycle Stage: customer on the record that was kept`);
  });

  it('just before fields are set, where HubSpot refuses the old id: merged, and nothing was written', async () => {
    portal.hubspot.settings.mergedWrites = 'refused';
    meanwhile('PATCH', isContact, merge);
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: now() });
    expect(problem.standing).toBeUndefined();
    expect(stage(now())).not.toBe('customer');
  });

  it('just after fields were set is not read back as if it were the contact', async () => {
    meanwhile('PATCH', isContact, merge, { when: 'after' });
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: now() });
    expect(problem.standing).toContain('HubSpot wrote Lifecycle Stage: customer');
    expect(problem.standing).toContain(now());
  });

  it('after a lost answer: what the one that was kept says is not taken for ours', async () => {
    portal.hubspot.patchContact(other, { lifecyclestage: 'customer' });
    portal.hubspot.faults.arm({ method: 'PATCH', path: isContact, times: 1, do: 'drop' });
    const [submission, step] = forward();
    await problemOf(portal.open().write(submission, step));
    merge();
    expect(await problemOf(portal.open().probe(submission, step))).toMatchObject({
      kind: 'merged',
      mergedInto: now(),
    });
  });

  it('while a stage goes back puts no old stage on the one that was kept', async () => {
    portal.hubspot.faults.arm({
      method: 'PATCH',
      path: isContact,
      times: 1,
      do: { status: 500 },
    });
    // The look before the old stage would be put back.
    meanwhile('GET', isContact, () => {
      portal.hubspot.patchContact(id, { lifecyclestage: '' });
      merge();
    });
    const problem = await problemOf(portal.open().write(...back()));
    expect(problem.standing).toContain('may be empty now');
    expect(sentTo('PATCH')).toHaveLength(1);
    expect(stage(now())).toBe('');
  });

  it('between emptying a stage and setting it, where HubSpot refuses the old id: says that it was emptied', async () => {
    portal.hubspot.settings.mergedWrites = 'refused';
    meanwhile('PATCH', isContact, merge, { when: 'after' });
    const problem = await problemOf(portal.open().write(...back()));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: now() });
    expect(problem.standing).toContain('may be empty now');
    expect(stage(now())).not.toBe('lead');
  });
});

const deal = {
  ...{ create: true, name: 'Northwind', pipeline: 'default', stage: 'appointmentscheduled' },
  ...{ amount: null, closeDate: '2027-01-31' },
};
const task = {
  kind: 'followUp' as const,
  subject: 'Call back',
  dueOn: '2027-01-31',
  body: '',
  label: 'Next step',
};
const made: [string, 'notes' | 'deals' | 'tasks', Write][] = [
  ['a note', 'notes', { kind: 'note', body: 'Found out.' }],
  ['a deal', 'deals', { kind: 'deal', deal }],
  ['a task', 'tasks', { kind: 'task', task }],
];

describe.each(made)('%s', (_, type, write) => {
  const create = new RegExp(`/${type}$`);
  const all = () => portal.hubspot.all(type);
  const words = () => submit(portal.ref(id), write);

  it.each([false, true])(
    'that HubSpot puts on the one that was kept is told with its id (new: %s)',
    async (makesNew) => {
      portal.hubspot.settings.mergeMakesNew = makesNew;
      meanwhile('POST', create, merge);
      const [submission, step] = words();
      const result = await portal.open().write(submission, step);
      expect(result.text).toContain(`it is on the record that the contact was merged into (${now()})`);
      expect(result.text).not.toContain('on the contact,');
      if (type !== 'deals') expect(result.url).toContain(`/record/0-1/${now()}`);
      expect(sentTo('PUT')).toEqual([]);
      // Looked up after that, it is found, and told alike.
      expect(await portal.open().probe(submission, step)).toEqual(result);
      expect(portal.hubspot.associated('contacts', now(), type)).toHaveLength(1);
    },
  );

  it.each(['dropped', 'old'] as const)(
    'that HubSpot makes without its link (%s) is not linked by us to the one that was kept',
    async (links) => {
      portal.hubspot.settings.mergedLinks = links;
      meanwhile('POST', create, merge);
      const result = await portal.open().write(...words());
      expect(result.text).toContain(`the contact was merged into ${now()}`);
      expect(result.text).toContain(String(result.id));
      expect(sentTo('PUT')).toEqual([]);
      expect(portal.hubspot.associated('contacts', now(), type)).toEqual([]);
    },
  );

  it('that HubSpot refuses for the old id: merged, and nothing was made', async () => {
    portal.hubspot.settings.mergedLinks = 'refused';
    meanwhile('POST', create, merge);
    const before = all().length;
    expect(await problemOf(portal.open().write(...words()))).toMatchObject({
      kind: 'merged',
      mergedInto: now(),
    });
    expect(all()).toHaveLength(before);
  });

  it('that came to the contact before the merge is told as being where it is now', async () => {
    meanwhile('POST', create, merge, { when: 'after' });
    const result = await portal.open().write(...words());
    expect(result.text).toContain(`merged into (${now()})`);
  });

  it('for a contact that was deleted just then is not made, and the contact is told as gone', async () => {
    meanwhile('POST', create, remove);
    const before = all().length;
    expect((await problemOf(portal.open().write(...words()))).kind).toBe('gone');
    expect(all()).toHaveLength(before);
  });
});

describe('a contact that was deleted', () => {
  it('just before its stage goes back is gone, and no refusal of the stage', async () => {
    meanwhile('PATCH', isContact, remove);
    expect((await problemOf(portal.open().write(...back()))).kind).toBe('gone');
  });

  it('just after fields were set: gone, and what was set is said', async () => {
    meanwhile('PATCH', isContact, remove, { when: 'after' });
    const problem = await problemOf(portal.open().write(...forward()));
    expect(problem).toMatchObject({ kind: 'gone', standing: expect.stringContaining('customer') });
  });
});

describe('a lead record', () => {
  const STAGE = 'leads.hs_pipeline_stage.lead-pipeline-id';
  const disqualify = () => {
    const lead = portal.hubspot.create(
      'leads',
      { hs_lead_name: 'Ada', hs_pipeline: 'lead-pipeline-id', hs_pipeline_stage: 'attempting-stage-id' },
      [{ type: 'contacts', id }],
    ).id;
    const one = { ...change(STAGE, 'attempting-stage-id', 'unqualified-stage-id') };
    return submit(portal.ref(id), fields([{ ...one, record: portal.ref(lead, 'leads') }]));
  };

  it('whose contact was merged before it is written: merged, and not written', async () => {
    const [submission, step] = disqualify();
    merge();
    const problem = await problemOf(portal.open().write(submission, step));
    expect(problem).toMatchObject({ kind: 'merged', mergedInto: now() });
    expect(sentTo('PATCH')).toEqual([]);
  });

  it('whose contact was merged while it was written: what was written is said', async () => {
    const [submission, step] = disqualify();
    meanwhile('PATCH', /\/leads\/\d+/, merge);
    const problem = await problemOf(portal.open().write(submission, step));
    expect(problem).toMatchObject({ kind: 'merged', standing: expect.stringContaining('unqualified') });
    expect(problemWords(problem, 'HubSpot').kept).not.toContain('nothing was overwritten');
  });
});
