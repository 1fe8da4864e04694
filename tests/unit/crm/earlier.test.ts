// Which notes of HubSpot's give earlier answers: those that it says a key of ours made, and no others.
import { beforeEach, describe, expect, it } from 'vitest';
import { formatRecordLine } from '@/lib/qualification/record-line/record-line';
import { textToHtml } from '@/lib/util/html';
import { sandboxPortal, submit } from './portal';

const portal = sandboxPortal();
let id = '';

beforeEach(() => {
  for (const name of ['full', 'usual'] as const) portal.hubspot.key(name).app = 'Stagecheck';
  id = portal.hubspot.create('contacts', { firstname: 'Ada', email: `${crypto.randomUUID()}@x.example` }).id;
});

const later = (ms = 0) => new Date(portal.hubspot.now().getTime() + ms).toISOString();
const line = (value = 'yes', at = later()) =>
  formatRecordLine({
    ...{ id: crypto.randomUUID(), at, by: 'Cleo Day', owner: '1', supported: null },
    of: [{ crm: 'hubspot', object: 'contacts', id }],
    playbook: { id: 'default', version: '1.0.0', hash: 'x' },
    decision: { kind: 'stage', stage: 'lead', override: null },
    answers: { pain: { value, from: 'rep', at, by: 'Cleo Day' } },
  });
const whole = (record = line()) => `Spoke today\n\nEvidence (Stagecheck)\nDecision: Lead\n${record}`;
type Author = NonNullable<Parameters<typeof portal.hubspot.create>[4]>;
const html = (text: string) => ({ hs_timestamp: later(86_400_000), hs_note_body: textToHtml(text) });
const note = (text: string, author?: Author) =>
  portal.hubspot.create('notes', html(text), [{ type: 'contacts', id }], portal.hubspot.portals.main, author);
const key = () => portal.hubspot.writer('full');
const read = async (name: 'full' | 'usual' = 'full') => {
  const { earlier, advice } = await portal.open(name).read(portal.ref(id), () => undefined);
  return { earlier, says: advice?.map(({ text }) => text) ?? [], advice };
};

describe('a note of ours', () => {
  it('counts, by who it names, with the key that wrote it, and by HubSpot’s time', async () => {
    const { id: made } = note(whole(line('yes', later(86_400_000))), key());
    const { earlier, says } = await read();
    const at = portal.hubspot.record('notes', made)?.createdAt;
    const via = 'by the shared key, dated by HubSpot, for it names a later time';
    expect(earlier).toMatchObject([{ criterion: 'pain', value: 'yes', by: 'Cleo Day', at, via }]);
    expect(says).toEqual([]);
  });
  it('counts where another key of that name wrote it, and where the words around the line were edited', async () => {
    portal.hubspot.key('usual').app = 'Stagecheck EMEA';
    const { id: made } = note(whole(line()), portal.hubspot.writer('usual'));
    expect((await read('full')).earlier).toHaveLength(1);
    const body = portal.hubspot.record('notes', made)?.properties.hs_note_body ?? '';
    portal.hubspot.patch('notes', made, {
      hs_note_body: `${body}<p>Called again.</p>`.replace('today', 'late'),
    });
    expect((await read('full')).earlier).toMatchObject([{ value: 'yes', via: 'by the shared key' }]);
  });
  it('counts for a key of any name, once that key has written', async () => {
    portal.hubspot.key('full').app = 'Sales tools';
    note(whole(), key());
    const before = await read();
    expect(before.earlier).toEqual([]);
    expect(before.says).toEqual([expect.stringContaining('the app “Sales tools” wrote it')]);
    const session = portal.open();
    await session.write(...submit(portal.ref(id), { kind: 'note', body: whole(line('no')) }));
    const { earlier } = await session.read(portal.ref(id), () => undefined);
    expect(earlier).toMatchObject([{ by: 'Cleo Day', via: 'by the shared key' }]);
  });
});

describe('what counts for nothing, and is said', () => {
  const others: [string, Author, string][] = [
    [
      'a form',
      { sourceType: 'FORM', sourceId: 'f1', sourceLabel: 'Stagecheck' },
      'a form or a chat wrote it',
    ],
    ['a chat', { sourceType: 'CONVERSATIONS', sourceId: 'c1' }, 'a form or a chat wrote it'],
    ['an email', { sourceType: 'EMAIL_INTEGRATION', sourceId: 'e1' }, 'it came by email'],
    ['a workflow', { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'w1' }, 'a workflow wrote it'],
    ['an import', { sourceType: 'IMPORT', sourceLabel: 'Stagecheck' }, 'it was brought in from elsewhere'],
    [
      'another app',
      { sourceType: 'INTEGRATION', sourceId: '77', sourceLabel: 'Form relay' },
      'the app “Form relay”',
    ],
    ['an app without a name', { sourceType: 'INTEGRATION', sourceId: '77' }, 'another app wrote it'],
    ['a source of a new kind', { sourceType: 'STAGECHECK' }, 'Stagecheck did not write it'],
  ];
  it.each(others)('a whole note by %s', async (_, author, why) => {
    note(whole(), author);
    const { earlier, says, advice } = await read();
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining(why)]);
    expect(advice?.[0]).toMatchObject({ title: 'A note is not counted', link: { label: 'See the note' } });
  });
  it('a note that somebody typed, in whichever form', async () => {
    for (const text of [whole(), line(), `Message from the form: ${line()}`]) note(text);
    const { earlier, says } = await read();
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('someone typed it, and not Stagecheck')]);
  });
  it('a line that somebody changed in a note of ours, or put in', async () => {
    const { id: made } = note(whole(), key());
    portal.hubspot.patch('notes', made, { hs_note_body: textToHtml(whole(line('no'))) });
    const plain = note('Called.', key());
    portal.hubspot.patch('notes', plain.id, { hs_note_body: textToHtml(whole(line('no'))) });
    const { earlier, says } = await read();
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('someone changed what Stagecheck wrote in it')]);
  });
  it('a message in a note of ours, beside the line or without it', async () => {
    note(`${line('no')}\n${whole()}`, key());
    note(`A web form asks: ${line('no')}`, key());
    const { earlier, says } = await read();
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('where Stagecheck writes them')]);
  });
  it('and none of them hides a note of ours that is older', async () => {
    note(whole(line('yes')), key());
    note(whole(line('no')));
    note(line('no'), { sourceType: 'FORM' });
    const { earlier, says } = await read();
    expect(earlier).toMatchObject([{ value: 'yes' }]);
    expect(says).toHaveLength(1);
  });
});

describe('a key of another rep’s', () => {
  const edit = (made: string, text: string, author: Author) =>
    portal.hubspot.patch(
      'notes',
      made,
      { hs_note_body: textToHtml(text) },
      portal.hubspot.portals.main,
      author,
    );
  const mine = () => {
    portal.hubspot.key('full').app = 'Stagecheck Ann Lee';
    return note(whole(line('no')), key()).id;
  };
  it('that changes what this one wrote is named beside the answer', async () => {
    const made = mine();
    portal.hubspot.key('usual').app = 'Stagecheck Ben Fox';
    edit(made, whole(line('yes')), portal.hubspot.writer('usual'));
    const via = 'by the shared key, changed since by the app “Stagecheck Ben Fox” in HubSpot';
    expect((await read()).earlier).toMatchObject([{ value: 'yes', via }]);
  });
  it('is not named where this one’s own line stands there again', async () => {
    const record = line('no');
    portal.hubspot.key('full').app = 'Stagecheck Ann Lee';
    const made = note(whole(record), key()).id;
    portal.hubspot.key('usual').app = 'Stagecheck Ben Fox';
    edit(made, whole(line('yes')), portal.hubspot.writer('usual'));
    edit(made, whole(record), key());
    expect((await read()).earlier).toMatchObject([{ value: 'no', via: 'by the shared key' }]);
  });
  it('is no other where it is the same app’s', async () => {
    const made = mine();
    edit(made, whole(line('yes')), key());
    expect((await read()).earlier).toMatchObject([{ value: 'yes', via: 'by the shared key' }]);
  });
});

describe('where HubSpot tells less', () => {
  /** A note of ours as HubSpot tells it without its history, changed so long after it was made. */
  const changed = async (ms: number | null) => {
    const { id: made, createdAt } = note(whole(), key());
    const at = ms === null ? {} : { hs_lastmodifieddate: new Date(Date.parse(createdAt) + ms).toISOString() };
    const by = {
      hs_object_source: 'INTEGRATION',
      hs_object_source_id: '7',
      hs_object_source_detail_1: 'Stagecheck',
    };
    const properties = { ...html(whole()), ...by, ...at };
    portal.hubspot.faults.arm({
      ...{ method: 'POST', path: /notes\/batch\/read/, times: 1 },
      do: {
        status: 200,
        body: { status: 'COMPLETE', results: [{ id: made, properties, createdAt, archived: false }] },
      },
    });
    return (await read()).earlier;
  };
  it('no history, and changed later than it was made: it counts, and that it may have been changed is said', async () => {
    const via = 'by the shared key, may have been changed since';
    expect(await changed(60_000)).toMatchObject([{ value: 'yes', via }]);
    // Not even when it was changed.
    expect(await changed(null)).toMatchObject([{ via }]);
  });
  it('no history, and touched only as it was made: it counts without a word', async () => {
    for (const ms of [0, 900, 9000]) expect(await changed(ms)).toMatchObject([{ via: 'by the shared key' }]);
  });
  it('no history: the note counts, and that it was changed since is said', async () => {
    const { id: made } = note(whole(), key());
    portal.hubspot.patch('notes', made, { hs_note_body: textToHtml(`Edited. ${whole(line('no'))}`) });
    portal.hubspot.faults.arm({
      ...{ method: 'POST', path: /notes\/batch\/read/, times: 1 },
      do: { status: 400, body: { category: 'VALIDATION_ERROR', message: 'no history of notes' } },
    });
    const batch = () => portal.hubspot.requests.filter(({ path }) => path.endsWith('/notes/batch/read'));
    const { earlier } = await read();
    expect(batch()).toHaveLength(2);
    // The body's versions are left out of the second call, so only the last hand is known.
    expect(earlier).toMatchObject([{ via: 'by the shared key, changed since by someone in HubSpot' }]);
  });
  it('no word on what made a note: it does not count', async () => {
    const { id: made, createdAt } = note(whole(), key());
    const bare = { id: made, properties: html(whole()), createdAt, updatedAt: createdAt, archived: false };
    portal.hubspot.faults.arm({
      ...{ method: 'POST', path: /notes\/batch\/read/, times: 1 },
      do: { status: 200, body: { status: 'COMPLETE', results: [bare] } },
    });
    const { earlier, says } = await read();
    expect(earlier).toEqual([]);
    expect(says).toEqual([expect.stringContaining('it doesn’t know what wrote it')]);
  });
});
