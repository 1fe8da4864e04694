// What the review needs of a CRM: once per account, or once per record where it holds for one record only.
// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Reply } from '@/lib/protocol/messages';
import type { RecordRef } from '@/lib/record/record';
import { connection, contact, layout, mapping, person, personPlace, reviewOptions } from './fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

const options = (ref: RecordRef, perRecord: boolean): Reply<'review.options'> => ({
  ok: true,
  value: {
    options: { ...reviewOptions, currency: `of ${ref.id}`, ...(perRecord ? { perRecord } : {}) },
    mapping,
    person,
    together: false,
  },
});

type Page = ReturnType<typeof showSidebar>;
const asked = (page: Page) => page.memory.bodies('review.options');
const of = (...ids: string[]) => ids.map((id) => ({ ref: contact(id) }));
const shown = (page: Page) => {
  const { reviews, open } = page.sidebar.store.getState();
  const mine = Object.entries(reviews).find(([key]) => open === key) ?? Object.entries(reviews)[0];
  return mine?.[1].state === 'ready' ? mine[1].value.options.currency : mine?.[1].state;
};

test('an account’s options are asked for once, whatever records are opened', async () => {
  const page = showSidebar({ 'review.options': ({ ref }) => options(ref, false) });
  for (const id of ['101', '102', '101']) await page.goTo(id);
  expect(asked(page)).toEqual(of('101'));
});

test('options of one record are asked for once for each, and never shown with another', async () => {
  const page = showSidebar({ 'review.options': ({ ref }) => options(ref, true) });
  for (const id of ['101', '102', '101', '102']) {
    await page.goTo(id);
    expect(shown(page)).toBe(`of ${id}`);
  }
  expect(asked(page)).toEqual(of('101', '102'));
});

test('a record opened while the first answer is out gets its own', async () => {
  const first = held<Reply<'review.options'>>();
  const page = showSidebar({
    'review.options': ({ ref }) => (ref.id === '101' ? first.promise : options(ref, true)),
  });
  await page.goTo('101');
  await page.goTo('102');
  expect(asked(page)).toEqual(of('101'));
  first.release(options(contact('101'), true));
  await settle();
  expect(asked(page)).toEqual(of('101', '102'));
  expect(shown(page)).toBe('of 102');
});

test('an answer that comes after the connection changed is dropped', async () => {
  const late = held<Reply<'review.options'>>();
  let calls = 0;
  const page = showSidebar({
    'review.options': ({ ref }) => {
      calls += 1;
      return calls === 1 ? late.promise : options(ref, false);
    },
  });
  await page.goTo('101');
  const other = { ...connection, connectedAt: '2026-10-05T10:00:00.000Z' };
  page.push({ push: 'place', place: personPlace('101'), connection: other, accounts: [other], layout });
  await settle();
  late.release({ ok: false, problem: { kind: 'offline', message: 'late' } });
  await settle();
  expect(shown(page)).toBe('of 101');
});
