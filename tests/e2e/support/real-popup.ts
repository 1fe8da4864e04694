// The popup as the browser opens it from its toolbar. Playwright doesn't see it as a page: DevTools speaks to it itself.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { Launched } from '../../browser/launch.ts';
import { folder } from './shot.ts';

const MessageSchema = v.object({ id: v.optional(v.number()), result: v.optional(v.unknown()) });
const ValueSchema = v.object({ result: v.object({ value: v.optional(v.unknown()) }) });
const PictureSchema = v.object({ data: v.string() });

export class RealPopup {
  private last = 0;
  private readonly answers = new Map<number, (result: unknown) => void>();

  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {
    session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId !== id) return;
      const { id: of, result } = v.parse(MessageSchema, JSON.parse(message));
      if (of !== undefined) this.answers.get(of)?.(result);
    });
  }

  /** Over the tab in front, as a press on the toolbar's button does; resolves once it has read the queue. */
  static async open({ context, worker }: Launched): Promise<RealPopup> {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('The browser gave no DevTools session.');
    await (await worker()).evaluate('chrome.action.openPopup()');
    const find = () => popupTarget(session);
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    const targetId = (await find()) ?? '';
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const popup = new RealPopup(session, sessionId);
    await expect.poll(() => popup.text(), { timeout: 10_000 }).toContain('waiting to be written');
    return popup;
  }

  text(): Promise<unknown> {
    return this.evaluate('document.body.textContent');
  }

  /** The words of what has the keyboard. */
  focused(): Promise<unknown> {
    return this.evaluate('document.activeElement.textContent');
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result } = v.parse(ValueSchema, await this.send('Runtime.evaluate', { expression }));
    return result.value;
  }

  async enter(): Promise<void> {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...key });
  }

  /** Resolves once the browser has closed it. */
  async gone(): Promise<void> {
    await expect.poll(() => popupTarget(this.session), { timeout: 10_000 }).toBeUndefined();
    await this.session.detach();
  }

  async shot(name: string): Promise<void> {
    const { data } = v.parse(PictureSchema, await this.send('Page.captureScreenshot', { format: 'png' }));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), Buffer.from(data, 'base64'));
  }

  private async send(method: string, params: object): Promise<unknown> {
    this.last += 1;
    const id = this.last;
    const answer = new Promise<unknown>((resolve) => this.answers.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.session.send('Target.sendMessageToTarget', { sessionId: this.id, message });
    return answer;
  }
}

async function popupTarget(session: CDPSession): Promise<string | undefined> {
  const { targetInfos } = await session.send('Target.getTargets');
  const ours = ({ type, url }: (typeof targetInfos)[number]) =>
    type === 'page' && url.startsWith('chrome-extension:') && url.endsWith('/popup.html');
  return targetInfos.find(ours)?.targetId;
}
