// A rep's hand in the real sidebar: decides, confirms, reads what became of it, and takes it back, changes it or tries again.
import { Review } from '../../e2e/support/review.ts';
import type { Sidebar } from '../../e2e/support/sidebar.ts';
import type { Random } from '../../sandbox/common/random.ts';
import { type Pressed, wording } from './book.ts';
import type { Press } from './plan.ts';
import { type Sight, seen, sightOf } from './sight.ts';

/** Longer than the sidebar waits for the background's answer on a CRM that is silent. */
const LOOK_MS = 75_000;
export const STEP_MS = 30_000;
/** A rep presses the same key so often, then lets it be. */
const TRIES = 5;
/** And looks again after so long. */
const AGAIN_MS = 1500;

/** Everything that can be said of what is in hand. */
const news = ['written', 'waiting', 'stopped', 'changed', 'review'] as const;
const open: readonly Sight[] = ['waiting', 'stopped', 'changed'];

const pause = (ms: number) => new Promise<void>((over) => setTimeout(over, ms));

type Needs = {
  one: Pressed;
  plan: Press;
  chance: Random;
  /** The moment before the rep confirms, and the moment after. */
  before: () => void;
  after: () => void;
  tell: (text: string) => void;
};

/** On a record that is shown. What it throws, a rep meets by opening the page again. */
export class Hand {
  constructor(
    readonly sidebar: Sidebar,
    readonly needs: Needs,
  ) {}

  /** Decides and confirms where that was not done before; then what the plan says. */
  async work(): Promise<void> {
    const { one, plan } = this.needs;
    if (one.confirmed.length === 0) {
      await this.#decide();
      await this.#confirm(1);
    }
    let sight = await this.#look();
    // The page or the worker died before anything was kept: the answers are there, and nothing is in hand.
    if (sight === 'review') {
      await this.#confirm(one.confirmed.at(-1) ?? 1);
      sight = await this.#look();
    }
    if (sight === 'review' || one.did.has(plan.way) || plan.way === 'next record') return;
    if (open.includes(sight) && plan.way === 'take it back') await this.#takeBack();
    else if (open.includes(sight) && plan.way === 'change it') await this.#change(sight);
    else if (open.includes(sight)) await this.#tryAgain(sight);
  }

  async #decide(): Promise<void> {
    const { sidebar } = this;
    const { plan, chance } = this.needs;
    if ((await seen(sidebar, ['ask', 'review', ...open], STEP_MS)) !== 'ask') return;
    for (let left = plan.answers; left > 0 && (await sidebar.card.count()) > 0; left -= 1) {
      const criterion = await sidebar.asked();
      const yesNo = criterion.kind === 'yesno';
      await sidebar.answer(criterion, yesNo ? chance.pick(['yes', 'no']) : null);
    }
    if (plan.decides === 'outcome') {
      await sidebar.press('d');
      await sidebar.frame.getByRole('group', { name: 'Reason' }).waitFor({ timeout: STEP_MS });
      await sidebar.press('1');
    } else await sidebar.press('Enter');
  }

  /** In the review: types the note, ticks what has to be ticked, confirms. */
  async #confirm(times: number): Promise<void> {
    const { sidebar } = this;
    const { one, tell, before, after } = this.needs;
    await seen(sidebar, ['review'], STEP_MS);
    const review = await Review.shown(sidebar);
    const text = wording(one.number, times);
    if ((await review.note.inputValue()) !== text) {
      await review.note.click();
      await sidebar.type(text);
      // Nothing that a rep types may be lost on the way to what they confirm.
      const typed = await review.note.inputValue();
      if (typed !== text) tell(`typed "${text}", and the note says "${typed}"`);
    }
    for (const box of await sidebar.frame.getByRole('checkbox', { name: /^Yes, / }).all())
      await box.check({ timeout: STEP_MS });
    await this.#giveReason();
    await review.ready.waitFor({ timeout: STEP_MS }).catch(async (error: unknown) => {
      const why = await review.confirmButton.getAttribute('title', { timeout: 1000 }).catch(() => null);
      throw new Error(`Confirm can't be pressed: ${why}`, { cause: error });
    });
    if (!one.confirmed.includes(times)) one.confirmed.push(times);
    one.told = 'not known';
    before();
    tell(`confirms wording ${times}`);
    const pressed = sidebar.press('Control+Enter');
    after();
    await pressed;
    await seen(sidebar, ['writing', ...open, 'written'], STEP_MS);
  }

  /** Where the decision is not what the answers say. */
  async #giveReason(): Promise<void> {
    const why = this.sidebar.frame.getByLabel(/^Why, although/);
    if ((await why.count()) > 0 && (await why.inputValue()) === '') {
      await why.click();
      await this.sidebar.type('As it was drawn.');
    }
  }

  /** What became of it, once something can be said; from the checklist the rep goes there with Enter. */
  async #look(): Promise<Sight> {
    const { sidebar } = this;
    const { one, tell } = this.needs;
    let sight = await seen(sidebar, [...news, 'ask'], LOOK_MS);
    if (sight === 'ask') {
      await sidebar.press('Enter');
      sight = await seen(sidebar, news, LOOK_MS);
    }
    if (sight === 'review' && (await this.#isWritten())) {
      tell('sees: nothing new to write');
      one.told = 'written';
      return 'written';
    }
    if (sight === 'written') one.told = 'written';
    if (sight === 'waiting') one.told = 'kept';
    if (sight === 'stopped' || sight === 'changed') one.told = 'stopped';
    if ((await sidebar.frame.getByText('Part of your change came too late').count()) > 0) one.saidLate = true;
    tell(`sees: ${sight}${sight === 'review' ? ', and nothing in hand' : ''}`);
    return sight;
  }

  /** Whether the review says that nothing is left to write: it needs what is on its way, and the record, for that. */
  async #isWritten(): Promise<boolean> {
    const { frame } = this.sidebar;
    const nothing = frame.getByText(/^Nothing new since /);
    const review = await Review.shown(this.sidebar);
    await review.ready.or(nothing).first().waitFor({ timeout: STEP_MS });
    return (await nothing.count()) > 0;
  }

  async #takeBack(): Promise<void> {
    const { sidebar } = this;
    const { one, tell } = this.needs;
    let inPart = false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const sight = await seen(sidebar, [...news, 'ask', 'asks whether'], LOOK_MS);
      if (sight === 'ask') break;
      if (sight === 'written' || sight === 'review') {
        tell('too late to take it back');
        one.told = 'written';
        return;
      }
      if (sight === 'asks whether') inPart = true;
      tell(`takes it back${inPart ? ', told that a part may stay' : ''}`);
      await sidebar.press('b');
      if (sight !== 'asks whether') one.did.add('take it back');
      await pause(AGAIN_MS);
    }
    if ((await sightOf(sidebar)) !== 'ask') return;
    one.told = inPart ? 'taken back in part' : 'taken back';
    tell(`sees: ${one.told}`);
  }

  async #change(sight: Sight): Promise<void> {
    const { sidebar } = this;
    const { one, tell } = this.needs;
    if (sight === 'changed') return this.#takeBack();
    tell('changes it');
    await sidebar.press('c');
    const now = await seen(sidebar, ['review', 'written'], STEP_MS);
    if (now === 'written') return;
    one.did.add('change it');
    await this.#confirm(2);
    await this.#look();
  }

  async #tryAgain(first: Sight): Promise<void> {
    const { one, tell } = this.needs;
    let sight = first;
    for (let tries = 0; tries < TRIES && (sight === 'stopped' || tries === 0); tries += 1) {
      if (sight === 'changed') return this.#takeBack();
      tell('tries again');
      one.did.add('try again');
      await this.sidebar.press('t');
      await pause(AGAIN_MS);
      sight = await this.#look();
    }
  }
}
