// What was erased while the browser is open, in numbers: they tell a page that was open before from one that came after.

/** Where it is kept: in storage.session, which our own pages read, and nobody else. */
export const ERASED = 'erased';

/** By the accounts' keys: the count at which it was last erased. */
type Counts = Readonly<Record<string, number>>;

/** Nothing in it says what was erased. `count`: how often something was; `everything`: the count when all was, last. */
export type Erased = {
  readonly count: number;
  readonly everything: number;
  /** Answers in hand, and decisions that are over. */
  readonly answers: Counts;
  /** Decisions that were still to be written, too. */
  readonly decisions: Counts;
};

export const NOTHING_ERASED: Erased = { count: 0, everything: 0, answers: {}, decisions: {} };

/** As it is kept. Small and without a schema: the content of a page's first moment. Anything else is as good as nothing. */
export function readErased(kept: unknown): Erased {
  if (typeof kept !== 'object' || kept === null) return NOTHING_ERASED;
  const [count, everything] = ['count', 'everything'].map((name) => Reflect.get(kept, name));
  if (typeof count !== 'number' || typeof everything !== 'number') return NOTHING_ERASED;
  const [answers, decisions] = ['answers', 'decisions'].map((name) => countsIn(Reflect.get(kept, name)));
  return { count, everything, answers: answers ?? {}, decisions: decisions ?? {} };
}

function countsIn(kept: unknown): Counts {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, count]) => (typeof count === 'number' ? [[key, count]] : [])),
  );
}

/** Whether what is known since that count was erased there. */
export const isErased = (at: number | undefined, since: number): boolean => at !== undefined && since < at;
