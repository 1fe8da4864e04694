// Clearing and removing, one at a time, and who is refused by it: whoever asks from what was known before.

import type { Problem } from '@/lib/problem/problem';
import { ERASED, type Erased, isErased, NOTHING_ERASED, readErased } from '@/lib/protocol/erased';
import { accountKey } from '@/lib/record/account-key';
import { once } from '@/lib/util/lazy';

/** As much of the browser's session storage as is needed: it outlives a worker, and ends with the pages. */
export type ErasedArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(rows: Record<string, unknown>): Promise<void>;
};

type Account = { crm: string; account: string };
/** also: as in 'connections.remove'. */
export type Erasing = 'everything' | (Account & { also: 'over' | 'all' });
export type Part = 'answers' | 'decisions';

/** Whether what the sender knew was erased since it learnt it: everything, or that part of an account. */
export type IsOld = (of?: Account, part?: Part) => boolean;

/** What whoever knew it is told then. */
export const OLD: Problem = {
  kind: 'gone',
  message: 'What this page knew was deleted from this browser since. Load it anew.',
};

export type Erasures = {
  /** Resolves when nothing is being erased that takes all along, and it is known what was erased. */
  settled(): Promise<void>;
  /** `since`: the count that a page came with; undefined: it holds nothing of before. */
  since(count: number | undefined): IsOld;
  /**
   * Runs what erases, after the ones before it. From its start on, nothing that was known before is kept; `tell` has the
   * open pages forget, and comes when there is no way back. Where `work` rejects before that, all holds as it did.
   */
  erase<T>(what: Erasing, work: (tell: () => Promise<void>) => Promise<T>): Promise<T>;
};

export function createErasures(area: () => ErasedArea): Erasures {
  let erased = NOTHING_ERASED;
  const read = once(async () => {
    erased = readErased((await area().get(ERASED))[ERASED]);
  });
  let turn: Promise<unknown> = Promise.resolve();
  let clearing: Promise<unknown> = Promise.resolve();

  async function run<T>(what: Erasing, work: (tell: () => Promise<void>) => Promise<T>): Promise<T> {
    await read();
    const before = erased;
    const next = marked(before, what);
    erased = next;
    let told = false;
    const tell = async () => {
      told = true;
      await area().set({ [ERASED]: next });
    };
    try {
      return await work(tell);
    } catch (error) {
      if (!told) erased = before;
      throw error;
    }
  }

  return {
    async settled() {
      await Promise.all([read(), clearing]);
    },
    since(count) {
      const known = count ?? erased.count;
      return (of, part) => {
        const at = of && part ? erased[part][accountKey(of.crm, of.account)] : undefined;
        return isErased(erased.everything, known) || isErased(at, known);
      };
    },
    erase(what, work) {
      const mine = turn.then(() => run(what, work));
      turn = Promise.allSettled([mine]);
      if (what === 'everything') clearing = turn;
      return mine;
    },
  };
}

function marked({ count: before, ...rest }: Erased, what: Erasing): Erased {
  const count = before + 1;
  if (what === 'everything') return { ...NOTHING_ERASED, count, everything: count };
  const own = { [accountKey(what.crm, what.account)]: count };
  const answers = { ...rest.answers, ...own };
  const decisions = what.also === 'all' ? { ...rest.decisions, ...own } : rest.decisions;
  return { count, everything: rest.everything, answers, decisions };
}
