// A colleague's answers in HubSpot are read however many notes lie above the one that holds them.
import { beforeEach, describe, expect, it } from 'vitest';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { textToHtml } from '@/lib/util/html';
import { sandboxPortal } from './portal';

const portal = sandboxPortal();
let id = '';

beforeEach(() => {
  portal.hubspot.key('full').app = 'Stagecheck';
  // What is asked here within seconds is no matter of allowances.
  portal.hubspot.settings.rateLimit = { max: 5_000, intervalMs: 10_000 };
  id = portal.hubspot.create('contacts', { firstname: 'Ada', email: `${crypto.randomUUID()}@x.example` }).id;
});

const at = () => portal.hubspot.now().toISOString();
const note = (text: string, ours = false, of = id) => {
  const properties = { hs_timestamp: at(), hs_note_body: textToHtml(text) };
  const author = ours ? portal.hubspot.writer('full') : undefined;
  return portal.hubspot.create(
    'notes',
    properties,
    [{ type: 'contacts', id: of }],
    portal.hubspot.portals.main,
    author,
  );
};
const others = (many: number) => {
  for (let one = 0; one < many; one += 1) note(`Hello ${one}`);
};
const evidence = (of = id) => {
  const said = {
    ...{ id: crypto.randomUUID(), at: at(), by: 'Cleo Day', owner: '1', supported: null },
    of: [{ crm: 'hubspot', object: 'contacts', id: of }],
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage' as const, stage: 'lead', override: null },
    answers: { pain: { value: 'yes', from: 'rep' as const, at: at(), by: 'Cleo Day' } },
  };
  return note(`Evidence (Stagecheck)\nDecision: Lead\n${formatRecordLine(said)}`, true);
};
async function read() {
  portal.hubspot.clearRequests();
  const { earlier, gaps } = await portal.open().read(portal.ref(id), () => undefined);
  const calls = portal.hubspot.requests.filter(({ path }) =>
    /notes\/(batch\/read|search)$/.test(path),
  ).length;
  return { values: earlier.map(({ value }) => value), gaps, calls };
}

describe('a note of ours is read', () => {
  it('in one call where it is among the newest fifty', async () => {
    others(20);
    evidence();
    others(40);
    expect(await read()).toEqual({ values: ['yes'], gaps: [], calls: 1 });
  });
  it.each([50, 99, 130, 260])('under %i younger ones of others', async (many) => {
    evidence();
    others(many);
    expect(await read()).toMatchObject({ values: ['yes'], gaps: [] });
  });
  it('under fifty of ours that are of another contact', async () => {
    evidence();
    for (let one = 0; one < 60; one += 1) evidence('999999999');
    expect(await read()).toMatchObject({ values: ['yes'], gaps: [] });
  });
});

describe('where none of ours is found', () => {
  it('nothing is said once all were looked through', async () => {
    others(130);
    expect(await read()).toMatchObject({ values: [], gaps: [] });
  });
  it('and there are more than are looked through, that is said', async () => {
    evidence();
    others(1_060);
    const why = expect.stringContaining('only the newest 1050 notes');
    expect(await read()).toMatchObject({ values: [], gaps: [{ what: 'Earlier qualifications', why }] });
  });
  it('and HubSpot does not let them be looked through, that is said, and all else is there', async () => {
    evidence();
    others(60);
    portal.hubspot.faults.arm({
      ...{ method: 'POST', path: /notes\/batch\/read/, times: 9, skip: 1 },
      do: { status: 403, body: { category: 'MISSING_SCOPES', message: 'no' } },
    });
    expect((await read()).gaps).toEqual([expect.objectContaining({ what: 'Earlier qualifications' })]);
  });
  it.each([0, 60])('and HubSpot leaves it out without a word, that is said (%i above it)', async (many) => {
    const { id: made } = evidence();
    others(many);
    portal.hubspot.settings.unreadable = { ids: [made], category: '', status: 200, silently: true };
    const why = 'HubSpot left out 1 of its notes';
    expect(await read()).toMatchObject({ values: [], gaps: [{ what: 'Earlier qualifications', why }] });
  });
});
