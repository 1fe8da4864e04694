// What a qualification in HubSpot costs in calls, from the open page to the receipt, once the portal's set-up is known.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { Review } from './support/review.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

/** How many calls of each kind, from the page to the receipt. */
async function qualify(person: { name: string; url: string }): Promise<Record<string, number>> {
  const traffic = world().traffic();
  const page = await world().visit(person.url);
  const sidebar = await page.sidebar();
  await sidebar.shows(person.name);
  await sidebar.climb('Prospect', yesToAll);
  const review = await Review.open(sidebar);
  await review.confirm();
  await page.closeSidebar();
  const counts: Record<string, number> = {};
  for (const { method, path } of traffic()) {
    const call = `${method} ${path.replace(/\/\d+(?=\/|$)/g, '/{id}')}`;
    counts[call] = (counts[call] ?? 0) + 1;
  }
  return counts;
}

it('a second contact costs what docs/hubspot-setup.md says', async () => {
  const { noReply, stale } = world().hubspot.people;
  await qualify(noReply);
  const counts = Object.entries(await qualify(stale));
  const around = counts.filter(([call]) => call.endsWith('/batch/read'));
  expect(around.map(([, count]) => count)).toEqual(around.map(() => 1));
  const contact = '/crm/objects/2026-09/contacts/{id}';
  const notes = '/crm/objects/2026-09/notes';
  expect(Object.fromEntries(counts.filter((one) => !around.includes(one)))).toEqual({
    // Read, compared twice (by us, and just before the change), read back, and looked at once more after the note.
    [`GET ${contact}`]: 5,
    [`PATCH ${contact}`]: 1,
    [`POST ${notes}`]: 1,
    [`GET ${notes}/{id}`]: 1,
  });
});
