// Going back a stage, in each of the three ways that HubSpot portals are said to behave.
import { expect, it } from 'vitest';
import { moveBack, openOn, reviewProspect } from './support/decide.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it.each(['allowed', 'ignored', 'error'] as const)(
  'where a direct step back is %s, the stage is cleared, set, and read back',
  async (behaviour) => {
    const { hubspot } = world();
    hubspot.settings.lifecycleBackward = behaviour;
    const person = { allowed: 'customer', ignored: 'opportunity', error: 'withDeal' } as const;
    const { [person[behaviour]]: contact } = hubspot.people;
    const sidebar = await openOn(world(), contact);
    const review = await reviewProspect(sidebar);
    await moveBack(review, 'Prospect');
    if (behaviour === 'allowed') await shot(sidebar.page, 'review-backward');
    await sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' }).check();
    const before = hubspot.contact(contact.id).properties.lifecyclestage;
    const { changes } = await review.preview();
    await review.confirmButton.click();
    await review.written();
    const after = hubspot.contact(contact.id);
    expect(after.properties.lifecyclestage).not.toBe(before);
    const label = changes.find((change) => change.label === 'Lifecycle Stage')?.to;
    expect(after.properties.lifecyclestage).toBe(label?.toLowerCase().replaceAll(' ', ''));
    expect(hubspot.notes(contact.id).length).toBeGreaterThan(0);
  },
);

it('is never what Enter proposes: a customer is kept, and only the evidence is added', async () => {
  const { hubspot } = world();
  const { twinA } = hubspot.people;
  hubspot.patchContact(twinA.id, { lifecyclestage: 'customer' });
  const sidebar = await openOn(world(), twinA);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByText(/^HubSpot goes on saying Customer\./).waitFor();
  expect(await review.stage.locator('option:checked').textContent()).toBe('Keep Customer, add evidence');
  expect(await review.writes.textContent()).toBe('Confirm writes only the note.');
  await shot(sidebar.page, 'review-keep');
  await review.confirm();
  expect(sidebar.pressed).toEqual(['Enter', 'Enter']);
  await sidebar.frame.getByText('Customer kept', { exact: true }).waitFor();
  expect(hubspot.contact(twinA.id).properties.lifecyclestage).toBe('customer');
  const [note] = hubspot.notes(twinA.id);
  expect(note?.properties.hs_note_body).toContain('Customer kept; the answers support Lead');
});

it('can be confirmed only once the rep has seen it said', async () => {
  const { hubspot } = world();
  const sidebar = await openOn(world(), hubspot.people.twinB);
  const review = await Review.open(sidebar);
  const traffic = world().traffic();
  await moveBack(review, 'Lead');
  await review.note.focus();
  await sidebar.press('Control+Enter');
  await sidebar.frame
    .getByRole('checkbox', { name: 'Yes, move it back' })
    .and(sidebar.frame.locator(':focus'))
    .waitFor();
  expect(traffic().filter(({ method }) => method === 'PATCH')).toEqual([]);
});

it.each(['ignored', 'error'] as const)(
  'where going back is %s in every way, the rep is told, and the old stage stands',
  async (behaviour) => {
    const { hubspot } = world();
    hubspot.settings.lifecycleBackward = behaviour;
    hubspot.settings.lifecycleClear = behaviour;
    const contact = behaviour === 'ignored' ? hubspot.people.survivor : hubspot.people.busy;
    hubspot.patchContact(contact.id, { lifecyclestage: 'customer' });
    const sidebar = await openOn(world(), contact);
    const review = await reviewProspect(sidebar);
    await moveBack(review, 'Prospect');
    await sidebar.frame.getByRole('checkbox', { name: 'Yes, move it back' }).check();
    await review.confirmButton.click();
    await sidebar.frame.getByText('HubSpot kept the old stage').waitFor();
    await shot(sidebar.page, `not-moved-${behaviour}`);
    expect(hubspot.contact(contact.id).properties.lifecyclestage).toBe('customer');
    // Every answer is still there.
    await sidebar.button('Back to the review').first().click();
    await sidebar.frame.getByRole('button', { name: 'Back', exact: false }).first().click();
    await sidebar.row('Problem we can create value for').filter({ hasText: 'Yes' }).waitFor();
  },
);
