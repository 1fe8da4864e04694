// A form that came without its questions: they are fetched for its own decision, once, when that is under review.
// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Reply, RequestBody } from '@/lib/protocol/messages';
import { mapping, person, reviewOptions } from './fixtures';
import { second, turning } from './form-fixtures';
import { held } from './memory-backend';
import { settle, showSidebar } from './screen';

const allYes = Array.from({ length: 14 }, () => 'y');
const options = ({ decision }: RequestBody<'review.options'>): Reply<'review.options'> => {
  const full = decision !== undefined && turning.stages.includes(decision);
  const forms = [full ? turning : { ...turning, pending: true, fields: [] }];
  return {
    ok: true,
    value: { options: { ...reviewOptions, forms, perRecord: true }, mapping, person, together: true },
  };
};

test('nothing of it is asked for until the decision is under review, and then all is there', async () => {
  const page = showSidebar({ ...second, 'review.options': options });
  await page.goTo('101');
  const decided = expect.objectContaining({ decision: expect.anything() });
  const asked = () => page.memory.bodies('review.options');
  page.press(...allYes);
  await settle();
  expect(asked()).not.toContainEqual(decided);
  page.press('Enter');
  await settle();
  expect(screen.getByRole('heading', { name: turning.title })).toBeTruthy();
  expect(screen.getByLabelText('Wanted by')).toBeTruthy();
  const turned = expect.objectContaining({ decision: 'opportunity' });
  expect(asked().filter((body) => turned.asymmetricMatch(body))).toHaveLength(1);
});

test('while they are on their way nothing can be confirmed, and a refusal is told', async () => {
  const late = held<Reply<'review.options'>>();
  const page = showSidebar({
    ...second,
    'review.options': (body) => (body.decision === undefined ? options(body) : late.promise),
  });
  await page.goTo('101');
  page.press(...allYes, 'Enter');
  await settle();
  expect(screen.getByRole('button', { name: /^Confirm/ }).getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByLabelText('Wanted by')).toBeNull();
  late.release({ ok: false, problem: { kind: 'offline', message: 'No network.' } });
  await settle();
  expect(screen.getByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Confirm/ }).getAttribute('aria-disabled')).toBe('true');
});
