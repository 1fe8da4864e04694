// Disqualifying a contact who has an open lead record: the lead is closed with the reason, as the review has shown.
import { expect, it } from 'vitest';
import { openOn } from './support/decide.ts';
import { readNote } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { shot } from './support/shot.ts';
import type { Sidebar } from './support/sidebar.ts';
import { sharedWorld } from './support/world.ts';

const LACKING = 'crm.objects.leads.write';

/** Connected with a key that may not write leads; the first test ends that. */
const world = sharedWorld({
  connect: async (world) => {
    const key = world.hubspot.key('full');
    key.scopes = key.scopes.filter((scope) => scope !== LACKING);
    await world.connect('full');
  },
});

/** D and the reason's digit, up to the review. */
async function disqualify(sidebar: Sidebar, reason: string): Promise<Review> {
  await sidebar.press('d');
  await sidebar.frame.getByRole('heading', { name: 'Disqualified' }).waitFor();
  await sidebar.press(reason);
  return Review.shown(sidebar);
}

function leadOf(contact: string): string {
  const values = { hs_lead_name: 'A lead', hs_pipeline_stage: 'attempting-stage-id' };
  return world().hubspot.create('leads', values, [{ type: 'contacts', id: contact }]).id;
}
const valuesOf = (lead: string) => world().hubspot.record('leads', lead)?.properties ?? {};

it('says that the key may not write leads, and writes the rest', async () => {
  const { hubspot } = world();
  const { noReply } = hubspot.people;
  const lead = leadOf(noReply.id);
  const review = await disqualify(await openOn(world(), noReply), '3');
  await review.sidebar.frame.getByText(`Lead stage stays as it is: the key lacks ${LACKING}.`).waitFor();
  await shot(review.sidebar.page, 'review-lead-record-no-scope');
  await review.confirm();
  hubspot.key('full').scopes.push(LACKING);
  expect(hubspot.contact(noReply.id).properties.hs_lead_status).toBe('UNQUALIFIED');
  expect(valuesOf(lead).hs_pipeline_stage).toBe('attempting-stage-id');
});

it('closes the lead with the reason, by three keys; undone before that, nothing is written', async () => {
  const { hubspot } = world();
  const { withLead } = hubspot.people;
  const [lead] = hubspot.associated('contacts', withLead.id, 'leads');
  const sidebar = await openOn(world(), withLead);
  await disqualify(sidebar, '3');
  await sidebar.press('z');
  await sidebar.frame.getByRole('textbox', { name: 'Note' }).waitFor({ state: 'detached' });
  expect(valuesOf(lead?.id ?? '').hs_pipeline_stage).toBe('attempting-stage-id');

  const review = await disqualify(sidebar, '3');
  const { changes } = await review.preview();
  expect(changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ label: 'Lead Status', to: 'Unqualified' }),
      { label: 'Lead stage', from: 'Attempting', to: 'Disqualified' },
      expect.objectContaining({ label: 'Disqualification Reason', to: 'Not a good fit' }),
    ]),
  );
  await shot(sidebar.page, 'review-lead-record');
  await review.confirm();
  await shot(sidebar.page, 'receipt-lead-record');
  expect(valuesOf(lead?.id ?? '')).toMatchObject({
    hs_pipeline_stage: 'unqualified-stage-id',
    hs_lead_disqualification_reason: 'NOT_A_FIT',
  });
  expect(hubspot.contact(withLead.id).properties.hs_lead_status).toBe('UNQUALIFIED');
});

it('leaves a reason that HubSpot has no value for to the note, and says so', async () => {
  const { hubspot } = world();
  const { stale } = hubspot.people;
  const lead = leadOf(stale.id);
  const sidebar = await openOn(world(), stale);
  const review = await disqualify(sidebar, '1');
  await sidebar.frame.getByText('HubSpot has no value for this reason: the note tells it.').waitFor();
  await review.confirm();
  expect(valuesOf(lead).hs_pipeline_stage).toBe('unqualified-stage-id');
  expect(valuesOf(lead).hs_lead_disqualification_reason).toBeUndefined();
  const [note] = hubspot.notes(stale.id);
  const written = await readNote(sidebar.page, note?.properties.hs_note_body ?? '');
  expect(written).toContain('No problem we can create value for');
});
