// Behind a proxy that speaks HTTP/1.1 alone the browser may send a call twice: it is written once, or the rep is told.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { pictures } from './support/pictures.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  http1: true,
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

it('HubSpot: a note that it has twice is told, and each has its link', async () => {
  const { hubspot } = world();
  const { ann } = hubspot.people;
  const before = hubspot.notes(ann.id).map(({ id }) => id);
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  const path = /\/objects\/[^/]+\/notes$/;
  const fault = hubspot.faults.arm({ method: 'POST', path, times: 1, do: 'breakAfter' });
  await review.ready.waitFor();
  await sidebar.press('Enter');
  await review.written();
  expect(fault.struck).toBe(1);
  const made = hubspot.notes(ann.id).filter(({ id }) => !before.includes(id));
  expect(made).toHaveLength(2);
  await sidebar.frame.getByText('Something is in HubSpot more than once').waitFor();
  const link = sidebar.frame.getByRole('link', { name: 'The note once more' });
  const address = (await link.getAttribute('href')) ?? '';
  expect(made.filter(({ id }) => address.includes(id))).toHaveLength(1);
  await pictures(sidebar, 'written-twice');
});

it('Salesforce: a second call that finds the record changed by the first is not followed by a third', async () => {
  const { salesforce } = world();
  const { ann } = salesforce.people;
  const before = salesforce.tasks(ann.id).length;
  const sidebar = await openOn(world(), ann);
  const review = await reviewProspect(sidebar);
  const fault = salesforce.faults.arm({
    method: 'POST',
    path: /\/composite$/,
    body: /Stagecheck: /,
    times: 1,
    do: 'breakAfter',
  });
  await review.ready.waitFor();
  await sidebar.press('Enter');
  await review.written();
  expect(fault.struck).toBe(1);
  const sent = salesforce.requests.filter(({ body }) => JSON.stringify(body).includes('Stagecheck: '));
  expect(sent).toHaveLength(2);
  expect(salesforce.tasks(ann.id)).toHaveLength(before + 1);
});
