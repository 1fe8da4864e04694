// Starts the sidebar page: the store over the real background, and the view on it.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { App } from '@/components/sidebar/App';
import { createSidebar } from '@/components/sidebar/store/store';
import { traceErrors } from '@/lib/client';
import { isEntered } from '@/lib/entered';
import { confine } from './confine';
import { backend } from './listen';

traceErrors('sidebar');

const sidebar = createSidebar(backend);
sidebar.page.start();

// The page's script says when it was the rep's own key or click that brought the keyboard: such keys count at once.
const own = browser.tabs.getCurrent();
confine(() =>
  browser.runtime.onMessage.addListener((message, sender) => {
    const at = performance.now();
    void own.then((tab) => isEntered(message, sender, browser.runtime.id, tab?.id) && sidebar.gate.own(at));
  }),
);

// The worker may sleep through the network's return.
window.addEventListener('online', () => void backend.send('outbox.wake', {}));

const root = document.getElementById('root');
if (root) createRoot(root).render(<App sidebar={sidebar} />);
