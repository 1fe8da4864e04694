// Going back a lifecycle stage, in each way that a portal may take it.
import { beforeEach, describe, expect, it } from 'vitest';
import { change, fields, problemOf, sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
let id = '';

beforeEach(() => {
  id = portal.hubspot.create('contacts', {
    firstname: 'Ada',
    email: `ada${crypto.randomUUID()}@northwind.example`,
    lifecyclestage: 'opportunity',
  }).id;
  portal.hubspot.clearRequests();
});

const stage = () => portal.hubspot.contact(id).properties.lifecyclestage ?? '';
const back = (extra: Record<string, string> = {}) =>
  submit(portal.ref(id), fields([change('lifecyclestage', 'opportunity', 'lead', true)], extra));

const ways = ['allowed', 'ignored', 'error'] as const;
const all = ways.flatMap((backward) => ways.map((clear) => [backward, clear] as const));

describe.each(all)('backward %s, clearing %s', (backward, clear) => {
  beforeEach(() => {
    portal.hubspot.settings.lifecycleBackward = backward;
    portal.hubspot.settings.lifecycleClear = clear;
  });

  const works = backward === 'allowed' || clear === 'allowed';

  it(works ? 'moves' : 'is told, and the old stage stands', async () => {
    const run = portal.open().write(...back({ jobtitle: 'CTO' }));
    if (works) {
      expect(await run).toMatchObject({ text: 'Lifecycle Stage: lead; jobtitle: CTO' });
      expect(stage()).toBe('lead');
      expect(portal.hubspot.contact(id).properties.jobtitle).toBe('CTO');
      return;
    }
    const problem = await problemOf(run);
    expect(problem).toMatchObject({ kind: 'not-moved', fields: [{ field: 'lifecyclestage' }] });
    expect(problem.message).toContain(backward === 'error' ? 'HubSpot refused' : 'did not carry out');
    expect(problem.message).toContain('still at "opportunity"');
    expect(problem.message).toContain('by hand');
    expect(stage()).toBe('opportunity');
  });
});

describe('when it breaks off in the middle', () => {
  beforeEach(() => {
    portal.hubspot.settings.lifecycleBackward = 'ignored';
  });
  const arm = (
    skip: number,
    times: number,
    action: 'drop' | 'dropAfter' | { status: number; body?: unknown },
  ) => portal.hubspot.faults.arm({ method: 'PATCH', path: /contacts/, skip, times, do: action });

  it('a refused target: the old stage is put back, HubSpot quoted', async () => {
    const body = { category: 'VALIDATION_ERROR', message: 'Lifecycle stage is locked', correlationId: 'abc' };
    arm(1, 1, { status: 400, body });
    const problem = await problemOf(portal.open().write(...back()));
    expect(problem).toMatchObject({ kind: 'not-moved', supportId: 'abc', status: 400 });
    expect(problem.fields?.[0]?.message).toBe('Lifecycle stage is locked');
    expect(problem.message).toContain('back at "opportunity"');
    expect(stage()).toBe('opportunity');
  });

  it('a property that is demanded: asked for, with the old stage put back', async () => {
    const body = {
      category: 'VALIDATION_ERROR',
      message: 'Some required properties are missing',
      errors: [{ message: 'x', code: 'MISSING_REQUIRED_PROPERTY', context: { propertyName: ['jobtitle'] } }],
    };
    arm(1, 1, { status: 400, body });
    const problem = await problemOf(portal.open().write(...back()));
    expect(problem).toMatchObject({ kind: 'required', fields: [{ field: 'jobtitle', label: 'Job Title' }] });
    expect(stage()).toBe('opportunity');
  });

  it('a lost answer to a target that arrived: it is looked up and stands', async () => {
    arm(1, 1, 'dropAfter');
    await portal.open().write(...back());
    expect(stage()).toBe('lead');
  });

  it('a target that never arrived: the old stage is put back', async () => {
    arm(1, 1, 'drop');
    expect((await problemOf(portal.open().write(...back()))).standing).toContain('back at "opportunity"');
    expect(stage()).toBe('opportunity');
  });

  it('a clearing whose answer is lost: the old stage is put back, or never left', async () => {
    arm(0, 1, 'dropAfter');
    expect(await problemOf(portal.open().write(...back()))).toMatchObject({ kind: 'offline' });
    expect(stage()).toBe('opportunity');
  });

  it('where nothing helps, it says that the stage may be empty', async () => {
    arm(1, 99, 'drop');
    const problem = await problemOf(portal.open().write(...back()));
    expect(problem.standing).toContain('may be empty now: set it to "opportunity"');
    expect(stage()).toBe('');
    portal.hubspot.faults.clear();
    const [submission, step] = back();
    expect(await portal.open().probe(submission, step)).toBeNull();
    await portal.open().write(submission, step);
    expect(stage()).toBe('lead');
  });
});
