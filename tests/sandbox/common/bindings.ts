// What the server hands to a route of the connection: HTTP/2 as both CRMs speak it, HTTP/1.1 for what can't.
import { constants } from 'node:http2';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';

export type Bindings = HttpBindings | Http2Bindings;

/** The server's names of hosts stand elsewhere in HTTP/2. */
export function hostOf({ incoming }: Bindings): string {
  const name = 'authority' in incoming ? incoming.authority : incoming.headers.host;
  return (name ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** Cuts off this one call: of a connection that carries many, the others go on. */
export function cutCall({ incoming }: Bindings): void {
  if ('stream' in incoming) incoming.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else incoming.socket.destroy();
}

/** Breaks the connection, and all calls that are under way on it. */
export function breakConnection({ incoming }: Bindings): void {
  if ('stream' in incoming) incoming.stream.session?.destroy();
  else incoming.socket.destroy();
}
