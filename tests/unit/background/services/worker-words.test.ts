// The button's words come from the browser, and out of the package where it knows none.
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { createWords } from '@/lib/background/services/worker-words';

const packaged = async () => readFileSync('public/_locales/en/messages.json', 'utf8');
const none = () => '';

it('says what the browser knows, and reads no file for it', async () => {
  const read = vi.fn(async () => '');
  const words = createWords({ getMessage: (name: string, [count]) => `${name} ${count}`, read });
  expect(await words('badgeWaits', '3')).toBe('badgeWaits 3');
  expect(read).not.toHaveBeenCalled();
});

it.each([
  ['badgeWaits', '3', 'Stagecheck: decisions that wait to be written: 3'],
  ['badgeWants', '12', 'Stagecheck: decisions not written yet: 12. Open one: it needs you'],
  ['popup', undefined, 'Stagecheck: the sidebar, and your day'],
])('says %s out of the package where the browser knows no message', async (name, count, said) => {
  const words = createWords({ getMessage: none, read: packaged });
  expect(await words(name, count)).toBe(said);
});

it.each([
  ['is not there', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['is no JSON', async () => '<html>'],
  ['has another shape', async () => '{"popup":"words"}'],
  ['lacks it', async () => '{}'],
])('says nothing where the file %s', async (_, read) => {
  expect(await createWords({ getMessage: none, read })('popup')).toBe('');
});
