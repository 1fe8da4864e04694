// What the sidebar needs of the background: answers to requests, and pushes. Tests give it one in memory.
import type { Hearing } from '@/lib/protocol/line';
import type { Reply, RequestBody, RequestName } from '@/lib/protocol/messages';

export type Backend = {
  /** Never rejects: what goes wrong is a Problem in the reply. */
  send<N extends RequestName>(name: N, body: RequestBody<N>): Promise<Reply<N>>;
  /** Tells every push until the returned function is called, and when there may have been some that did not arrive. */
  listen(hearing: Hearing): () => void;
};
