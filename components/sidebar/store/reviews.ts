// What the review and the ladder need (stage options, mapping, forms): once per account, or per record where a CRM says so.
import type { Reply } from '@/lib/protocol/messages';
import { type RecordRef, refKey } from '@/lib/record/record';
import { type Context, openSheet } from './context';
import { accountKey, type Loaded, type ReviewData } from './state';

export type Reviews = ReturnType<typeof reviews>;

/** Those of accounts and records that stay in memory, newest last. */
const REVIEWS_KEPT = 40;

export function reviews(context: Context) {
  const { get, set, backend } = context;
  /** Accounts whose options were seen to depend on the record. */
  const perRecord = new Set<string>();
  /** The decisions whose forms were fetched, by key. */
  const completed = new Map<string, string>();
  /** Moves when what was fetched no longer holds, so that a late reply is dropped. */
  let era = 0;

  const keyOf = (ref: RecordRef) => (perRecord.has(accountKey(ref)) ? refKey(ref) : accountKey(ref));

  function put(key: string, data: Loaded<ReviewData>): void {
    const others = Object.entries(get().reviews).filter(([one]) => one !== key);
    set({ reviews: { ...Object.fromEntries(others.slice(1 - REVIEWS_KEPT)), [key]: data } });
  }

  /** Puts a reply where it belongs; the first that holds for one record only makes room for the others' own. */
  function keep(ref: RecordRef, key: string, reply: Reply<'review.options'>): void {
    if (!reply.ok) {
      put(key, { state: 'failed', problem: reply.problem });
      return;
    }
    const account = accountKey(ref);
    const learned = reply.value.options.perRecord === true && key === account;
    if (learned) {
      perRecord.add(account);
      const { [account]: _, ...rest } = get().reviews;
      set({ reviews: rest });
    }
    put(keyOf(ref), { state: 'ready', value: reply.value });
    const open = openSheet(context)?.sheet.ref;
    if (learned && open && accountKey(open) === account) void load(open);
  }

  /** Fetches it unless it is there or on its way. */
  async function load(ref: RecordRef): Promise<void> {
    const key = keyOf(ref);
    const held = get().reviews[key];
    if (held?.state === 'loading' || held?.state === 'ready') return;
    const asked = era;
    put(key, { state: 'loading' });
    const reply = await backend.send('review.options', { ref });
    if (asked === era) keep(ref, key, reply);
  }

  /** As the CRM has it now; what is there stays on show until then. */
  async function refresh(ref: RecordRef): Promise<void> {
    const key = keyOf(ref);
    const held = get().reviews[key];
    if (held?.state !== 'ready') return load(ref);
    const decision = completed.get(key);
    const reply = await backend.send('review.options', {
      ref,
      ...(decision === undefined ? {} : { decision }),
    });
    if (reply.ok && get().reviews[key] === held) keep(ref, key, reply);
  }

  /** Fetches what a decision's form asks, which the options came without. */
  async function complete(ref: RecordRef, decision: string): Promise<void> {
    const asked = era;
    const reply = await backend.send('review.options', { ref, decision });
    if (asked !== era) return;
    if (reply.ok) completed.set(keyOf(ref), decision);
    keep(ref, keyOf(ref), reply);
  }

  /** After a connection or a mapping changed, what was fetched no longer holds. */
  function forget(): void {
    era += 1;
    perRecord.clear();
    completed.clear();
    set({ reviews: {} });
  }

  return { load, refresh, complete, forget };
}
