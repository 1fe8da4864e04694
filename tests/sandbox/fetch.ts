// fetch for tests in node: the host's name stays in the request, the connection goes to the sandbox.
import { request as send } from 'node:https';

/** The same contract as fetch for text bodies; rejects with a TypeError when the connection breaks. */
export function sandboxFetch(port: number): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    const headers = { ...Object.fromEntries(request.headers), host: url.host };
    return new Promise((resolve, reject) => {
      const failed = (cause: Error) =>
        reject(request.signal.aborted ? request.signal.reason : new TypeError('fetch failed', { cause }));
      const outgoing = send(
        {
          host: '127.0.0.1',
          port,
          servername: url.hostname,
          method: request.method,
          path: url.pathname + url.search,
          headers,
          rejectUnauthorized: false,
          agent: false,
          signal: request.signal,
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', failed);
          incoming.on('end', () => {
            const status = incoming.statusCode ?? 500;
            const answer = new Headers();
            for (const [name, value] of Object.entries(incoming.headers)) answer.set(name, String(value));
            const empty = status === 204 || status === 304;
            resolve(new Response(empty ? null : Buffer.concat(parts), { status, headers: answer }));
          });
        },
      );
      outgoing.on('error', failed);
      outgoing.end(body);
    });
  };
}
