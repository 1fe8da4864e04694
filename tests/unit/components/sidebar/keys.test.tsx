// The whole qualification by keys: answering, moving, deciding, and the keys that must not act.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { connection, groupPlace, layout } from './fixtures';
import { settle, showSidebar } from './screen';

const question = () => document.querySelector('[data-keys="question"]')?.textContent;

describe('answering', () => {
  test('a key answers the question on the card, shows the next one before the press is over, and saves', async () => {
    const page = showSidebar();
    await page.goTo('101');
    const first = question();
    page.press('y');
    expect(question()).not.toBe(first);
    expect(page.sheet()?.draft?.answers.fitsMarket?.value).toBe('yes');
    await settle();
    expect([...page.memory.drafts.values()][0]?.answers.fitsMarket?.value).toBe('yes');
  });

  test('a full qualification takes one key per open criterion, Enter and Enter', async () => {
    const page = showSidebar();
    await page.goTo('101');
    let keys = 0;
    const asked: string[] = [];
    while (question()?.startsWith('Every question') === false && keys < 30) {
      asked.push(question() ?? '');
      const criterion = page.sheet()?.current ?? page.sidebar.store.getState().open;
      expect(criterion).toBeTruthy();
      page.press(document.querySelector('[aria-keyshortcuts="Y"]') ? 'y' : '1');
      keys += 1;
    }
    expect(new Set(asked).size).toBe(asked.length);
    page.press('Enter');
    await settle();
    page.press('Enter');
    await settle();
    expect(page.memory.submissions).toHaveLength(1);
    expect(page.memory.submissions[0]?.decision).toEqual({
      kind: 'stage',
      stage: 'opportunity',
      override: null,
    });
    expect(screen.getByText('Written and read back')).toBeTruthy();
  });

  test('don’t know goes on, and does not ask the same question again', async () => {
    const page = showSidebar();
    await page.goTo('101');
    const seen = new Set<string>();
    for (let round = 0; round < 25 && !question()?.startsWith('Every question'); round += 1) {
      expect(seen.has(question() ?? '')).toBe(false);
      seen.add(question() ?? '');
      page.press('u');
    }
    expect(question()).toMatch(/^Every question/);
  });

  test('digits choose options, and nothing else does on a choice', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.sidebar.answers.focus('position');
    page.press('y', '7');
    expect(page.sheet()?.draft?.answers.position).toBeUndefined();
    page.press('3');
    expect(page.sheet()?.draft?.answers.position?.value).toBe('comparing');
  });

  test('Z takes back the last answer and puts its question back', async () => {
    const page = showSidebar();
    await page.goTo('101');
    const first = question();
    page.press('n', 'z');
    expect(question()).toBe(first);
    expect(page.sheet()?.draft?.answers).toEqual({});
  });

  test('J and K walk the list and stop at its ends', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press(...Array.from({ length: 30 }, () => 'k'));
    expect(page.sheet()?.current).toBe('twoWay');
    page.press('j');
    expect(page.sheet()?.current).toBe('leadType');
    page.press(...Array.from({ length: 30 }, () => 'ArrowDown'));
    expect(page.sheet()?.current).toBe('position');
  });
});

describe('keys that must not act', () => {
  const silent = [
    ['held down', { key: 'y', repeat: true }],
    ['with Ctrl', { key: 'y', ctrlKey: true }],
    ['with Cmd', { key: 'y', metaKey: true }],
    ['with Alt', { key: 'y', altKey: true }],
    ['while composing', { key: 'y', isComposing: true }],
  ] as const;
  test.each(silent)('a key %s is not an answer', async (_, event) => {
    const page = showSidebar();
    await page.goTo('101');
    fireEvent.keyDown(document.body, event);
    expect(page.sheet()?.draft?.answers).toEqual({});
  });

  test('typing in the note neither answers nor confirms; Ctrl and Enter does', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('Enter');
    await settle();
    const note = screen.getByLabelText('Note');
    fireEvent.keyDown(note, { key: 'Enter' });
    fireEvent.keyDown(note, { key: 'y' });
    expect(page.memory.submissions).toHaveLength(0);
    fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true });
    await settle();
    expect(page.memory.submissions).toHaveLength(1);
  });

  test('Enter on a focused button is that button’s', async () => {
    const page = showSidebar();
    await page.goTo('101');
    screen.getByRole('button', { name: 'Menu' }).focus();
    page.press('Enter');
    expect(page.sheet()?.view.name).toBe('ask');
  });
});

describe('deciding', () => {
  test('D, a digit and Enter disqualify with that reason', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('d', '2');
    await settle();
    // The reason's button is gone with its view; the keyboard is on the review's title.
    page.press('Enter');
    await settle();
    expect(page.memory.submissions[0]?.decision).toMatchObject({
      outcome: 'disqualified',
      reason: 'neverValue',
    });
  });

  test('L and a digit nurture with a date two weeks on', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('l', '1');
    await settle();
    page.press('Enter');
    await settle();
    expect(page.memory.submissions[0]?.decision).toMatchObject({
      outcome: 'nurture',
      returnOn: '2026-10-19',
    });
  });

  test('Escape goes back one step at a time', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('d', '2');
    await settle();
    expect(page.sheet()?.view.name).toBe('review');
    page.press('Escape');
    expect(page.sheet()?.view).toEqual({ name: 'outcome', outcome: 'disqualified' });
    page.press('Escape');
    expect(page.sheet()?.view.name).toBe('ask');
    page.press('e');
    expect(page.sheet()?.evidence).toBe(true);
    page.press('Escape');
    expect(page.sheet()?.evidence).toBe(false);
  });

  test('? shows the keys, and again hides them', async () => {
    const page = showSidebar();
    await page.goTo('101');
    page.press('?');
    await screen.findByRole('heading', { name: 'Keys' });
    page.press('y');
    expect(page.sheet()?.draft?.answers).toEqual({});
    page.press('?');
    expect(screen.queryByRole('heading', { name: 'Keys' })).toBeNull();
  });
});

test('on a company page J and Enter choose a person, Escape goes back to the list', async () => {
  const page = showSidebar();
  page.push({ push: 'place', place: groupPlace, connection, accounts: [connection], layout });
  await settle();
  page.press('j', 'Enter');
  await settle();
  expect(page.sheet()?.ref.id).toBe('102');
  page.press('Escape');
  expect(page.sheet()).toBeUndefined();
  expect(screen.getByText('Ben Okafor')).toBeTruthy();
  page.press('4');
  await settle();
  expect(page.sheet()?.ref.id).toBe('104');
});
