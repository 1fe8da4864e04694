// A connection that breaks after a CRM has acted: the browser sends such a call again by itself, and it is written once.
import { expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld, type World } from './support/world.ts';

const world = sharedWorld({
  connect: async (one: World) => {
    await one.connect('full');
    await signIn(one);
  },
});

const crms = [
  [
    'HubSpot',
    () => world().hubspot.people.ann,
    () => world().hubspot.faults,
    /\/objects\/[^/]+\/notes$/,
    (id: string) => world().hubspot.notes(id).length,
  ],
  [
    'Salesforce',
    () => world().salesforce.people.ann,
    () => world().salesforce.faults,
    /\/composite$/,
    (id: string) => world().salesforce.tasks(id).length,
  ],
] as const;

it.each(crms)('%s: what was made as the connection broke stands once', async (_, who, faults, path, kept) => {
  const person = who();
  const before = kept(person.id);
  const sidebar = await openOn(world(), person);
  const review = await reviewProspect(sidebar);
  const fault = faults().arm({ method: 'POST', path, body: /Stagecheck/, times: 1, do: 'breakAfter' });
  await review.ready.waitFor();
  await sidebar.press('Enter');
  // Its answer is lost for good, so it is looked up first: that takes as long as it may still arrive.
  await review.written(300_000);
  expect(fault.struck).toBe(1);
  expect(kept(person.id)).toBe(before + 1);
});
