// What HubSpot answers on its bad days, carried by a delivery: made once, and told as it is.
import { beforeEach, describe, expect, it } from 'vitest';
import { deliver } from '@/lib/background/outbox/deliver';
import { createFences } from '@/lib/background/outbox/fence';
import { problemWords } from '@/lib/problem/text';
import type { Step, Submission, Write } from '@/lib/qualification/plan/submission';
import { sandboxPortal, submit } from '../../crm/portal';
import { fakeStore } from './world';

const portal = sandboxPortal();
let id = '';
beforeEach(() => {
  // Together they may be more calls than a key may make in ten seconds.
  portal.hubspot.settings.rateLimit.max = 100_000;
  id = portal.hubspot.create('contacts', { email: `ada${crypto.randomUUID()}@northwind.example` }).id;
});

/** What has counted it for so long. */
function counting(of: Submission, ms: number) {
  let at = 0;
  const time = () => at;
  const fences = createFences(time, time);
  fences.begin(of.id);
  at = ms;
  return fences;
}

/** One try of it, `at` ms from now. */
async function carried(of: Submission, at = 0): Promise<Submission> {
  const { store } = fakeStore();
  await store.add(of);
  return deliver({
    submission: of,
    openSession: async () => portal.open(),
    store,
    onChange: () => undefined,
    unkept: () => undefined,
    fences: counting(of, at),
    now: () => new Date(portal.hubspot.now().getTime() + at),
    random: () => 0,
  });
}

/** Confirmed, and never tried. */
function waiting(...writes: Write[]): Submission {
  const by = { id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' };
  const [of] = submit(portal.ref(id), writes[0] ?? note, by);
  const steps = writes.map(
    (write): Step => ({ id: write.kind, write, state: 'waiting', result: null, problem: null }),
  );
  return { ...of, state: 'waiting', steps };
}

const note: Write = { kind: 'note', body: 'text' };
const task: Write = {
  kind: 'task',
  task: {
    kind: 'followUp',
    label: 'Follow up',
    subject: 'Ask again',
    body: 'How it went.',
    dueOn: '2027-01-18',
  },
};
const deal: Write = {
  kind: 'deal',
  deal: {
    create: true,
    name: 'Northwind: routing',
    pipeline: 'default',
    stage: 'appointmentscheduled',
    amount: null,
    closeDate: '2027-01-31',
  },
};
const kinds = [
  ['notes', note],
  ['tasks', task],
  ['deals', deal],
] as const;
const textOf = (of: Submission) => of.steps[0]?.result?.text ?? '';
/** Longer than a lost answer may yet arrive. */
const LATER = 20 * 60_000;

it('a note whose answer was lost is not written again while the look-up can read only a part', async () => {
  portal.hubspot.faults.arm({ method: 'POST', path: /notes$/, times: 1, do: 'dropAfter' });
  // Nor can it be looked up at once, however often a read is repeated.
  portal.hubspot.faults.arm({ method: 'GET', path: /associations=notes/, times: 3, skip: 1, do: 'drop' });
  const first = await carried(waiting(note));
  expect(first).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
  const [made] = portal.hubspot.notes(id);
  portal.hubspot.settings.unreadable = { ids: [made?.id ?? ''], category: 'INTERNAL_ERROR', status: 207 };
  const second = await carried(first, LATER);
  expect(second).toMatchObject({
    state: 'waiting',
    steps: [{ state: 'trying', problem: { kind: 'crm-down' } }],
  });
  portal.hubspot.resetSettings();
  expect(await carried(second, 2 * LATER)).toMatchObject({
    state: 'written',
    steps: [{ result: { id: made?.id } }],
  });
  expect(portal.hubspot.notes(id)).toHaveLength(1);
});

describe.each(kinds)('%s that HubSpot answered to have made', (type, write) => {
  const readBack = new RegExp(`/${type}/\\d+\\?`);
  const there = () => new Set(portal.hubspot.all(type).map((one) => one.id));
  const since = (old: Set<string>) => portal.hubspot.all(type).filter((one) => !old.has(one.id));

  it.each([
    [
      'too early',
      { status: 404, body: { status: 'error', category: 'OBJECT_NOT_FOUND', message: 'not found' } },
    ],
    [
      'without the scope',
      { status: 403, body: { category: 'MISSING_SCOPES', message: 'crm.objects.x.read' } },
    ],
    ['with a key that was just revoked', { status: 401, body: {} }],
    ['in a fault of HubSpot’s', { status: 500 }],
    ['without a network', 'drop' as const],
  ])('are done though they are read back %s, and it says so', async (_, fault) => {
    const old = there();
    portal.hubspot.faults.arm({ method: 'GET', path: readBack, times: 9, do: fault });
    const end = await carried(waiting(write));
    expect(end).toMatchObject({ state: 'written', steps: [{ state: 'done', problem: null }] });
    expect(textOf(end)).toContain('HubSpot did not show it when it was read back: look at it there');
    expect(since(old).map((one) => one.id)).toEqual([end.steps[0]?.result?.id]);
  });

  // HubSpot took it without its link: the one that it has is not told, so that it counts as missing.
  const alone = {
    properties: {},
    createdAt: '2026-11-21T10:05:00.000Z',
    updatedAt: '2026-11-21T10:05:00.000Z',
  };
  const links = () => portal.hubspot.requests.filter((one) => one.method === 'PUT');

  it.each([
    ['no associations', {}],
    ['an empty list', { associations: { contacts: { results: [] } } }],
  ])('are put on the contact where they came back with %s', async (_, told) => {
    const old = there();
    const body = { id: '1', ...alone, ...told };
    portal.hubspot.faults.arm({ method: 'GET', path: readBack, times: 1, do: { status: 200, body } });
    const end = await carried(waiting(write));
    expect(end.state).toBe('written');
    const [made, ...others] = since(old);
    expect(others).toEqual([]);
    expect(links().map(({ path, status }) => [path, status])).toEqual([
      [`/crm/objects/2026-09/${type}/${made?.id}/associations/default/contacts/${id}`, 200],
    ]);
    expect(portal.hubspot.associated(type, made?.id ?? '', 'contacts').map((one) => one.id)).toEqual([id]);
    expect(textOf(end)).not.toContain('not on the contact');
  });

  it('are done, and said not to be on the contact, where they can’t be put there', async () => {
    const old = there();
    const body = { id: '1', ...alone };
    portal.hubspot.faults.arm({ method: 'GET', path: readBack, times: 1, do: { status: 200, body } });
    portal.hubspot.faults.arm({
      method: 'PUT',
      path: /associations/,
      times: 9,
      do: { status: 403, body: {} },
    });
    const end = await carried(waiting(write));
    expect(end).toMatchObject({ state: 'written', steps: [{ state: 'done', problem: null }] });
    const [made, ...others] = since(old);
    expect(others).toEqual([]);
    expect(textOf(end)).toContain(`it is not on the contact: add it there, or have your admin do it`);
    expect(textOf(end)).toContain(made?.id);
  });

  it('cost no call more where all is well', async () => {
    const end = await carried(waiting(write));
    expect(textOf(end)).not.toContain('but');
    expect(links()).toEqual([]);
  });
});

describe('a contact that was merged into another one', () => {
  let survivor = '';
  beforeEach(() => {
    survivor = portal.hubspot.create('contacts', { email: `s${crypto.randomUUID()}@northwind.example` }).id;
  });
  /** It gives a new id. */
  const merge = () => {
    survivor = portal.hubspot.merge('contacts', survivor, id).id;
  };
  const madeThere = () => [
    ...portal.hubspot.notes(survivor),
    ...portal.hubspot.tasks(survivor),
    ...portal.hubspot.deals(survivor),
  ];

  it.each(kinds)(
    'gets none of the %s, nor does the one that was kept, however often it is tried',
    async (_, write) => {
      const of = waiting(write);
      merge();
      const refused = { state: 'failed', steps: [{ problem: { kind: 'merged', mergedInto: survivor } }] };
      const end = await carried(of);
      expect(end).toMatchObject(refused);
      expect(end.steps[0]?.problem).not.toHaveProperty('standing');
      expect(await carried({ ...end, state: 'waiting' })).toMatchObject(refused);
      expect(madeThere()).toEqual([]);
    },
  );

  it.each(kinds)(
    'after a lost answer that left none of the %s: nothing is written either',
    async (type, write) => {
      portal.hubspot.faults.arm({ method: 'POST', path: new RegExp(`/${type}$`), times: 1, do: 'drop' });
      const lost = await carried(waiting(write));
      expect(lost).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
      merge();
      const end = await carried(lost, LATER);
      expect(end).toMatchObject({ state: 'failed', steps: [{ problem: { kind: 'merged' } }] });
      expect(madeThere()).toEqual([]);
    },
  );

  it.each(kinds)(
    'has brought the %s along whose answer was lost: found there, and done',
    async (type, write) => {
      portal.hubspot.faults.arm({ method: 'POST', path: new RegExp(`/${type}$`), times: 1, do: 'dropAfter' });
      portal.hubspot.faults.arm({
        method: 'GET',
        path: /associations=/,
        times: 3,
        skip: type === 'deals' ? 2 : 1,
        do: 'drop',
      });
      const lost = await carried(waiting(write));
      expect(lost).toMatchObject({ state: 'waiting', steps: [{ state: 'trying' }] });
      merge();
      const end = await carried(lost, LATER);
      expect(end.state).toBe('written');
      expect(madeThere().map((one) => one.id)).toEqual([end.steps[0]?.result?.id]);
    },
  );

  it.each([
    ['never arrived', 'drop'],
    ['arrived', 'dropAfter'],
  ] as const)(
    'after a lost answer to fields that %s: says that nobody knows, not that nothing was written',
    async (_, lost) => {
      const change = {
        field: 'lifecyclestage',
        label: 'Stage',
        from: '',
        fromText: '',
        to: 'lead',
        toText: 'Lead',
      };
      const set: Write = { kind: 'fields', changes: [{ ...change, backward: false }], extra: {} };
      portal.hubspot.faults.arm({ method: 'PATCH', path: /contacts/, times: 1, do: lost });
      portal.hubspot.faults.arm({ method: 'GET', path: /contacts/, times: 3, skip: 1, do: 'drop' });
      const first = await carried(waiting(set));
      expect(first.steps[0]?.state).toBe('trying');
      portal.hubspot.faults.clear();
      merge();
      const end = await carried(first, LATER);
      const problem = end.steps[0]?.problem;
      expect(end).toMatchObject({
        state: 'failed',
        steps: [{ state: 'trying', problem: { kind: 'merged' } }],
      });
      expect(problem && problemWords(problem, 'HubSpot').kept).toBe(
        'Your answers are kept. It was sent before, and nobody knows whether it arrived: look there.',
      );
    },
  );

  it('after a part was written: the rest is not, and what was is said', async () => {
    const body = { category: 'MISSING_SCOPES', message: 'crm.objects.contacts.write' };
    portal.hubspot.faults.arm({ method: 'POST', path: /notes$/, times: 1, do: { status: 403, body } });
    const half = await carried(waiting(deal, note));
    expect(half.steps.map(({ state }) => state)).toEqual(['done', 'failed']);
    merge();
    const end = await carried({ ...half, state: 'waiting' });
    expect(end.steps[1]?.problem).toMatchObject({
      kind: 'merged',
      standing: 'Already written: the deal',
    });
    expect(madeThere().map((one) => one.type)).toEqual(['deals']);
  });
});
