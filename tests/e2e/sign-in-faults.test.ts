// A HubSpot key that fails in the middle of a decision: held, said, and gone on with, nothing written twice or by the wrong.
import { afterEach, expect, it } from 'vitest';
import { openOn, reviewProspect } from './support/decide.ts';
import { writes } from './support/hubspot.ts';
import { stands } from './support/outbox.ts';
import { Popup } from './support/popup.ts';
import { rep } from './support/rep.ts';
import { shot } from './support/shot.ts';
import { Welcome } from './support/welcome.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld();
const notes = { method: 'POST', path: /objects\/2026-09\/notes$/ };

afterEach(() => {
  const key = world().hubspot.key('full');
  key.state = 'good';
  key.scopes = [...world().hubspot.key('expired').scopes];
});

/** How often the stage was set, and how often the note was made, of this traffic. */
const done = (lines: string[]) => ({
  fields: lines.filter((line) => /^PATCH .*contacts.* 200$/.test(line)).length,
  notes: lines.filter((line) => /^POST .*\/notes 201$/.test(line)).length,
});

async function paste(key: string): Promise<void> {
  const welcome = await Welcome.open(world().browser);
  await welcome.connect(key, rep);
  await welcome.page.close();
}

it('revoked after the fields: held; another portal’s key changes nothing, a new one of this portal lets it go', async () => {
  const { hubspot, browser } = world();
  const { inbound } = hubspot.people;
  const sidebar = await openOn(world(), inbound);
  await reviewProspect(sidebar);
  const before = hubspot.notes(inbound.id).length;
  const traffic = world().traffic();
  const revoked = {
    status: 401,
    body: { status: 'error', category: 'INVALID_AUTHENTICATION', message: 'No.' },
  };
  hubspot.faults.arm({ ...notes, times: 9, do: revoked });
  await sidebar.press('Enter');
  await stands(browser, inbound.id, ['waiting']);
  await sidebar.frame.getByText('HubSpot refused the key').waitFor();
  await shot(sidebar.page, 'held-key-refused');
  hubspot.key('full').state = 'revoked';
  hubspot.faults.clear();

  await paste(hubspot.keys.otherPortal);
  await stands(browser, inbound.id, ['waiting']);
  expect(done(writes(traffic()))).toEqual({ fields: 1, notes: 0 });

  await paste(hubspot.keys.usual);
  await stands(browser, inbound.id, ['written']);
  expect(hubspot.notes(inbound.id)).toHaveLength(before + 1);
  expect(done(writes(traffic()))).toEqual({ fields: 1, notes: 1 });
  hubspot.key('full').state = 'good';
  await paste(hubspot.keys.full);
});

it('a scope lost after the fields: named, for the admin; once it is added, “Try again” goes on', async () => {
  const { hubspot, browser } = world();
  const { withLead } = hubspot.people;
  const sidebar = await openOn(world(), withLead);
  const review = await reviewProspect(sidebar);
  const before = hubspot.notes(withLead.id).length;
  const traffic = world().traffic();
  const message = 'This app hasn’t been granted all required scopes to make this call.';
  const context = { requiredGranularScopes: ['crm.objects.contacts.write'] };
  const body = { status: 'error', category: 'MISSING_SCOPES', message, errors: [{ message, context }] };
  hubspot.faults.arm({ ...notes, times: 9, do: { status: 403, body } });
  await sidebar.press('Enter');
  await stands(browser, withLead.id, ['failed']);
  await sidebar.alert.filter({ hasText: 'crm.objects.contacts.write' }).waitFor();
  hubspot.faults.clear();
  await review.retry();
  await review.written();
  expect(hubspot.notes(withLead.id)).toHaveLength(before + 1);
  expect(done(writes(traffic()))).toEqual({ fields: 1, notes: 1 });
});

it('a key that two share: another person is chosen, and what the first confirmed is held until they are back', async () => {
  const { hubspot, browser } = world();
  const { meetingHeld } = hubspot.people;
  const other = hubspot.owners().find((one) => `${one.firstName} ${one.lastName}` !== rep && !one.archived);
  if (!other) throw new Error('the portal has one owner');
  const name = `${other.firstName} ${other.lastName}`;
  const sidebar = await openOn(world(), meetingHeld);
  await reviewProspect(sidebar);
  const traffic = world().traffic();
  hubspot.faults.arm({ path: /contacts/, times: 1000, do: 'drop' });
  await sidebar.press('Enter');
  await sidebar.frame.getByText('No connection to HubSpot').waitFor({ timeout: 30_000 });
  await choose(name);
  hubspot.faults.clear();
  // Nobody presses anything: at its next try it finds that it is another's turn.
  const popup = await Popup.open(browser);
  const held = popup.rows('Waiting to be written').filter({ hasText: meetingHeld.name });
  await held
    .filter({ hasText: `${rep} answered, and Stagecheck now writes as ${name}` })
    .waitFor({ timeout: 60_000 });
  await shot(popup.page, 'held-other-person');
  await popup.page.close();
  expect(done(writes(traffic()))).toEqual({ fields: 0, notes: 0 });

  await choose(rep);
  await stands(browser, meetingHeld.id, ['written']);
  expect(done(writes(traffic()))).toEqual({ fields: 1, notes: 1 });
});

/** In the connections, by the keyboard. */
async function choose(name: string): Promise<void> {
  const { browser } = world();
  const settings = await browser.context.newPage();
  await settings.goto(`chrome-extension://${browser.extensionId}/console.html`);
  const card = settings.getByRole('listitem').filter({ hasText: world().hubspot.portals.main });
  await card.getByRole('button', { name: 'Change who you are' }).press('Enter');
  await settings.getByRole('option', { name }).waitFor();
  await settings.keyboard.type(name);
  await settings.getByText('1 person').waitFor();
  await settings.keyboard.press('Enter');
  await settings.keyboard.press('Enter');
  await card.locator('dd').filter({ hasText: name }).waitFor();
  await settings.close();
}
