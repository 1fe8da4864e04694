// What the sidebar's frame does without: a way to other windows of ours, and all of the browser's calls but those that it makes.
import { type Browser, browser } from 'wxt/browser';
import { keepOnly, standAlone } from '@/lib/page/alone';
import { ERASED } from '@/lib/protocol/erased';
import { CALLED, PORT } from '@/lib/protocol/port';

/**
 * The frame may open no window (its sandbox, lib/page/panel.ts), so a press on a link asks the browser for a tab, which
 * knows nothing of us. All that the sidebar doesn't call is taken away: what would hand our other pages' windows to any
 * script here, bring it what they say to the background, let it speak to other tabs and extensions, or write what the
 * background keeps.
 */
export function confine(): void {
  standAlone();
  const { runtime, tabs, storage } = browser;
  const sendMessage = runtime.sendMessage.bind(runtime);
  const connect = runtime.connect.bind(runtime);
  keepOnly(
    {
      sendMessage: (message: unknown) => sendMessage(message),
      connect: () => connect({ name: PORT }),
    },
    ['id', 'lastError'],
    {
      tabs: Object.freeze({
        create: ({ url, active }: { url: string; active: boolean }) => tabs.create({ url, active }),
        getCurrent: () => tabs.getCurrent(),
      }),
      storage: Object.freeze({ session: told(storage.session) }),
    },
  );
  for (const event of ['click', 'auxclick'] as const) document.addEventListener(event, follow, true);
}

/** The left button and Enter, or the middle one, which leaves the tab in front where it is. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.button > 1) return;
  event.preventDefault();
  if (link.protocol !== 'https:') return;
  const behind = event.button === 1 || event.ctrlKey || event.metaKey;
  void browser.tabs.create({ url: link.href, active: !behind });
}

type Area = Browser.storage.StorageArea;
type Heard = Parameters<Area['onChanged']['addListener']>[0];

/** Of what the browser keeps for the background: how often something was erased, and its calls for this page. */
function told(area: Area): object {
  const { onChanged } = area;
  const listening = new Map<Heard, Heard>();
  return Object.freeze({
    get: () => area.get(ERASED),
    onChanged: Object.freeze({
      addListener(heard: Heard) {
        const only: Heard = ({ [ERASED]: erased, [CALLED]: called }) =>
          heard({ ...(erased && { [ERASED]: erased }), ...(called && { [CALLED]: called }) });
        listening.set(heard, only);
        onChanged.addListener(only);
      },
      removeListener(heard: Heard) {
        const only = listening.get(heard);
        listening.delete(heard);
        if (only) onChanged.removeListener(only);
      },
    }),
  });
}
