// The whole job, played: connect, read, qualify by keyboard, review, confirm, and what HubSpot holds afterwards.
import type { Launched } from '../browser/launch.ts';
import { yesToAll } from '../e2e/support/answers.ts';
import { CrmPage } from '../e2e/support/crm-page.ts';
import { readNote, withoutStamp } from '../e2e/support/hubspot.ts';
import { rep } from '../e2e/support/rep.ts';
import { Review } from '../e2e/support/review.ts';
import { Welcome } from '../e2e/support/welcome.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { playLive } from './play-live.ts';
import { playOutcome } from './play-outcome.ts';
import type { Script } from './script.ts';
import { contactValues } from './values.ts';

export type Stage = { sandbox: Sandbox; browser: Launched; script: Script };

/** Plays it from the first run to the receipt. Throws where a step can't be taken; checks that miss are counted. */
export async function play(stage: Stage): Promise<void> {
  const { sandbox, browser, script } = stage;
  const { hubspot } = sandbox;
  const { ann } = hubspot.people;

  const welcome = await Welcome.open(browser);
  await welcome.check(hubspot.keys.full);
  await welcome.account.waitFor();
  await script.step('The key is pasted and checked: HubSpot says whose it is.', welcome.page, 'key-checked');
  await welcome.page.getByRole('button', { name: 'Continue' }).click();
  await welcome.choosePerson(rep);
  await script.step(
    `${rep} is who qualifies; stages are mapped to the portal's own.`,
    welcome.page,
    'mapping',
  );
  await welcome.finish();

  const page = await CrmPage.open(browser, ann.url);
  await script.step(`${ann.name} is open in HubSpot; the launcher stands at the edge.`, page.page, 'contact');
  script.values('HubSpot before:', contactValues(hubspot, ann.id));
  const sidebar = await page.sidebar();
  await sidebar.shows(ann.name);
  await script.step('Alt+Q: read, and filled in from what HubSpot knows.', page.page, 'sidebar');
  script.check(
    'the reply in HubSpot answers two-way contact',
    await says(sidebar.row('Two-way contact'), ': Yes'),
  );

  const asked = await sidebar.climb('Opportunity', yesToAll);
  await script.step(
    `${asked.length} questions answered with ${asked.length} keys: an opportunity.`,
    page.page,
    'answered',
  );
  const review = await Review.open(sidebar);
  await sidebar.frame.getByRole('checkbox', { name: 'Also create a deal' }).check();
  const preview = await review.preview();
  await script.step('Enter: what will change, field by field, the deal, and the note.', page.page, 'review');
  await review.confirmButton.click();
  await review.written();
  await script.step('Confirm: written and read back.', page.page, 'receipt');

  script.values('HubSpot after:', contactValues(hubspot, ann.id));
  const [note] = hubspot.notes(ann.id);
  const written = await readNote(page.page, note?.properties.hs_note_body ?? '');
  script.check(
    'the stage is Opportunity',
    hubspot.contact(ann.id).properties.lifecyclestage === 'opportunity',
  );
  script.check('the note is the one previewed', withoutStamp(written) === withoutStamp(preview.note));
  script.check('one deal was created', hubspot.deals(ann.id).length === 1);
  await page.page.bringToFront();
  await page.page.reload();
  // What the note left answers again, once everything has been read.
  await (await page.present()).stage.filter({ hasText: 'Opportunity' }).waitFor();
  await script.step('The contact in HubSpot, with the note on its timeline.', page.page, 'hubspot-after');

  await playLive(stage, page);
  await playOutcome(stage, page);
}

const says = async (row: { textContent(): Promise<string | null> }, words: string) =>
  ((await row.textContent()) ?? '').includes(words);
