// Starts the sandbox: one HTTPS server on this machine that plays every host of the CRMs, told apart by name.
import { createServer } from 'node:https';
import { type HttpBindings, serve } from '@hono/node-server';
import { certificate } from './certificate';
import { sandboxFetch } from './fetch';
import { type HubSpotSandbox, hubspotSandbox } from './hubspot/sandbox';
import { type SalesforceSandbox, salesforceSandbox } from './salesforce/sandbox';

export type SandboxOptions = {
  /** 0 or none: any free port. */
  port?: number;
  /** A file that keeps what is written, so that a restart goes on from there. */
  journal?: string;
  seed?: number;
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
  const route = (request: Request, env: HttpBindings) => {
    const host = (env.incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const app = apps[host];
    return app ? app(request, env) : new Response(`The sandbox doesn't play ${host}.`, { status: 421 });
  };
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const started = serve(
      {
        fetch: (request, env) =>
          'incoming' in env && isHttp1(env) ? route(request, env) : new Response(null, { status: 505 }),
        createServer,
        serverOptions,
        port: options.port ?? 0,
        hostname: '127.0.0.1',
      },
      () => resolve(started),
    );
    started.once('error', reject);
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
      await closed;
      hubspot.close();
      salesforce.close();
    },
  };
}

function isHttp1(env: { incoming: { httpVersionMajor: number } }): env is HttpBindings {
  return env.incoming.httpVersionMajor === 1;
}
