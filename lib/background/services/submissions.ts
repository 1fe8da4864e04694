// Confirmed decisions on their way to the CRM, as a sidebar may ask for them.
import type { Connections } from '@/lib/background/connections/connections';
import type { Sessions } from '@/lib/background/connections/sessions';
import type { Outbox } from '@/lib/background/outbox/outbox';
import { ProblemError } from '@/lib/problem/problem';
import type { Withdrawn } from '@/lib/protocol/messages';
import type { Submission } from '@/lib/qualification/plan/submission';
import { type RecordRef, refKey, sameRef } from '@/lib/record/record';
import type { Binding } from './binding';
import { always, type Still } from './still';

export type Submissions = {
  send(tab: number, submission: Submission, still?: Still): Promise<Submission>;
  retry(tab: number, ref: RecordRef, id: string, allow?: readonly string[]): Promise<Submission>;
  last(tab: number, ref: RecordRef): Promise<Submission | null>;
  open(tab: number, ref: RecordRef): Promise<Submission[]>;
  get(tab: number, ref: RecordRef, id: string): Promise<Submission | null>;
  withdraw(tab: number, ref: RecordRef, id: string, unsent?: Submission, still?: Still): Promise<Withdrawn>;
  replace(tab: number, ref: RecordRef, id: string, edited: Submission, still?: Still): Promise<Submission>;
};

type Needs = {
  binding: Binding;
  connections: Pick<Connections, 'find'>;
  sessions: Pick<Sessions, 'signedIn'>;
  outbox: Outbox;
};

export function createSubmissions({ binding, connections, sessions, outbox }: Needs): Submissions {
  /**
   * Rejects unless the tab shows what is written, or did when it was confirmed, which may arrive after it has moved on;
   * and unless the one who decided is who writes.
   */
  async function mayWrite(tab: number, submission: Submission): Promise<void> {
    const { ref } = submission;
    await binding.hereOrBefore(tab, ref);
    if (submission.about) await binding.hereOrBefore(tab, submission.about);
    const connection = await connections.find(ref.crm, ref.account);
    // The note names who decided; that is the person of the connection, and no one else can be put there.
    if (connection && connection.person.id !== submission.by.id) {
      throw new ProblemError({
        kind: 'invalid',
        message: `Stagecheck now writes as ${connection.person.name}. Nothing was written. Review the record again.`,
      });
    }
  }

  /** With who is signed in to the CRM as it is confirmed: as it is found here, whatever the sidebar says. */
  async function confirmed({ as: _, ...said }: Submission): Promise<Submission> {
    const as = await sessions.signedIn(said.ref.crm, said.ref.account);
    return as ? { ...said, as } : said;
  }

  /** Settles once the last of each record that came is handed over, or refused. */
  const coming = new Map<string, Promise<unknown>>();

  /**
   * Hands over in the order in which they came: what is asked before that (the tab, the database, the CRM) is not
   * answered in the order in which it was asked. One that is refused keeps nobody waiting.
   */
  async function inOrder<T>(ref: RecordRef, ready: () => Promise<() => Promise<T>>): Promise<T> {
    const key = refKey(ref);
    const before = coming.get(key);
    const mine = ready();
    const handed = Promise.allSettled([mine, before]).then(async () => {
      const handOver = await mine;
      return { answer: handOver() };
    });
    const over = Promise.allSettled([handed]);
    coming.set(key, over);
    try {
      return await (await handed).answer;
    } finally {
      if (coming.get(key) === over) coming.delete(key);
    }
  }

  return {
    send: (tab, submission, still = always) =>
      inOrder(submission.ref, async () => {
        await mayWrite(tab, submission);
        const said = await confirmed(submission);
        return () => outbox.send(said, () => still(said.ref, 'decisions'));
      }),
    async replace(tab, ref, id, edited, still = always) {
      if (!sameRef(edited.ref, ref) || edited.id !== id)
        throw new ProblemError({ kind: 'invalid', message: 'This is not an edit of that submission.' });
      await mayWrite(tab, edited);
      const said = await confirmed(edited);
      still(ref, 'decisions');
      return outbox.replace(ref, id, said);
    },
    async get(tab, ref, id) {
      await binding.hereOrBefore(tab, ref);
      return outbox.get(ref, id);
    },
    async withdraw(tab, ref, id, unsent, still = always) {
      if (unsent && (!sameRef(unsent.ref, ref) || unsent.id !== id))
        throw new ProblemError({ kind: 'invalid', message: 'This is not that submission.' });
      await binding.hereOrBefore(tab, ref);
      return outbox.withdraw(ref, id, unsent, () => still(ref, 'decisions'));
    },
    async open(tab, ref) {
      await binding.here(tab, ref);
      return outbox.open(ref);
    },
    async retry(tab, ref, id, allow) {
      await binding.hereOrBefore(tab, ref);
      return outbox.retry(ref, id, allow);
    },
    async last(tab, ref) {
      await binding.here(tab, ref);
      return outbox.last(ref);
    },
  };
}
