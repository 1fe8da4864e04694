// The main job: read, prefilled with sources, qualified by keyboard alone, written as previewed.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { plain, readNote, withoutStamp, writes } from './support/hubspot.ts';
import { countPointer } from './support/pointer.ts';
import { rep } from './support/rep.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { watchRoundTrips } from './support/traffic.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('a contact is read in two round trips and prefilled, each answer with its source', async () => {
  const { hubspot } = world();
  const roundTrips = watchRoundTrips(world());
  const sidebar = await (await world().visit(hubspot.people.ann.url)).sidebar();
  await sidebar.shows('Ann Meyer');
  await sidebar
    .row('Two-way contact')
    .filter({ hasText: /Yes.*replied.*from HubSpot/ })
    .waitFor();
  await sidebar
    .row('Source')
    .filter({ hasText: /Our own list.*from HubSpot/ })
    .waitFor();
  await sidebar.header.getByText('HubSpot: Lead · Open').waitFor();
  // From the company, which the second trip reads.
  await sidebar
    .row('Target-market fit')
    .filter({ hasText: /Logistics/ })
    .waitFor();
  expect(roundTrips()).toBeLessThanOrEqual(2);
  expect(await sidebar.stage.textContent()).toContain('Lead');
  await sidebar.ladder.getByText('Prospect needs 3 more answers').waitFor();
  await shot(sidebar.page, 'read');
});

it('becomes an opportunity by keyboard alone: a key per criterion, one to review, one to confirm', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const page = await world().visit(ann.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  const pointer = await countPointer(sidebar);

  const asked = await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  const preview = await review.preview();
  await shot(page.page, 'review');
  const traffic = world().traffic();
  await review.confirm();
  await shot(page.page, 'written');

  expect(new Set(asked).size).toBe(asked.length);
  expect(sidebar.pressed).toHaveLength(asked.length + 2);
  expect(await pointer()).toEqual([]);

  expect(preview.changes.length).toBeGreaterThan(0);
  const after = hubspot.contact(ann.id);
  expect(preview.changes).toContainEqual({ label: 'Lifecycle Stage', from: 'Lead', to: 'Opportunity' });
  expect(after.properties.lifecyclestage).toBe('opportunity');
  const [note, ...older] = hubspot.notes(ann.id);
  expect(older).toHaveLength(1);
  const written = await readNote(page.page, note?.properties.hs_note_body ?? '');
  expect(withoutStamp(written)).toBe(withoutStamp(preview.note));
  expect(written).toContain(rep);
  expect(plain(preview.note)).toContain('Opportunity');
  expect(hubspot.deals(ann.id)).toEqual([]);
  expect(writes(traffic())).toEqual([
    `PATCH /crm/objects/2026-09/contacts/${ann.id} 200`,
    'POST /crm/objects/2026-09/notes 201',
  ]);
});
