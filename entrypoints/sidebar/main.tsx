// Starts the sidebar page, once our content script has said that it put it there: the store over the real background, and the view on it.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '@/components/sidebar/App';
import { NotOurs } from '@/components/sidebar/frame/NotOurs';
import { watchSight } from '@/components/sidebar/gate/on-screen';
import { withStanding } from '@/components/sidebar/gate/standing';
import { createSidebar } from '@/components/sidebar/store/store';
import { reported } from '@/lib/diagnostics/report';
import { send, traceErrors } from '@/lib/protocol/client';
import { hearErased } from '@/lib/protocol/known';
import { confine } from './confine';
import { backend } from './listen';
import { meet } from './met';

/** In ms: our own script says its word as soon as the page is there. */
const STRANGE_MS = 3000;

traceErrors('sidebar');
confine();

const element = document.getElementById('root');
const root = element && createRoot(element);
const strange = setTimeout(() => root?.render(<NotOurs />), STRANGE_MS);

meet(async (word) => (await send('panel.hello', { word })).ok)
  .then((keeper) => {
    clearTimeout(strange);
    const { stands } = keeper;
    const sidebar = createSidebar(backend, () => new Date(), withStanding(watchSight, stands), stands);
    hearErased(sidebar.forgetting.forget);
    sidebar.page.start();
    // The keyboard came by the rep's own key or click: such keys count at once.
    keeper.onEntered(() => sidebar.gate.own(performance.now()));
    // The worker may sleep through the network's return.
    window.addEventListener('online', () => void backend.send('outbox.wake', {}));
    root?.render(<App sidebar={sidebar} />);
  })
  .catch(reported('page.start', undefined));
