// Whose word our frame takes for it that the rep brought the keyboard.
import { expect, it } from 'vitest';
import { isEntered } from '@/lib/entered';

const message = { name: 'page.entered', body: {} };
const script = { id: 'ours', frameId: 0, tab: { id: 7 } };

it('is true for our content script at the top of the same tab, and for nobody else', () => {
  expect(isEntered(message, script, 'ours', 7)).toBe(true);
  for (const other of [
    { ...script, id: 'another' },
    { ...script, frameId: 3 },
    { ...script, tab: { id: 8 } },
    { ...script, tab: undefined },
  ])
    expect(isEntered(message, other, 'ours', 7)).toBe(false);
  expect(isEntered(message, { id: 'ours', frameId: 0 }, 'ours', undefined)).toBe(false);
  for (const words of [null, 'page.entered', { name: 'page.hello', body: {} }])
    expect(isEntered(words, script, 'ours', 7)).toBe(false);
});
