// What the review and the ladder need of the account (stage options, mapping, pipelines): once per account, lazily.
import type { RecordRef } from '@/lib/qualification/record';
import type { Context } from './context';
import { accountKey, type Loaded, type ReviewData } from './state';

export type Reviews = ReturnType<typeof reviews>;

export function reviews(context: Context) {
  const { get, set, backend } = context;

  const put = (key: string, data: Loaded<ReviewData>) =>
    set((state) => ({ reviews: { ...state.reviews, [key]: data } }));

  /** Fetches it unless it is there or on its way. */
  async function load(ref: RecordRef): Promise<void> {
    const key = accountKey(ref);
    const held = get().reviews[key];
    if (held?.state === 'loading' || held?.state === 'ready') return;
    put(key, { state: 'loading' });
    const reply = await backend.send('review.options', { ref });
    put(key, reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', problem: reply.problem });
  }

  /** As the CRM has it now; what is there stays on show until then. */
  async function refresh(ref: RecordRef): Promise<void> {
    const key = accountKey(ref);
    const held = get().reviews[key];
    if (held?.state !== 'ready') return load(ref);
    const reply = await backend.send('review.options', { ref });
    if (reply.ok && get().reviews[key] === held) put(key, { state: 'ready', value: reply.value });
  }

  /** After a connection or a mapping changed, what was fetched no longer holds. */
  function forget(): void {
    set({ reviews: {} });
  }

  return { load, refresh, forget };
}
