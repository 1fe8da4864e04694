// One person in each CRM whose fields are all hostile text, and the whole job done on them: nothing runs, nothing loads, nothing is lost.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { families, hostileTexts } from '../fuzz/hostile-text.ts';
import { yesToAll } from './support/answers.ts';
import { readNote, withoutStamp } from './support/hubspot.ts';
import { Review } from './support/review.ts';
import { signIn } from './support/salesforce.ts';
import { sharedWorld } from './support/world.ts';

const world = sharedWorld({
  connect: async (at) => {
    await at.connect('full');
    await signIn(at);
  },
});

/** One short text of each family after the other, for as many fields as there are; none that a CRM would not store. */
const short = Object.values(families)
  .map((all) =>
    all.filter((text) => text.length < 200 && !/\p{Cs}|\0|[\n\r\t]/u.test(text) && text.trim() !== ''),
  )
  .filter((all) => all.length > 0);
const pick = (field: number): string => {
  const family = short[field % short.length] ?? [];
  return family[(field * 7) % family.length] ?? '';
};

/** In every document of the tab: the policy’s violations, noted on its own window. */
const watch = () => {
  Reflect.set(window, 'watched', true);
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
    const seen: unknown = Reflect.get(window, 'violations');
    Reflect.set(window, 'violations', [
      ...(Array.isArray(seen) ? seen : []),
      `${violatedDirective} ${blockedURI}`,
    ]);
  });
};

/** Opens the record, looks at all of it, confirms what it is; gives the note that was promised. */
async function wholeJob(url: string, stage: string): Promise<{ page: Page; note: string }> {
  const page = await world().browser.context.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (/elsewhere\.example/.test(request.url())) elsewhere.push(request.url());
  });
  await page.addInitScript(watch);
  await page.goto(url);
  await page.bringToFront();
  const sidebar = await world().on(page).sidebar();
  await sidebar.frame.locator('[aria-busy=false]').waitFor();
  await sidebar.press('e');
  await sidebar.frame.getByRole('region', { name: 'Evidence' }).waitFor();
  await sidebar.press('e');
  await sidebar.climb(stage, yesToAll);
  const review = await Review.open(sidebar);
  const text = `${hostileTexts[0]} ${pick(1)} {{7*7}}`;
  await review.note.fill(text);
  const { note } = await review.preview();
  expect(note).toContain('{{7*7}}');
  await review.confirmButton.click();
  await review.written();

  expect(dialogs).toEqual([]);
  expect(elsewhere).toEqual([]);
  const ours = page.frames().filter((frame) => frame.url().startsWith('chrome-extension:'));
  expect(ours).toHaveLength(1);
  for (const frame of page.frames()) expect(await frame.evaluate('window.__harm')).toBeUndefined();
  for (const frame of ours) {
    expect(await frame.evaluate('window.watched')).toBe(true);
    expect(await frame.evaluate('window.violations')).toBeUndefined();
    expect(
      await frame.locator('script:not([src]), img, iframe, object, embed, base, meta[http-equiv]').count(),
      // The one that is there is the page's own policy.
    ).toBe(await frame.locator('head meta[http-equiv="Content-Security-Policy"]').count());
    const links = await frame
      .locator('a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links.filter((href) => new URL(href).host !== new URL(url).host)).toEqual([]);
  }
  return { page, note };
}

it('in HubSpot: the note that a browser shows is the one that was promised, and holds no markup', async () => {
  const { hubspot } = world();
  const names = [
    'firstname',
    'lastname',
    'jobtitle',
    'company',
    'city',
    'state',
    'country',
    'industry',
    'phone',
  ];
  const more = ['website', 'mobilephone', 'hs_linkedin_url', 'favourite_topic'];
  const fields = Object.fromEntries([...names, ...more].map((name, at) => [name, pick(at)]));
  const contact = hubspot.create('contacts', {
    ...fields,
    email: 'hostile@text.example',
    lifecyclestage: 'lead',
  });
  const { page, note } = await wholeJob(contact.url, 'Prospect');
  const [kept] = hubspot.notes(contact.id);
  const html = kept?.properties.hs_note_body ?? '';
  expect(html.replaceAll('<br>', '')).not.toMatch(/[<>]/);
  expect(withoutStamp(await readNote(page, html))).toBe(withoutStamp(note));
});

it('in Salesforce: the task’s text is the one that was promised', async () => {
  const { salesforce } = world();
  const names = ['FirstName', 'LastName', 'Title', 'Company', 'City', 'Country', 'Industry', 'Description'];
  const fields = Object.fromEntries(names.map((name, at) => [name, pick(at + 3).slice(0, 40)]));
  const lead = salesforce.create('Lead', {
    ...fields,
    Email: 'hostile@text.example',
    Status: 'Open - Not Contacted',
  });
  const { note } = await wholeJob(lead.url, 'Prospect');
  const [task] = salesforce.tasks(lead.id);
  expect(withoutStamp(String(task?.values.Description))).toBe(withoutStamp(note));
});
