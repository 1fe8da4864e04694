// The live call by keys: compare, compact, find, quote, undo and the call's time.
// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { hashPlaybook } from '@/lib/playbook';
import { builtins } from '@/lib/playbook/builtin';
import { answer, emptyDraft } from '@/lib/qualification';
import { layout, now, person, personPlace } from './fixtures';
import { settle, showSidebar } from './screen';

const compact = { ...layout, compact: true };
const question = () => document.querySelector('[data-keys="question"]')?.textContent;
const all = () => ({
  ok: true as const,
  value: builtins.map((playbook) => ({ playbook, hash: hashPlaybook(playbook), origin: 'Built in' })),
});

async function open(overrides: Parameters<typeof showSidebar>[0] = {}) {
  const page = showSidebar({ 'playbooks.all': all, ...overrides });
  await page.goTo('101');
  return page;
}

describe('compare', () => {
  test('C shows every playbook once, ours first, and C goes back to the same question', async () => {
    const page = await open();
    const asked = question();
    page.press('c');
    await screen.findByRole('heading', { name: 'Compare' });
    const rows = screen.getAllByRole('button', { expanded: false }).map((row) => row.textContent);
    const named = builtins.map(({ name }) => rows.findIndex((row) => row?.includes(name)));
    expect(named).not.toContain(-1);
    expect(rows.find((row) => row?.startsWith('1'))).toContain('Stagecheck default');
    page.press('c');
    expect(question()).toBe(asked);
  });

  test('a number shows a playbook’s reasons, and no key answers what is not in view', async () => {
    const page = await open();
    page.press('c');
    await screen.findByRole('heading', { name: 'Compare' });
    page.press('2');
    expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1);
    expect(screen.getByRole('list', { name: /^What .* asks for$/ })).toBeTruthy();
    page.press('2');
    expect(screen.queryByRole('list', { name: /^What .* asks for$/ })).toBeNull();
    page.press('y', 'n', 'u');
    expect(screen.getByText(/^That looked like typing/)).toBeTruthy();
    expect(page.sheet()?.draft?.answers).toEqual({});
    page.press('Escape');
    expect(page.sheet()?.view.name).toBe('ask');
  });

  test('playbooks that could not be fetched are said, with a way to try again', async () => {
    let tries = 0;
    const page = await open({
      'playbooks.all': () => {
        tries += 1;
        return tries === 1 ? { ok: false, problem: { kind: 'offline', message: 'No' } } : all();
      },
    });
    page.press('c');
    await settle();
    fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    await settle();
    expect(await screen.findByText(/^\d+ says? Lead/)).toBeTruthy();
  });
});

describe('compact', () => {
  test('M leaves the verdict and the count, answers nothing, and M brings the question back', async () => {
    const page = await open();
    const asked = question();
    page.press('m');
    await settle();
    expect(screen.getByRole('button').textContent).toMatch(/Ann Meyer: Lead.*3missing/);
    page.press('y', 'n', 'u', 'd', 'e', '1');
    expect(page.sheet()?.draft?.answers).toEqual({});
    expect(page.sheet()?.view.name).toBe('ask');
    page.press('m');
    await settle();
    expect(question()).toBe(asked);
    expect(page.memory.bodies('panel.layout')).toEqual([
      { layout: { compact: true } },
      { layout: { compact: false } },
    ]);
  });
});

test('compact says where it is that no CRM is connected, not that no contact is open', async () => {
  const page = await open();
  page.press('m');
  await settle();
  page.push({ push: 'place', place: personPlace('102'), connection: null, accounts: [], layout: compact });
  expect(screen.getByRole('button').textContent).toContain('Not connected');
});

describe('find', () => {
  test('typing filters, Enter puts the best on the card, and the letters answer nothing', async () => {
    const page = await open();
    page.press('/');
    const input = screen.getByRole('searchbox', { name: 'Find a criterion' });
    expect(document.activeElement).toBe(input);
    fireEvent.change(input, { target: { value: 'budget' } });
    page.press('y', 'Enter');
    expect(page.sheet()?.current).toBe('budget');
    expect(page.sheet()?.draft?.answers).toEqual({});
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('Esc clears it and leaves the card as it was; arrows choose among what was found', async () => {
    const page = await open();
    const asked = question();
    page.press('/');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'decid' } });
    const at = () => screen.getByText(/^\d+ of/).textContent;
    const before = at();
    page.press('ArrowUp');
    expect(at()).not.toBe(before);
    page.press('Escape');
    expect(question()).toBe(asked);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('what nobody has says so', async () => {
    const page = await open();
    page.press('/');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'zebra' } });
    expect(screen.getByText(/^No criterion has these words/)).toBeTruthy();
    page.press('Enter');
    expect(screen.getByRole('searchbox')).toBeTruthy();
  });
});

describe('a quote', () => {
  test('Q adds their words to the answer just given, saves each letter, and the question stays', async () => {
    const page = await open();
    page.press('y');
    const asked = question();
    page.press('q');
    fireEvent.change(screen.getByLabelText(/^Their words on/), { target: { value: 'Three calls a shift' } });
    expect(question()).toBe(asked);
    await settle();
    expect([...page.memory.drafts.values()][0]?.answers.fitsMarket?.quote).toBe('Three calls a shift');
    fireEvent.submit(screen.getByLabelText(/^Their words on/));
    expect(screen.getByText('“Three calls a shift”')).toBeTruthy();
    page.press('z');
    expect(page.sheet()?.draft?.answers.fitsMarket).toMatchObject({ value: 'yes' });
    expect(page.sheet()?.draft?.answers.fitsMarket?.quote).toBeUndefined();
  });

  test('Esc puts back what was there; before any answer the line says what to do', async () => {
    const page = await open();
    page.press('q');
    expect(screen.getByText(/^Answer first/)).toBeTruthy();
    page.press('Escape', 'y', 'q');
    fireEvent.change(screen.getByLabelText(/^Their words on/), { target: { value: 'Hm' } });
    page.press('Escape');
    expect(page.sheet()?.draft?.answers.fitsMarket?.quote).toBeUndefined();
    expect(screen.queryByLabelText(/^Their words on/)).toBeNull();
  });
});

describe('undo', () => {
  test('Z takes back the last answer after moving elsewhere, too', async () => {
    const page = await open();
    page.press('y', 'j', 'j', 'z');
    expect(page.sheet()?.draft?.answers).toEqual({});
    expect(page.sheet()?.current).toBe('fitsMarket');
  });

  test('Z and Q leave alone what another playbook asked: nobody sees it here', async () => {
    const stored = emptyDraft(
      { crm: 'hubspot', account: '24680135', object: 'contacts', id: '101' },
      { id: 'value', version: '1.0.0', hash: 'other' },
      now,
    );
    const word = { value: 'yes', at: now.toISOString(), by: person };
    const page = await open({
      'draft.load': ({ ref }) => ({ ok: true, value: { ...stored, ref, answers: { talked: word } } }),
    });
    await settle();
    page.press('z', 'q');
    expect(page.sheet()?.quoting?.criterion).toBeNull();
    expect(page.sheet()?.draft?.answers.talked).toEqual(word);
  });

  test('after a reload Z takes back the newest answer of the draft', async () => {
    const page = showSidebar({
      'draft.load': ({ ref }) => {
        const empty = emptyDraft(
          ref,
          page.sheet()?.draft?.playbook ?? { id: '', version: '', hash: '' },
          now,
        );
        const older = answer(empty, 'pain', 'yes', person, new Date(now.getTime() - 9000));
        return { ok: true, value: answer(older, 'budget', 'no', person, now) };
      },
    });
    await page.goTo('101');
    page.press('z');
    expect(Object.keys(page.sheet()?.draft?.answers ?? {})).toEqual(['pain']);
    expect(page.sheet()?.current).toBe('budget');
  });
});

describe('the call’s time', () => {
  test('begins with the first answer, can be paused, and comes back with the draft', async () => {
    const page = await open();
    expect(screen.queryByRole('button', { name: /^Call time/ })).toBeNull();
    page.press('y');
    page.clock.now = new Date(now.getTime() + 247_000);
    fireEvent.click(screen.getByRole('button', { name: /^Call time/ }));
    expect(screen.getByRole('button', { name: /^Call time/ }).textContent).toContain('4:07');
    await settle();
    expect([...page.memory.drafts.values()][0]?.call?.pausedAt).toBe(page.clock.now.toISOString());
  });

  test('stands in the note only where the rep wants it there', async () => {
    const page = await open();
    page.press('y');
    page.clock.now = new Date(now.getTime() + 12 * 60_000);
    page.press('Enter');
    await settle();
    const note = () => screen.getByLabelText<HTMLTextAreaElement>('Note').value;
    expect(note()).not.toContain('Call of');
    page.press('Escape');
    await page.sidebar.page.changeLayout({ callInNote: true });
    page.press('Enter');
    await settle();
    expect(note()).toContain('Call of 12 min.');
  });
});

test('an answer is on the page before anything else can run', async () => {
  const never = new Promise<never>(() => {});
  const page = await open({ 'draft.save': () => never });
  const asked = question();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true, cancelable: true }));
  // React paints what a store changed in the microtask after the press; no reply and no timer is needed.
  await Promise.resolve();
  expect(page.sheet()?.draft?.answers.fitsMarket?.value).toBe('yes');
  expect(question()).not.toBe(asked);
});
