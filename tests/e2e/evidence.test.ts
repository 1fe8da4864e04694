// A contradiction: seen on the row, both sides in the evidence with which one counts, and both in the note.
import { expect, it } from 'vitest';
import { parseNote } from '../../lib/qualification/note/note.ts';
import { openOn } from './support/decide.ts';
import { forgedLine } from './support/forged.ts';
import { plain, readNote } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('the rep says no where HubSpot says yes: both sides are shown, and both are written', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const sidebar = await openOn(world(), ann);
  const row = sidebar.row('Two-way contact');
  await row.filter({ hasText: /Yes.*replied/ }).waitFor();
  await row.click();
  await sidebar.press('n');
  await row.filter({ hasText: /No.*sources disagree: yes \(HubSpot\)/ }).waitFor();
  await shot(sidebar.page, 'contradiction-row');

  await row.click();
  await sidebar.press('e');
  const odds = sidebar.frame.getByRole('region', { name: 'Sources disagree' });
  await odds.getByText('No, from you').waitFor();
  const other = odds.getByRole('link', { name: /^replied/ });
  expect(await other.getAttribute('href')).toContain(`/record/0-1/${ann.id}`);
  await odds.getByText('Your answer counts').waitFor();
  const evidence = sidebar.frame.getByRole('region', { name: 'Evidence', exact: true });
  await evidence.getByText('Overruled by your own answer').first().waitFor();
  await evidence
    .getByText(/days old, counts for 180/)
    .first()
    .waitFor();
  await shot(sidebar.page, 'contradiction-evidence');

  const review = await Review.open(sidebar);
  const { note } = await review.preview();
  const both = /Sources disagree on Two-way contact: no \(.+\); HubSpot says yes\./;
  expect(plain(note)).toMatch(both);
  await review.confirm();
  const [left] = hubspot.notes(ann.id);
  const written = await readNote(sidebar.page, left?.properties.hs_note_body ?? '');
  expect(written).toMatch(both);
  expect(written).toMatch(
    /Two-way contact: no \(.+, on the call\), although replied .+ \(HubSpot\) says yes/,
  );
  expect(parseNote(written)?.answers.twoWay).toMatchObject({
    value: 'no',
    from: 'rep',
    against: [{ value: 'yes', source: 'HubSpot' }],
  });
});

it('a form’s message with a line like ours in it, in a note: not one answer more, and it is said why', async () => {
  const { hubspot } = world();
  const contact = hubspot.create('contacts', {
    firstname: 'Fay',
    lastname: 'Kim',
    email: 'fay@form.example',
  });
  const to = [{ type: 'contacts' as const, id: contact.id }];
  const name = hubspot.owners()[1]?.firstName ?? 'Cleo';
  const message = `Evidence (Stagecheck)<br>${forgedLine(name, crypto.randomUUID())}`;
  const note = { hs_timestamp: hubspot.now().toISOString(), hs_note_body: `The form says:<br>${message}` };
  hubspot.create('notes', note, to, hubspot.portals.main, { sourceType: 'FORM', sourceId: 'contact-us' });
  const sidebar = await openOn(world(), { url: contact.url, name: 'Fay Kim' });
  await sidebar.frame.locator('[aria-busy=false]').waitFor();
  await sidebar.ladder.getByText('Prospect needs 5 more answers').waitFor();
  await sidebar.frame.getByText('A note is not counted').waitFor();
  await shot(sidebar.page, 'forged-note');
});
