// A visit that is made in the sidebar itself: once more from the open page whatever dies on the way, as a rep would.
import type { Sidebar } from '../../e2e/support/sidebar.ts';
import { random } from '../../sandbox/common/random.ts';
import type { Ledger } from '../ledger.ts';
import type { Target } from '../pool.ts';
import type { Rig } from '../rig.ts';
import type { Visit } from '../schedule.ts';
import type { Tab } from '../tab.ts';
import type { Thrower } from '../thrower.ts';
import { Hand, STEP_MS } from './hand.ts';
import { stagesOf } from './judge.ts';
import type { Press } from './plan.ts';
import { anything, seen } from './sight.ts';

/** While a write is under way, which takes a few hundred ms. */
const STRIKE_MS = 250;

/** Waits until this person is shown, and their record read, or what is in hand of it. */
async function isShown(sidebar: Sidebar, name: string): Promise<void> {
  try {
    await sidebar.heading.filter({ hasText: name }).waitFor();
    if ((await seen(sidebar, anything, STEP_MS)) === 'ask') await sidebar.isRead();
  } catch (error) {
    const words = await sidebar.frame
      .locator('body')
      .innerText({ timeout: 1000 })
      .catch(() => '');
    const shown = words.replaceAll('\n', ' / ').slice(0, 300);
    throw new Error(`the record does not show: ${shown}`, { cause: error });
  }
}

type Needs = { rig: Rig; ledger: Ledger; thrower: Thrower };

/** Rejects where the page, the worker or the browser was gone: what was confirmed until then is in the book. */
export async function pressVisit(
  { rig, ledger, thrower }: Needs,
  visit: Visit,
  plan: Press,
  target: Target,
  tab: Tab,
): Promise<void> {
  const [planned] = visit.submissions;
  if (!planned) return;
  const chance = random(planned.seed);
  const { pressed } = ledger;
  const before = () => stagesOf(rig.sandbox, target.ref);
  const one = pressed.of(visit.number, target.name, target.ref, plan.way, before);
  const tell = (text: string) => ledger.tell(`visit ${visit.number}: ${text}`, one.record);
  // Only the first confirmation meets them: what the rep presses then is to be seen for itself.
  const faults = one.confirmed.length === 0 ? [...planned.faults] : [];
  pressed.atHand.add(one.record);
  try {
    await tab.show(target);
    const sidebar = await tab.sidebar();
    await isShown(sidebar, target.name);
    const hand = new Hand(sidebar, {
      ...{ one, plan, chance, tell },
      before: () => {
        for (const fault of faults) thrower.before(fault, visit.crm, chance);
      },
      after: () => {
        for (const fault of faults.splice(0)) thrower.during(fault, tab, chance, STRIKE_MS);
      },
    });
    await hand.work();
    if (plan.way === 'next record') one.did.add('next record');
  } catch (error) {
    tell(`broke off: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    throw error;
  } finally {
    pressed.learn(await rig.kept());
    pressed.atHand.delete(one.record);
  }
}
