// Starts the sandbox: one HTTPS server on this machine that plays every host of the CRMs, told apart by name.
import { createSecureServer, type Http2Session } from 'node:http2';
import { createServer } from 'node:https';
import { serve } from '@hono/node-server';
import { certificate } from './certificate';
import { type Bindings, hostOf } from './common/bindings';
import { sandboxFetch } from './fetch';
import { type HubSpotSandbox, hubspotSandbox } from './hubspot/sandbox';
import { type SalesforceSandbox, salesforceSandbox } from './salesforce/sandbox';

export type SandboxOptions = {
  /** 0 or none: any free port. */
  port?: number;
  /** A file that keeps what is written, so that a restart goes on from there. */
  journal?: string;
  seed?: number;
  /** Speaks HTTP/1.1 alone, as behind a proxy that reads what passes. Otherwise HTTP/2 with whoever can. */
  http1?: boolean;
  /** What the seed takes for the present, and where the sandbox's clock starts. */
  now?: Date;
};

export type Sandbox = {
  port: number;
  origin: string;
  hubspot: HubSpotSandbox;
  salesforce: SalesforceSandbox;
  /** fetch for tests in node: an address like https://api.hubapi.com/... reaches the sandbox. */
  fetch: typeof fetch;
  close(): Promise<void>;
};

/** Rejects when the port is taken or the journal is damaged. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const closing = new AbortController();
  const hubspot = await hubspotSandbox(options, closing.signal);
  const salesforce = await salesforceSandbox(options, closing.signal);
  const apps = { ...hubspot.apps, ...salesforce.apps };
  const serverOptions = await certificate();
  const route = (request: Request, env: Bindings) => {
    const host = hostOf(env);
    const app = apps[host];
    return app ? app(request, env) : new Response(`The sandbox doesn't play ${host}.`, { status: 421 });
  };
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve(
      {
        fetch: (request, env) =>
          'incoming' in env ? route(request, env) : new Response(null, { status: 505 }),
        ...(options.http1
          ? { createServer, serverOptions }
          : { createServer: createSecureServer, serverOptions: { ...serverOptions, allowHTTP1: true } }),
        port: options.port ?? 0,
        hostname: '127.0.0.1',
      },
      () => resolve(started),
    );
    started.once('error', reject);
  });
  const sessions = new Set<Http2Session>();
  server.on('session', (session: Http2Session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    origin: `https://127.0.0.1:${port}`,
    hubspot: hubspot.control,
    salesforce: salesforce.control,
    fetch: sandboxFetch(port),
    async close() {
      closing.abort();
      const closed = new Promise<void>((done) => server.close(() => done()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      for (const session of sessions) session.destroy();
      await closed;
      hubspot.close();
      salesforce.close();
    },
  };
}
