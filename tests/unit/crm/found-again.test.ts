// What a lost call has made in HubSpot is found again, whatever somebody or a workflow has done to it before anyone looked.
import { describe, expect, it } from 'vitest';
import { marker } from '@/lib/qualification/note/note';
import { problemOf, sandboxPortal, submit } from './portal';
import { writes } from './writes';

const portal = sandboxPortal();
type Kind = keyof typeof writes;

/** What else each says, and where the id is. */
const WORDS = { notes: 'hs_note_body', tasks: 'hs_task_body', deals: 'description' } as const;
const NAMES = { notes: {}, tasks: { hs_task_subject: 'Other' }, deals: { dealname: 'Other' } } as const;

/** What a record of each kind has to have. */
const LEAST = {
  notes: { hs_timestamp: '2026-11-30T10:00:00.000Z' },
  tasks: { hs_timestamp: '2026-11-30T10:00:00.000Z' },
  deals: { dealname: 'Another', pipeline: 'default', dealstage: 'appointmentscheduled' },
} as const;
const newContact = () =>
  portal.hubspot.create('contacts', { email: `ada${crypto.randomUUID()}@northwind.example` }).id;

/** Written, with an answer that nobody heard. */
async function lost(kind: Kind) {
  // What is asked here within seconds is no matter of allowances.
  portal.hubspot.settings.rateLimit = { max: 5_000, intervalMs: 10_000 };
  const contact = newContact();
  const by = { id: portal.hubspot.owners()[0]?.id ?? '', name: 'Rae', email: '' };
  const [submission, step] = submit(portal.ref(contact), writes[kind], by);
  const { id } = await portal.open().write(submission, step);
  if (id === null) throw new Error('Nothing was made.');
  return {
    id,
    contact,
    submission,
    sent: [submission, step] as const,
    async again() {
      const had = portal.hubspot.all(kind).length;
      const found = await portal.open().probe(submission, step);
      await portal.open().write(submission, step);
      return { id: found?.id, more: portal.hubspot.all(kind).length - had };
    },
  };
}

describe.each(['notes', 'tasks', 'deals'] as const)(
  'of %s: the one that was made is found, and none is made again, where',
  (kind) => {
    it('its name was changed', async () => {
      const run = await lost(kind);
      portal.hubspot.patch(kind, run.id, NAMES[kind]);
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });

    it.each(['', 'See the file.'])('its text was changed to "%s"', async (text) => {
      const run = await lost(kind);
      expect(portal.hubspot.all(kind).find(({ id }) => id === run.id)?.properties[WORDS[kind]]).toContain(
        marker(run.submission.id),
      );
      portal.hubspot.patch(kind, run.id, { [WORDS[kind]]: text });
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });

    it('HubSpot leaves it out of a batch without a word', async () => {
      const run = await lost(kind);
      portal.hubspot.settings.unreadable = { ids: [run.id], category: '', status: 200, silently: true };
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });

    it('HubSpot leaves out what the contact is associated with', async () => {
      const run = await lost(kind);
      portal.hubspot.settings.associationsLeftOut = true;
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });

    it('over a hundred came after it', async () => {
      const run = await lost(kind);
      const to = [{ type: 'contacts' as const, id: run.contact }];
      for (let at = 0; at < 130; at += 1)
        portal.hubspot.create(kind, { ...LEAST[kind], [WORDS[kind]]: `No ${at}` }, to);
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });

    it('its text was changed, and over a hundred came after it', async () => {
      const run = await lost(kind);
      portal.hubspot.patch(kind, run.id, { [WORDS[kind]]: 'See the file.' });
      const to = [{ type: 'contacts' as const, id: run.contact }];
      for (let at = 0; at < 130; at += 1)
        portal.hubspot.create(kind, { ...LEAST[kind], [WORDS[kind]]: `No ${at}` }, to);
      expect(await run.again()).toEqual({ id: run.id, more: 0 });
    });
  },
);

it('is told as not there where HubSpot tells nothing of what texts were, and stops nothing', async () => {
  const run = await lost('notes');
  portal.hubspot.patch('notes', run.id, { hs_note_body: 'See the file.' });
  portal.hubspot.faults.arm({
    method: 'POST',
    path: /notes\/batch\/read/,
    times: 1,
    do: { status: 400, body: { status: 'error', category: 'VALIDATION_ERROR', message: 'No history.' } },
  });
  expect(await portal.open().probe(...run.sent)).toBeNull();
});

it('is not taken for absent where HubSpot leaves out more than can be asked for one by one', async () => {
  const run = await lost('notes');
  const to = [{ type: 'contacts' as const, id: run.contact }];
  const others = Array.from({ length: 12 }, () => portal.hubspot.create('notes', LEAST.notes, to).id);
  portal.hubspot.settings.unreadable = {
    ...{ ids: [run.id, ...others], category: '', status: 200 as const },
    silently: true,
  };
  const had = portal.hubspot.all('notes').length;
  expect(await problemOf(portal.open().probe(...run.sent))).toMatchObject({ kind: 'crm-down' });
  expect(await problemOf(portal.open().write(...run.sent))).toMatchObject({ kind: 'crm-down' });
  expect(portal.hubspot.all('notes')).toHaveLength(had);
});

it('is not taken for absent where HubSpot names more notes than can be looked through', async () => {
  const run = await lost('notes');
  portal.hubspot.settings.associationPage = 1;
  const to = [{ type: 'contacts' as const, id: run.contact }];
  for (let at = 0; at < 120; at += 1) portal.hubspot.create('notes', LEAST.notes, to);
  portal.hubspot.patch('notes', run.id, { hs_note_body: 'Not yet ours.' });
  const other = submit(portal.ref(run.contact), writes.notes, run.submission.by);
  expect(await problemOf(portal.open().probe(...other))).toMatchObject({ kind: 'odd-answer' });
});

it('is gone where HubSpot leaves it out of a batch and does not have it', async () => {
  const run = await lost('notes');
  const stray = portal.hubspot.create('notes', LEAST.notes, [{ type: 'contacts', id: run.contact }]);
  portal.hubspot.settings.unreadable = {
    ...{ ids: [run.id, stray.id], category: '', status: 200 as const },
    silently: true,
  };
  const body = { category: 'OBJECT_NOT_FOUND', message: 'not found' };
  portal.hubspot.faults.arm({ method: 'GET', path: /notes\/\d+/, times: 9, do: { status: 404, body } });
  expect(await portal.open().probe(...run.sent)).toBeNull();
});
