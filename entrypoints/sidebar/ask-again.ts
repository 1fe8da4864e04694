// What a worker had in hand when it died: a question is asked again, once; what changes something is told as lost at once.
import type { Backend } from '@/components/sidebar/store/backend';
import { fail, type Problem } from '@/lib/problem/problem';
import type { Reply, RequestBody, RequestName } from '@/lib/protocol/messages';

/** They change nothing, so that asking twice is asking. */
const QUESTIONS: readonly RequestName[] = [
  'record.read',
  'record.kept',
  'members.read',
  'draft.load',
  'review.options',
  'review.fields',
  'submission.last',
  'submission.open',
  'submission.get',
  'playbook.active',
  'playbooks.all',
];

type Needs = {
  send: Backend['send'];
  /** Takes the line up again: with it the next worker starts. */
  take: () => void;
  /** Resolves when the worker's port goes the next time. */
  dropped: () => Promise<void>;
  lost: () => Problem;
  isLost: (problem: Problem) => boolean;
};

/**
 * A browser may take minutes to say that a worker has died with a message in hand; its port goes at once. Who waits for
 * a change is told then that its outcome is not known, and finds out by asking.
 */
export function askAgain({ send, take, dropped, lost, isLost }: Needs): Backend['send'] {
  return async <N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>> => {
    take();
    const gone = dropped().then((): Reply<N> => fail(lost()));
    const reply = await Promise.race([send(name, body), gone]);
    if (reply.ok || !isLost(reply.problem) || !QUESTIONS.includes(name)) return reply;
    take();
    return send(name, body);
  };
}
