// How our frame knows that we put it there: a word that the background was told too, and a port that no page has an end of.
import { browser } from 'wxt/browser';
import { ENTERED } from '@/lib/protocol/port';
import { announce } from './ask';

/** `stands`: whether our element is where and as it should be, now. */
export function createChannel(stands: () => boolean) {
  let port: MessagePort | undefined;
  let coming: Promise<string | false> | undefined;

  async function word(): Promise<string | false> {
    const made = crypto.randomUUID();
    return (await announce(made)) && made;
  }

  return {
    /** A frame is about to load: the background is told meanwhile. */
    prepare(): void {
      coming = word();
    },
    /** The frame's page is there. Each load has a word of its own, which is used up by it. */
    async meet({ contentWindow }: HTMLIFrameElement): Promise<void> {
      const said = coming ?? word();
      coming = undefined;
      port?.close();
      const { port1, port2 } = new MessageChannel();
      port = port1;
      port.onmessage = ({ data }) => port1.postMessage([data, stands()]);
      const made = await said;
      if (made) contentWindow?.postMessage(made, browser.runtime.getURL('/'), [port2]);
    },
    /** The rep's own key or click has brought the keyboard into the frame. */
    entered(): void {
      port?.postMessage(ENTERED);
    },
  };
}
