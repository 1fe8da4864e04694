// Words that are typed into the sidebar by mistake, however slowly: no key counts behind the first that is none of ours, and nothing is written.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { READ_MS } from '@/components/sidebar/gate/gate';
import type { Sight, WatchSight } from '@/components/sidebar/gate/on-screen';
import { hand, settle, showSidebar } from './screen';

beforeEach(() => {
  hand.every = 1000;
});

const told = () => screen.queryByText('That looked like typing: nothing was kept.');

/** A review that has been read once it is READ_MS old by the hand's own clock, which goes on with each key. */
function readByHand(): { watch: WatchSight; pass: () => void } {
  let watched: { since: number; tell: (sight: Sight) => void } | null = null;
  return {
    watch: (_, tell) => {
      const mine = { since: hand.at, tell };
      watched = mine;
      tell('soon');
      return () => {
        if (watched === mine) watched = null;
      };
    },
    pass: () => {
      if (watched && hand.at + hand.every - watched.since >= READ_MS) watched.tell('ready');
    },
  };
}

type Page = ReturnType<typeof showSidebar>;

/** Types it at one pace; before each Enter it waits that long and a moment more. */
async function type(page: Page, pass: () => void, text: string, pace: number, beforeEnter = 0) {
  for (const char of text) {
    hand.every = char === '\n' ? pace + beforeEnter : pace;
    pass();
    page.press(char === '\n' ? 'Enter' : char);
    await settle();
  }
}

async function opened(text = '') {
  const { watch, pass } = readByHand();
  const page = showSidebar({}, watch);
  await page.goTo('101');
  hand.every = 5000;
  page.press(...text);
  await settle();
  return { page, pass };
}

const lines = [
  'Yes sure\n\nlet us do that\n',
  'no problem, he is out of the office until monday\n\n',
  'call me at 0151 234 56 78\n\n',
  'anna.kowalska@example.com\n\n',
  'ja, kein Problem\n\n',
  'oui, je connais une personne\n\n',
  'no, un momento por favor\n\n',
  'y\nthen we go on\n\n',
  'ok\nsee you\n\n',
];

test.each([450, 700, 1200])(
  'at %i ms a key: nothing is written, and nothing of it is kept',
  async (pace) => {
    for (const line of lines)
      for (const beforeEnter of [0, 900]) {
        const { page, pass } = await opened();
        await type(page, pass, line, pace, beforeEnter);
        expect(told(), line).not.toBeNull();
        expect(page.sheet()?.draft?.answers, line).toEqual({});
        expect(page.sheet()?.view.name, line).toBe('ask');
        expect(page.memory.submissions, line).toEqual([]);
        page.stop();
      }
  },
  120_000,
);

test.each(['y', 'ok', 'no', 'nnn', 'yep', 'up', 'keep', 'y y', 'no no', '', 'yes', '12'])(
  'a short reply "%s" and Enter after Enter, at a steady pace, write nothing',
  async (reply) => {
    for (const pace of [450, 1200, 1900]) {
      const { page, pass } = await opened('yyy');
      await type(page, pass, `${reply}\n\n\n\n`, pace);
      expect(page.memory.submissions, `${pace}`).toEqual([]);
      page.stop();
    }
  },
  60_000,
);

test('what a line answered is taken back by the next one, over Enters that confirmed nothing', async () => {
  for (const pace of [450, 1200, 1900]) {
    const { page, pass } = await opened();
    await type(page, pass, 'no\n\nso', pace);
    expect(told(), `${pace}`).not.toBeNull();
    expect(page.sheet()?.draft?.answers, `${pace}`).toEqual({});
    expect(page.sheet()?.view.name).toBe('ask');
    page.stop();
  }
});

test('a key of no meaning takes back the answers that were given right before it, and they can be put back', async () => {
  const { page } = await opened('y');
  const before = page.sheet()?.draft?.answers;
  page.press('n');
  hand.every = 2900;
  page.press('n', 's');
  expect(told()).not.toBeNull();
  expect(page.sheet()?.draft?.answers).toEqual(before);
  page.press('y', 'Enter');
  expect(page.sheet()?.draft?.answers).toEqual(before);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: 'Put 2 answers back' }));
  expect(told()).toBeNull();
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(3);
  // The keys count again.
  page.press('y');
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(4);
});

test('what was answered a while before it stays, and there is nothing to put back', async () => {
  const { page } = await opened('yy');
  hand.every = 5000;
  page.press('s');
  expect(told()).not.toBeNull();
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(2);
  await settle();
  expect(screen.queryByRole('button', { name: /back$/ })).toBeNull();
});

test('the button that puts them back is had by the keyboard too', async () => {
  const { page } = await opened();
  hand.every = 1000;
  page.press('y', 's');
  await settle();
  const back = screen.getByRole('button', { name: 'Put one answer back' });
  back.focus();
  // What a browser does on an Enter that nobody has stopped.
  if (fireEvent.keyDown(back, { key: 'Enter' })) fireEvent.click(back);
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});

test('a capital letter, Backspace and a dead key are typed; Caps Lock is not', async () => {
  for (const init of [{ key: 'Y', shiftKey: true }, { key: 'Backspace' }, { key: 'Dead' }]) {
    const { page } = await opened();
    fireEvent.keyDown(document.body, init);
    expect(told(), init.key).not.toBeNull();
    expect(page.sheet()?.draft?.answers).toEqual({});
    page.stop();
  }
  const { page } = await opened();
  page.press('Y');
  expect(told()).toBeNull();
  expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toHaveLength(1);
});

test('a key of another card’s that is hit now and then is no typing; three of them are', async () => {
  const { page } = await opened();
  hand.every = 1000;
  page.press('1', '2');
  expect(told()).toBeNull();
  page.press('3');
  expect(told()).not.toBeNull();
});

test('an Enter that comes before a review can have been read has it read anew', async () => {
  const { page, pass } = await opened('yyy');
  await type(page, pass, '\n', 5000);
  expect(page.sheet()?.view.name).toBe('review');
  await type(page, pass, '\n\n\n', READ_MS - 100);
  expect(page.memory.submissions).toEqual([]);
  await type(page, pass, '\n', READ_MS + 100);
  expect(page.memory.submissions).toHaveLength(1);
});
