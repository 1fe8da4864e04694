// The number on the toolbar's button: what is not written yet, and whether something of it wants the rep.
import { problemIn } from '@/lib/background/outbox/line';
import { curedBy } from '@/lib/background/outbox/problems';
import type { Submission } from '@/lib/qualification/plan/submission';

/** A write that takes no longer is not counted: the number would only flicker. */
const MOMENT_MS = 3_000;
const [CALM, WANTS] = ['#4046b8', '#b3261e'];

export type Count = { unfinished: number; wants: boolean; young: boolean };

/** Counts what is open. `young`: some of it may be written in a moment, and is not counted yet. Pure. */
export function countOpen(open: readonly Submission[], now: number): Count {
  let [unfinished, wants, young] = [0, false, false];
  for (const submission of open) {
    const problem = problemIn(submission);
    const stopped = submission.state === 'failed' || (submission.state === 'waiting' && problem !== null);
    const age = now - Date.parse(submission.at);
    if (!stopped && age >= 0 && age < MOMENT_MS) {
      young = true;
      continue;
    }
    unfinished += 1;
    wants ||= submission.state === 'failed' || (problem !== null && curedBy(problem, 0) === 'sign-in');
  }
  return { unfinished, wants, young };
}

/** What the button says to those who point at it. */
type Standing = 'nothing' | 'waits' | 'wants' | 'lost' | 'storage';

type Needs = {
  unfinished: () => readonly Submission[];
  /** Decisions that were lost from the storage and that the rep has not seen yet. */
  lost: () => Promise<readonly unknown[]>;
  /** The storage can't be used. */
  broken: () => boolean;
  action: {
    setBadgeText(details: { text: string }): unknown;
    setBadgeBackgroundColor(details: { color: string }): unknown;
    setBadgeTextColor?(details: { color: string }): unknown;
    setTitle(details: { title: string }): unknown;
  };
  titles: Readonly<Record<Standing, (count: string) => Promise<string>>>;
  later: (run: () => void, ms: number) => void;
  /** Epoch ms. */
  now?: () => number;
};

/** Gives what is to be called when anything of it may have changed; many calls at once are one. */
export function createBadge(needs: Needs): () => void {
  const { now = Date.now } = needs;
  let planned = false;
  let shows = '';

  async function show(): Promise<void> {
    const { unfinished, wants, young } = countOpen(needs.unfinished(), now());
    const lost = (await needs.lost()).length;
    const count = unfinished + lost;
    const broken = needs.broken();
    const text = broken ? '!' : count === 0 ? '' : count > 99 ? '99+' : String(count);
    const calm = count > 0 ? 'waits' : 'nothing';
    const standing: Standing = broken ? 'storage' : lost > 0 ? 'lost' : wants ? 'wants' : calm;
    if (young) plan(MOMENT_MS);
    if (shows === `${text} ${standing}`) return;
    shows = `${text} ${standing}`;
    const title = await needs.titles[standing](String(count));
    // Another count has come meanwhile.
    if (shows !== `${text} ${standing}`) return;
    needs.action.setBadgeBackgroundColor({ color: standing === calm ? CALM : WANTS });
    needs.action.setBadgeTextColor?.({ color: '#ffffff' });
    // Without words the browser shows what the manifest says.
    if (title !== '') needs.action.setTitle({ title });
    needs.action.setBadgeText({ text });
  }

  function plan(ms: number): void {
    if (planned) return;
    planned = true;
    needs.later(() => {
      planned = false;
      void show();
    }, ms);
  }

  return () => plan(200);
}
