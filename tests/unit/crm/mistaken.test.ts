// What is looked for in HubSpot before it is written is found only where our key made it, as a thing of that very kind.
import { beforeEach, describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { textToHtml } from '@/lib/util/html';
import { sandboxPortal, submit } from './portal';
import { writes } from './writes';

const portal = sandboxPortal();
let id = '';

beforeEach(() => {
  for (const name of ['full', 'usual'] as const) portal.hubspot.key(name).app = 'Stagecheck';
  id = portal.hubspot.create('contacts', { email: `${crypto.randomUUID()}@x.example` }).id;
});

type Kind = keyof typeof writes;

type Author = NonNullable<Parameters<typeof portal.hubspot.create>[4]>;
const others: [string, Author | undefined][] = [
  ['a workflow', { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'workflow:1', sourceLabel: 'Deal to note' }],
  ['a form', { sourceType: 'FORM', sourceId: 'f1' }],
  ['a person', undefined],
];
const at = () => portal.hubspot.now().toISOString();
/** Something on the contact with this text in it, by something else than our key. */
function copy(kind: Kind, text: string, author?: Author) {
  const properties = {
    notes: { hs_timestamp: at(), hs_note_body: textToHtml(text) },
    tasks: { hs_timestamp: at(), hs_task_subject: 'See this', hs_task_body: textToHtml(text) },
    deals: { dealname: 'Copy', pipeline: 'default', dealstage: 'appointmentscheduled', description: text },
  }[kind];
  const { main } = portal.hubspot.portals;
  return portal.hubspot.create(kind, properties, [{ type: 'contacts', id }], main, author).id;
}
/** What each of our kinds of things says, with the submission's id in it. */
const texts = (submission: string) => ({
  notes: `Evidence (Stagecheck)\nstagecheck/1 ${marker(submission)}; at=2026-11-30`,
  tasks: `Ask.\nStagecheck ${marker(submission)}`,
  deals: `Created from a qualification.\nStagecheck ${marker(submission)}`,
});
const count = (kind: Kind) => portal.hubspot.all(kind).length;
const by = () => ({ id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' });

describe.each(['notes', 'tasks', 'deals'] as const)('of %s', (kind) => {
  it.each(others)(
    'what %s wrote with our id in it is not ours: what is to be written is written',
    async (_, author) => {
      const [submission, step] = submit(portal.ref(id), writes[kind], by());
      const all = texts(submission.id);
      const had = [`Copied: ${all.deals}`, all[kind], `See ${all.tasks}`].map((text) =>
        copy(kind, text, author),
      );
      const before = count(kind);
      expect(await portal.open().probe(submission, step)).toBeNull();
      for (const state of ['waiting', 'trying'] as const) {
        const { id: made } = await portal.open().write(submission, { ...step, state });
        expect(had).not.toContain(made);
      }
      expect(count(kind)).toBe(before + 1);
    },
  );

  it('what our own key copied of another kind of thing is not this one', async () => {
    const [submission, step] = submit(portal.ref(id), writes[kind], by());
    const all = texts(submission.id);
    for (const other of ['tasks', 'deals', 'notes'] as const)
      if (other !== kind) copy(kind, `New: ${all[other]}`, portal.hubspot.writer('full'));
    expect(await portal.open().probe(submission, step)).toBeNull();
  });

  it('of a key by another name, whose first write was lost, it is found by its text', async () => {
    portal.hubspot.key('full').app = 'Sales tools';
    const [submission, step] = submit(portal.ref(id), writes[kind], by());
    const { id: made } = await portal.open().write(submission, step);
    copy(kind, `New: ${texts(submission.id).deals} and more`, {
      ...{ sourceType: 'INTEGRATION', sourceId: '77', sourceLabel: 'Relay' },
    });
    const found = await portal.open().probe(submission, step);
    expect(found?.id).toBe(made);
  });
});

it('a key by another name is known from whatever it has written, a task or a deal too', async () => {
  portal.hubspot.key('full').app = 'Sales tools';
  const session = portal.open();
  await session.write(...submit(portal.ref(id), writes.deals, by()));
  const [submission, step] = submit(portal.ref(id), writes.tasks, by());
  const { id: made } = await session.write(submission, step);
  // Edited since: the text that would be written now is another.
  const edited = { ...step, write: { ...writes.tasks, task: { ...writes.tasks.task, body: 'Ask again.' } } };
  expect((await session.probe(submission, edited))?.id).toBe(made);
});
