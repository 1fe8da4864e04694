// An app with less than it could have: JWT tokens, which SOAP refuses, and scopes that don't reach the identity service.
import { expect, it } from 'vitest';
import { yesToAll } from '../support/answers.ts';
import { openOn } from '../support/decide.ts';
import { freshLead } from '../support/leads.ts';
import { Review } from '../support/review.ts';
import { orgTraffic, orgWrites, signIn } from '../support/salesforce.ts';
import { shot } from '../support/shot.ts';
import { sharedWorld, type World } from '../support/world.ts';

const narrow = async (world: World) => {
  Object.assign(world.salesforce.settings.oauth, { jwt: true, userinfo: false });
  await signIn(world);
};
const world = sharedWorld({ connect: narrow });

it('signs in as the person who allowed it, and a conversion says that the token has to change, with nothing made', async () => {
  const { salesforce } = world();
  salesforce.settings.oauth.userinfo = false;
  const lead = freshLead(world(), 'Dreiteilig');
  const accounts = salesforce.all('Account').length;
  const sidebar = await openOn(world(), lead);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Yes, go ahead' }).check();
  const traffic = orgTraffic(world());
  await review.refused(/Salesforce does not take this sign-in/);
  await sidebar.alert.filter({ hasText: 'takes no JWT-based access tokens' }).waitFor();
  await shot(sidebar.page, 'salesforce-jwt');
  expect(orgWrites(traffic())).toEqual([]);
  expect(salesforce.all('Account')).toHaveLength(accounts);
  expect(salesforce.lead(lead.id).values.IsConverted).toBe(false);
});
