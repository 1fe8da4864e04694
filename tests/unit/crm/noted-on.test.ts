// A note of ours names the contact that it is of, and counts on that contact alone: HubSpot lets anyone hang it on more.
import { beforeEach, describe, expect, it } from 'vitest';
import { formatRecordLine, type NotedOf } from '@/lib/qualification/record-line/record-line';
import { textToHtml } from '@/lib/util/html';
import { sandboxPortal } from './portal';

const portal = sandboxPortal();
const contact = () =>
  portal.hubspot.create('contacts', { firstname: 'Ada', email: `${crypto.randomUUID()}@x.example` }).id;
const of = (id: string, object = 'contacts', crm = 'hubspot'): NotedOf[] => [{ crm, object, id }];

beforeEach(() => {
  portal.hubspot.key('full').app = 'Stagecheck';
});

function note(on: string[], named?: NotedOf[], value = 'yes') {
  const at = portal.hubspot.now().toISOString();
  const line = formatRecordLine({
    ...{ id: crypto.randomUUID(), at, by: 'Cleo Day', owner: '1', supported: null },
    ...(named === undefined ? {} : { of: named }),
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value, from: 'rep', at, by: 'Cleo Day' } },
  });
  const text = `Spoke today\n\nEvidence (Stagecheck)\nDecision: Lead\n${line}`;
  const links = on.map((id) => ({ type: 'contacts' as const, id }));
  const values = { hs_timestamp: at, hs_note_body: textToHtml(text) };
  return portal.hubspot.create(
    'notes',
    values,
    links,
    portal.hubspot.portals.main,
    portal.hubspot.writer('full'),
  ).id;
}
async function read(id: string) {
  const { earlier, advice } = await portal.open().read(portal.ref(id), () => undefined);
  return { earlier, says: advice?.map(({ text }) => text) ?? [] };
}
const elsewhere = 'It names earlier answers, but they were noted on another record.';
const via = 'by the shared key';
const nameless = 'It names earlier answers, but they don’t say which record they are of.';
/** What was asked for besides what every read asks. */
const looked = (path: RegExp) => portal.hubspot.requests.filter((one) => path.test(one.path)).length;

describe('a note that names its contact', () => {
  it('counts there, and not on another that somebody put it on, where that is said', async () => {
    const [mine, theirs] = [contact(), contact()];
    note([mine, theirs], of(mine));
    expect((await read(mine)).earlier).toMatchObject([{ value: 'yes', via }]);
    expect(looked(/\/notes\/contacts\/|\/contacts\/\d+$/)).toBe(1);
    expect(await read(theirs)).toEqual({ earlier: [], says: [elsewhere] });
  });
  it('hides no older one of this contact', async () => {
    const [mine, theirs] = [contact(), contact()];
    note([mine], of(mine));
    note([mine, theirs], of(theirs), 'no');
    expect(await read(mine)).toMatchObject({ earlier: [{ value: 'yes' }], says: [elsewhere] });
  });
  it('goes on counting on the contact that it was merged into, and on no other', async () => {
    const [kept, gone, other] = [contact(), contact(), contact()];
    note([gone], of(gone));
    portal.hubspot.merge('contacts', kept, gone);
    note([other], of(gone));
    expect((await read(kept)).earlier).toMatchObject([{ value: 'yes', via }]);
    expect((await read(gone)).earlier).toMatchObject([{ value: 'yes', via }]);
    expect(await read(other)).toEqual({ earlier: [], says: [elsewhere] });
  });
  it('does not count where the one that it names was deleted, is or is of another kind or CRM', async () => {
    const [mine, gone] = [contact(), contact()];
    portal.hubspot.archive('contacts', gone);
    for (const named of [of(gone), of(mine, 'companies'), of(mine, 'contacts', 'salesforce')])
      note([mine], named);
    const { earlier, says } = await read(mine);
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('they were noted on another record')]);
  });
  it('does not count where HubSpot won’t say what became of the one that it names', async () => {
    const [mine, theirs] = [contact(), contact()];
    note([mine], of(theirs));
    const path = new RegExp(`/contacts/${theirs}\\b`);
    portal.hubspot.faults.arm({
      ...{ method: 'GET', path, times: 9 },
      do: { status: 403, body: { category: 'FORBIDDEN', message: 'no' } },
    });
    const says = [expect.stringContaining('HubSpot doesn’t say whether it is this one now')];
    expect(await read(mine)).toEqual({ earlier: [], says });
  });
  it('costs a bounded number of questions, however many others somebody hangs on a contact', async () => {
    const mine = contact();
    note([mine], of(mine));
    for (let n = 0; n < 12; n += 1) note([mine], of(contact()), 'no');
    portal.hubspot.clearRequests();
    const { says } = await read(mine);
    expect(looked(/\/contacts\/\d+$/)).toBeLessThanOrEqual(6);
    expect(says).toHaveLength(1);
  });
});

describe('a note that names no contact', () => {
  it('counts for nothing, costs no question, and hides no older one that names it', async () => {
    const [mine, bare] = [contact(), contact()];
    note([mine], of(mine));
    note([mine], undefined, 'no');
    portal.hubspot.clearRequests();
    expect(await read(mine)).toMatchObject({ earlier: [{ value: 'yes', via }], says: [nameless] });
    expect(looked(/\/notes\/contacts\/|\/contacts\/\d+$/)).toBe(1);
    note([bare], []);
    expect(await read(bare)).toEqual({ earlier: [], says: [nameless] });
  });
});
