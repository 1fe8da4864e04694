// A browser led over the DevTools pipe and nothing more: no debugger is put on its workers, which would slow their start.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import * as v from 'valibot';
import { findBrowser } from '../../browser/find.ts';
import { isRoot } from '../../browser/machine.ts';

const MessageSchema = v.object({
  id: v.optional(v.number()),
  sessionId: v.optional(v.string()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});
type Message = v.InferOutput<typeof MessageSchema>;

export type DevTools = {
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
  /** Resolves with the first event from now on that the test accepts. */
  event(test: (message: Message) => boolean): Promise<void>;
  /** Hears every event from now on, until the browser is closed. */
  hear(listener: (message: Message) => void): void;
  close(): Promise<void>;
};

/** Starts a browser with these unpacked extensions, on a profile of its own. `more`: further arguments. */
export async function openDevTools(
  extensions: readonly string[],
  more: readonly string[] = [],
): Promise<DevTools> {
  const found = findBrowser();
  const profile = await mkdtemp(join(tmpdir(), 'stagecheck-cold-'));
  const list = extensions.join(',');
  const load =
    found.loads === 'flag'
      ? [`--disable-extensions-except=${list}`, `--load-extension=${list}`]
      : ['--enable-unsafe-extension-debugging'];
  const browser = spawn(
    found.path,
    [
      ...(isRoot() ? ['--no-sandbox'] : []),
      ...['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`],
      ...['--no-first-run', '--no-default-browser-check', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--password-store=basic'],
      ...load,
      ...more,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [toBrowser, fromBrowser] = [browser.stdio[3], browser.stdio[4]];
  if (!(toBrowser instanceof Writable) || !fromBrowser) throw new Error('The browser gave no DevTools pipe.');

  const asked = new Map<number, (message: Message) => void>();
  const watching = new Set<(message: Message) => void>();
  let rest = '';
  fromBrowser.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = v.parse(MessageSchema, JSON.parse(part));
      if (message.id !== undefined) asked.get(message.id)?.(message);
      else for (const watch of watching) watch(message);
    }
  });
  let last = 0;
  const devTools: DevTools = {
    send(method, params = {}, sessionId) {
      last += 1;
      const id = last;
      toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
      return new Promise((resolve, reject) => {
        asked.set(id, ({ error, result }) => {
          asked.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
      });
    },
    event: (test) =>
      new Promise((resolve) => {
        const watch = (message: Message) => {
          if (!test(message)) return;
          watching.delete(watch);
          resolve();
        };
        watching.add(watch);
      }),
    hear: (listener) => void watching.add(listener),
    async close() {
      const gone = new Promise((resolve) => browser.once('exit', resolve));
      await devTools.send('Browser.close').catch(() => browser.kill());
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (found.loads === 'pipe')
    for (const path of extensions) await devTools.send('Extensions.loadUnpacked', { path });
  return devTools;
}
