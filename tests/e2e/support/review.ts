// The review as the rep reads it before confirming, and what comes of it.
import type { Locator } from 'playwright-core';
import { byHand } from './by-hand.ts';
import { readThrough, unread } from './read-through.ts';
import type { Sidebar } from './sidebar.ts';

/** What the review promises to write. `note` is the text and the evidence under it, as they will stand in the CRM. */
export type Preview = { changes: { label: string; from: string; to: string }[]; note: string };

export class Review {
  constructor(readonly sidebar: Sidebar) {}

  /** Opens the review with one key, and waits until it can be confirmed or says why not. */
  static async open(sidebar: Sidebar): Promise<Review> {
    await sidebar.press('Enter');
    return Review.shown(sidebar);
  }

  /** The review that is open, or about to be. */
  static async shown(sidebar: Sidebar): Promise<Review> {
    const review = new Review(sidebar);
    await review.note.waitFor();
    return review;
  }

  get note(): Locator {
    return this.sidebar.frame.getByRole('textbox', { name: 'Note' });
  }

  /** The stage that is being decided. */
  get stage(): Locator {
    return this.sidebar.frame.getByRole('combobox', { name: 'Stage', exact: true });
  }

  /** What the line over the confirm button says will be written. */
  get writes(): Locator {
    return this.sidebar.frame.getByText(/^Confirm writes /);
  }

  /** A click on it comes after what does not fit the window has been scrolled through, as `ready` does. */
  get confirmButton(): Locator {
    const button = byHand(this.sidebar.frame.getByRole('button', { name: 'Confirm' }));
    const click = button.click.bind(button);
    button.click = async (how) => {
      await this.ready.waitFor();
      await click(how);
    };
    return button;
  }

  /** The same, once it can be pressed: what it confirms has been on screen for a moment. */
  get ready(): Locator {
    const button = this.sidebar.frame.locator('button:not([aria-disabled=true])', { hasText: 'Confirm' });
    const waitFor = button.waitFor.bind(button);
    button.waitFor = async (how) => {
      await button.or(unread(this.sidebar)).first().waitFor(how);
      await readThrough(this.sidebar);
      await waitFor(how);
    };
    return button;
  }

  get receipt(): Locator {
    return this.sidebar.frame.getByRole('heading', { name: 'Written and read back' });
  }

  async preview(): Promise<Preview> {
    const { frame } = this.sidebar;
    const changes = [];
    const labels = frame.locator('dt').filter({ has: frame.locator('xpath=following-sibling::dd[del]') });
    for (const label of await labels.all()) {
      const values = label.locator('xpath=following-sibling::dd');
      changes.push({
        label: await words(label),
        from: (await words(values.locator('del'))).replace(/^from /, ''),
        to: (await words(values.locator('ins'))).replace(/^to /, ''),
      });
    }
    const record = frame.locator('details', { hasText: 'Evidence, added as it is' }).locator('pre');
    return { changes, note: `${await this.note.inputValue()}\n\n${await record.textContent()}` };
  }

  /** Confirms with one key, and waits for the receipt. */
  async confirm(): Promise<void> {
    await this.ready.waitFor();
    await this.sidebar.press('Enter');
    await this.written();
  }

  /** Confirms, and waits for the words that say why it was not written. */
  async refused(words: string | RegExp): Promise<void> {
    await this.confirmButton.click();
    await this.sidebar.alert.filter({ hasText: words }).waitFor();
  }

  /** Goes on where a submission stopped: by the button, unless it went on by itself just before. */
  async retry(): Promise<void> {
    const button = this.sidebar.button('Try again').first();
    await Promise.any([button.click(), this.receipt.waitFor()]);
  }

  /** Resolves once everything is written and read back. */
  async written(timeout = 10_000): Promise<void> {
    await this.receipt.waitFor({ timeout });
  }
}

const words = async (part: Locator) => ((await part.textContent()) ?? '').trim();
