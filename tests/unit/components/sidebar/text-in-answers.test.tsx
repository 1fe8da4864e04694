// Hostile text in what comes back: people of a company, a refusal’s words and fields, someone else’s change, duplicates.
// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Problem } from '@/lib/problem/problem';
import { cleanLine } from '@/lib/util/text';
import { families } from '../../../fuzz/hostile-text';
import { kindsIn, madeOf } from '../text-only';
import { connection, contact, groupPlace, layout } from './fixtures';
import { settle, showSidebar } from './screen';

const HOST = 'app.hubspot.com';
const texts = Object.values(families).flatMap((all) => all.filter((_, at) => at % 12 === 0));
const shown = (text: string) => cleanLine(text).slice(0, 30).trim();
const words = () => cleanLine(document.body.textContent ?? '');

/** Looks at a plain one first, then at each of the hostile ones. */
async function each(show: (text: string) => Promise<void>): Promise<void> {
  // More than once: some views are loaded when they are first wanted.
  for (let time = 0; time < 4; time += 1) await show('Plain words');
  const kinds = kindsIn(document.body);
  for (const text of texts) {
    await show(text);
    expect(madeOf(document.body, kinds, HOST), JSON.stringify(text.slice(0, 80))).toEqual([]);
    if (shown(text) !== '') expect(words()).toContain(shown(text));
  }
}

it(
  'makes nothing in a list of people',
  () =>
    each(async (text) => {
      const stages = [{ field: 'lifecyclestage', value: text, text }];
      const members = [{ ref: contact('101'), name: text, title: text, stages }];
      const page = showSidebar({ 'members.read': () => ({ ok: true, value: { title: text, members } }) });
      page.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
      await settle();
      page.stop();
    }),
  60_000,
);

const url = `https://${HOST}/contacts/24680135/record/0-1/7`;
const problems: Record<string, (text: string) => Problem> = {
  'a refusal': (text) => ({
    kind: 'invalid',
    message: text,
    fields: [{ field: text, label: text, message: text }],
  }),
  'what is demanded': (text) => ({
    kind: 'required',
    message: text,
    fields: [{ field: 'f', label: text, message: text }],
  }),
  'someone else’s change': (text) => ({
    kind: 'changed',
    message: text,
    theirs: [{ field: 'lifecyclestage', value: text, text, label: text, by: text, at: null }],
  }),
  'a duplicate': (text) => ({
    kind: 'invalid',
    message: text,
    duplicates: { mayAllow: true, records: [{ object: text, id: '7', name: text, url }] },
  }),
};

it.each(Object.entries(problems))(
  'makes nothing in %s',
  (_, problem) =>
    each(async (text) => {
      const page = showSidebar({
        'submission.send': ({ submission }) => ({
          ok: true,
          value: {
            ...submission,
            state: 'failed',
            steps: submission.steps.map((step, at) =>
              at === 0 ? { ...step, state: 'failed' as const, problem: problem(text) } : step,
            ),
          },
        }),
      });
      await page.goTo('101');
      page.press('y', 'y', 'y', 'y', 'Enter');
      await settle();
      page.press('Enter');
      await settle();
      page.stop();
    }),
  60_000,
);
