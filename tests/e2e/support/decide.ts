// Short ways through the sidebar that many tests take.

import { yesToAll } from './answers.ts';
import { Review } from './review.ts';
import type { Sidebar } from './sidebar.ts';
import type { World } from './world.ts';

/** The sidebar on one of the cast, read to its end. */
export async function openOn(world: World, person: { url: string; name: string }): Promise<Sidebar> {
  const sidebar = await (await world.visit(person.url)).sidebar();
  await sidebar.shows(person.name);
  return sidebar;
}

/** Answers until the answers carry a prospect, then opens the review. */
export async function reviewProspect(sidebar: Sidebar): Promise<Review> {
  await sidebar.climb('Prospect', yesToAll);
  return Review.open(sidebar);
}

/** Chooses the stage that the answers support, where the CRM says a higher one and that would be kept. */
export async function moveBack(review: Review, stage: string): Promise<void> {
  await review.stage.selectOption({ label: `${stage}, as the answers say` });
  await review.sidebar.frame.getByText('This goes back a stage').waitFor();
}
