// How the pages ask the background, as a type, so that a test can answer in its place.
import type { Reply, RequestBody, RequestName } from '@/lib/protocol/messages';

/** Same as lib/protocol/client.ts: one request, one Result, never a rejection. */
export type Send = <N extends RequestName>(name: N, body: RequestBody<N>) => Promise<Reply<N>>;
