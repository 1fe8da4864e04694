// The sidebar as a rep meets it: its frame on a CRM page, by roles and names, and the keyboard.
import type { Frame, Locator, Page } from 'playwright-core';
import { defaultPlaybook } from '../../../lib/playbook/builtin/default.ts';
import type { Criterion } from '../../../lib/playbook/schema.ts';
import { byHand } from './by-hand.ts';
import { readThrough, unread } from './read-through.ts';
import { typed } from './words.ts';

/**
 * In ms, between two keys: further apart than letters of a word (BURST_MS of the sidebar's gate), and before an Enter as
 * long as that one wants nothing pressed (PAUSE_MS). This is how fast the hand is, not a wait for the product.
 */
const APART = 170;
const BEFORE_ENTER = 720;

export class Sidebar {
  /** Every key pressed so far. */
  readonly pressed: string[] = [];
  private pressedAt = 0;

  constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  get heading(): Locator {
    return this.frame.getByRole('banner').getByRole('heading', { level: 1 });
  }

  get header(): Locator {
    return this.frame.getByRole('banner');
  }

  /** The ladder, with the verdict in a sentence. */
  get ladder(): Locator {
    return this.frame.getByRole('region', { name: 'Ladder' });
  }

  /** The stage that the answers support: its rung says so to assistive technology. */
  get stage(): Locator {
    return this.ladder.locator('[aria-current=step]');
  }

  get card(): Locator {
    return this.frame.getByRole('region', { name: 'Ask now' });
  }

  get question(): Locator {
    return this.card.getByRole('heading');
  }

  get nothingToAsk(): Locator {
    return this.frame.getByRole('region', { name: 'Nothing more to ask' });
  }

  get alert(): Locator {
    return this.frame.getByRole('alert');
  }

  button(name: string | RegExp): Locator {
    return byHand(this.frame.getByRole('button', { name }));
  }

  /** A line of the checklist: "Two-way contact: Yes, from HubSpot". */
  row(label: string): Locator {
    return this.frame.getByRole('button', { name: new RegExp(`^${escaped(label)}\\s*:`) });
  }

  /** Waits until keys count in the sidebar: it shows so. */
  async keysOn(): Promise<void> {
    await this.frame.locator(':root[data-keys=on]').waitFor({ state: 'attached' });
  }

  /** One key, as a person presses it: not as a letter of a word, and to confirm only what can be confirmed by then. */
  async press(key: string): Promise<void> {
    this.pressed.push(key);
    const enter = /^((Control|Meta)\+)?Enter$/.test(key);
    if (enter) await this.isReadOut();
    await this.pressAtOnce(key);
  }

  /** Scrolls through a review that does not fit, and waits until whatever is to be confirmed has been on screen for its time. */
  private async isReadOut(): Promise<void> {
    const soon = this.frame.locator('button[title^="Read it first"]');
    await soon.waitFor({ state: 'detached' });
    if ((await unread(this).count()) === 0) return;
    await readThrough(this);
    await unread(this).waitFor({ state: 'detached' });
    await soon.waitFor({ state: 'detached' });
  }

  /** The same, whatever can be confirmed by then. */
  async pressAtOnce(key: string): Promise<void> {
    await this.isQuiet(/Enter$/.test(key));
    await this.page.keyboard.press(key);
    this.pressedAt = performance.now();
  }

  /** Words, or Enters, at the pace of somebody who types; the hand has pressed the last of them when that went down. */
  async typed(text: string, pace?: number): Promise<void> {
    const at = await typed(this.page, text, pace);
    this.pressedAt = performance.now() + at - Date.now();
  }

  /** Lets the hand rest until its next key can be no letter of a word; before an Enter a little longer. */
  async isQuiet(enter = true): Promise<void> {
    const left = this.pressedAt + (enter ? BEFORE_ENTER : APART) - performance.now();
    if (left > 0) await new Promise((over) => setTimeout(over, left));
  }

  /** Goes on with Tab until this has the keyboard. Throws where Tab never gets there. */
  async tabTo(target: Locator): Promise<void> {
    for (let left = 40; left > 0; left -= 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error('Tab does not get there.');
  }

  /** Types over what stands in the field that has the keyboard. A date takes its digits part by part. */
  async type(text: string): Promise<void> {
    await this.isQuiet(false);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
    this.pressedAt = performance.now();
  }

  /** Waits until a person is shown, and read to the end: what the CRM said is on the checklist, or in the review. */
  async shows(name: string): Promise<void> {
    await this.heading.filter({ hasText: name }).waitFor();
    await this.isRead();
  }

  /** Waits until what the CRM said last is shown: nothing that arrives later changes it. */
  async isRead(): Promise<void> {
    await this.frame.locator('[aria-busy=false]').waitFor();
  }

  /** The criterion on the card. */
  async asked(): Promise<Criterion> {
    const words = await this.question.textContent();
    const criterion = defaultPlaybook.criteria.find(({ ask }) => ask === words?.trim());
    if (criterion === undefined) throw new Error(`No criterion asks "${words}".`);
    return criterion;
  }

  /** Answers what is on the card with one key, and waits until the checklist has it. */
  async answer(criterion: Criterion, value: string | null): Promise<void> {
    await this.press(keyFor(criterion, value));
    await this.row(criterion.label)
      .filter({ hasText: wordsFor(criterion, value) })
      .waitFor();
  }

  /**
   * Answers one question after another, as they come, until the answers carry this stage. What `answers` doesn't name
   * is answered "Don't know". Gives the criteria in the order asked; throws when the questions end before that.
   */
  async climb(stage: string, answers: Readonly<Record<string, string>>): Promise<string[]> {
    const asked: string[] = [];
    while (!(await this.stage.textContent())?.includes(stage)) {
      const criterion = await this.asked();
      if (asked.includes(criterion.id)) throw new Error(`"${criterion.label}" was asked twice.`);
      asked.push(criterion.id);
      await this.answer(criterion, answers[criterion.id] ?? null);
    }
    return asked;
  }
}

/** The one key that gives this answer; null is "don't know". */
export function keyFor(criterion: Criterion, value: string | null): string {
  if (value === null) return 'u';
  if (criterion.kind === 'yesno') return value === 'yes' ? 'y' : 'n';
  const place = (criterion.options ?? []).findIndex(({ id }) => id === value);
  if (place < 0) throw new Error(`${criterion.label} has no option ${value}.`);
  return String(place + 1);
}

/** How the checklist says it; "Not known yet" is no "No". */
function wordsFor(criterion: Criterion, value: string | null): string | RegExp {
  if (value === null) return /Don.t know/;
  if (criterion.kind === 'yesno') return value === 'yes' ? ': Yes' : /: No(?!t)/;
  return criterion.options?.find(({ id }) => id === value)?.label ?? value;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
