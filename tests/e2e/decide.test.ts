// What a rep can decide: a deal with the opportunity, disqualify, nurture, another stage than the answers support.
import { expect, it } from 'vitest';
import { yesToAll } from './support/answers.ts';
import { openOn, reviewProspect } from './support/decide.ts';
import { plain, readNote, withoutStamp } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();

it('creates the deal that the review shows, bound to the contact and the company', async () => {
  const { hubspot } = world();
  const { meetingHeld } = hubspot.people;
  const sidebar = await openOn(world(), meetingHeld);
  await sidebar.climb('Opportunity', yesToAll);
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  const deal = sidebar.frame.getByRole('region', { name: 'Deal' });
  await deal.getByLabel('Name').fill('Northwind: routing for three depots');
  await deal.getByLabel('Amount').fill('12000.50');
  await deal.getByLabel('Close date').fill('2027-03-15');
  await shot(sidebar.page, 'review-deal');
  await review.confirmButton.click();
  await review.written();

  const [made, ...others] = hubspot.deals(meetingHeld.id);
  expect(others).toEqual([]);
  expect(made?.properties).toMatchObject({
    dealname: 'Northwind: routing for three depots',
    amount: '12000.5',
  });
  expect(made?.properties.closedate?.slice(0, 10)).toBe('2027-03-15');
  const companies = hubspot.associated('deals', made?.id ?? '', 'companies');
  expect(companies.map(({ id }) => id)).toEqual([meetingHeld.companyId]);
  expect(hubspot.contact(meetingHeld.id).properties.lifecyclestage).toBe('opportunity');
});

it('disqualifies with a reason, by three keys', async () => {
  const { hubspot } = world();
  const { noReply } = hubspot.people;
  const sidebar = await openOn(world(), noReply);
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await shot(sidebar.page, 'disqualify');
  await sidebar.press('1');
  const review = await Review.shown(sidebar);
  const preview = await review.preview();
  await shot(sidebar.page, 'review-disqualified');
  await review.confirm();
  expect(sidebar.pressed).toEqual(['d', '1', 'Enter']);

  const [note] = hubspot.notes(noReply.id);
  const written = await readNote(sidebar.page, note?.properties.hs_note_body ?? '');
  expect(withoutStamp(written)).toBe(withoutStamp(preview.note));
  expect(written).toContain('Disqualified: No problem we can create value for');
  expect(preview.changes).toContainEqual(
    expect.objectContaining({ label: 'Lead Status', to: 'Unqualified' }),
  );
  expect(hubspot.contact(noReply.id).properties.hs_lead_status).toBe('UNQUALIFIED');
});

it('nurtures with a reason and a day to come back', async () => {
  const { hubspot } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  await sidebar.press('l');
  await sidebar.frame.getByRole('heading', { name: 'Nurture' }).waitFor();
  await sidebar.frame.getByLabel('or on').fill('2027-02-01');
  await shot(sidebar.page, 'nurture');
  await sidebar.button(/Not the right time/).click();
  const review = await Review.shown(sidebar);
  const preview = await review.preview();
  await review.confirmButton.click();
  await review.written();

  expect(plain(preview.note)).toMatch(/come back on 1 Feb 2027/i);
  const [note] = hubspot.notes(inbound.id);
  const written = await readNote(sidebar.page, note?.properties.hs_note_body ?? '');
  expect(withoutStamp(written)).toBe(withoutStamp(preview.note));
  expect(hubspot.contact(inbound.id).properties.hs_lead_status).toBe('BAD_TIMING');
});

it('takes another stage than the answers support only with a reason, which goes into the note', async () => {
  const { hubspot } = world();
  const { referral } = hubspot.people;
  const sidebar = await openOn(world(), referral);
  const review = await Review.open(sidebar);
  await sidebar.frame
    .getByRole('combobox', { name: 'Stage', exact: true })
    .selectOption({ label: 'Prospect' });
  await sidebar.frame.getByRole('textbox', { name: /^Why, although/ }).waitFor();
  expect(await review.confirmButton.getAttribute('aria-disabled')).toBe('true');
  await sidebar.frame.getByText('Say why it is Prospect').first().waitFor();
  await sidebar.frame.getByRole('textbox', { name: /^Why, although/ }).fill('Met her at the fair');
  await review.confirmButton.click();
  await review.written();
  const [note] = hubspot.notes(referral.id);
  const written = await readNote(sidebar.page, note?.properties.hs_note_body ?? '');
  expect(written).toContain('Prospect, decided by the rep: Met her at the fair. The answers support Lead.');
});

it('writes the note as the rep has edited it, and reads its answers back on the next visit', async () => {
  const { hubspot } = world();
  const { withLead } = hubspot.people;
  const sidebar = await openOn(world(), withLead);
  const review = await reviewProspect(sidebar);
  await review.note.fill('Wants <b>fewer</b> systems & a demo "soon".');
  await sidebar.press('Control+Enter');
  await review.written();
  const [note] = hubspot.notes(withLead.id);
  const written = await readNote(sidebar.page, note?.properties.hs_note_body ?? '');
  expect(written.startsWith('Wants <b>fewer</b> systems & a demo "soon". Evidence (Stagecheck)')).toBe(true);

  await sidebar.press('Enter');
  await sidebar
    .row('Problem we can create value for')
    .filter({ hasText: /: Yes.*Note/ })
    .waitFor();
});
