// Words that land in the sidebar by mistake, over the real keys: 200 sentences, the same in every run, and nothing is kept.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { chance, sentences } from '../../../e2e/support/words';
import { hand, settle, showSidebar } from './screen';

beforeEach(() => {
  hand.every = 1000;
});

const told = () => screen.queryByText('That looked like typing: nothing was kept.');

/** Types it, each key `pace()` ms after the one before; the first comes a while after what was answered. */
function type(page: ReturnType<typeof showSidebar>, text: string, pace: () => number) {
  hand.every = 5000;
  for (const char of text) {
    page.press(char === '\n' ? 'Enter' : char);
    hand.every = pace();
  }
  hand.every = 1000;
}

test.each(['ask', 'review', 'guidance'])(
  '200 sentences at 40 to 120 ms a key in the view "%s" keep nothing',
  async (view) => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('y');
    await settle();
    if (view === 'review') page.press('Enter');
    if (view === 'guidance') page.press('g');
    await settle();
    const { draft: before, current } = page.sheet() ?? {};
    const next = chance(7);
    for (const sentence of ['Yes sure\n\n', ...sentences(200)]) {
      type(page, sentence, () => 40 + 80 * next());
      expect(told(), sentence).not.toBeNull();
      page.press('Escape');
      expect(told()).toBeNull();
      expect(page.sheet()?.draft?.answers, sentence).toEqual(before?.answers);
      expect(page.sheet()?.draft?.decision, sentence).toEqual(before?.decision);
      expect(page.sheet()?.view.name, sentence).toBe(view);
      expect(page.sheet()?.current).toBe(current);
    }
    await settle();
    expect(page.memory.submissions).toEqual([]);
    expect([...page.memory.drafts.values()][0]?.answers).toEqual(before?.answers);
  },
  // Over five thousand presses.
  180_000,
);

test('a slow typist’s word is known by the letters that mean nothing here', async () => {
  const page = showSidebar();
  await page.goTo('101');
  const before = page.sheet()?.draft?.answers;
  type(page, 'yes sure\n\n', () => 300);
  expect(told()).not.toBeNull();
  expect(page.sheet()?.draft?.answers).toEqual(before);
});

test('answers at the pace of somebody who reads the questions count, and so does running through the list', async () => {
  const page = showSidebar();
  await page.goTo('101');
  type(page, 'yyn', () => 250);
  expect(told()).toBeNull();
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(3);
  type(page, 'jjjkk', () => 60);
  expect(told()).toBeNull();
});

test('pasted text does nothing, and nothing counts before Escape or a click', async () => {
  const page = showSidebar();
  await page.goTo('101');
  fireEvent.paste(document.body);
  await settle();
  expect(told()).not.toBeNull();
  page.press('y');
  expect(page.sheet()?.draft?.answers).toEqual({});
  fireEvent.click(screen.getByRole('button', { name: 'Answer by keys' }));
  page.press('y');
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});

test('a keyboard that nobody brought here counts only after a pause without a key; one that the rep brought counts at once', async () => {
  const page = showSidebar();
  await page.goTo('101');
  window.dispatchEvent(new Event('blur'));
  expect(page.sidebar.gate.state()).toBe('off');
  window.dispatchEvent(new Event('focus'));
  page.press('y', 'y');
  expect(page.sheet()?.draft?.answers).toEqual({});
  expect(page.sidebar.gate.state()).toBe('wait');
  await expect.poll(() => page.sidebar.gate.state()).toBe('on');
  page.press('y');
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});
