// What the sidebar needs of the background: answers to requests, and pushes. Tests give it one in memory.
import type { Push, Reply, RequestBody, RequestName } from '@/lib/messages';

export type Backend = {
  /** Never rejects: what goes wrong is a Problem in the reply. */
  send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>>;
  /** Calls back for every push until the returned function is called. */
  listen(onPush: (push: Push) => void): () => void;
};
