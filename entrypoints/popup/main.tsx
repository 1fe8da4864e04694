// Starts the toolbar popup.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { Popup } from '@/components/popup/Popup';
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import { standAlone } from '@/lib/page/alone';
import { keepStored, send, traceErrors } from '@/lib/protocol/client';
import { hearErased } from '@/lib/protocol/known';
import { QUEUE_CHANNEL } from '@/lib/protocol/queue';

const backend = {
  send,
  now: () => new Date(),
  close: () => window.close(),
  listen(onChange: () => void) {
    const channel = new BroadcastChannel(QUEUE_CHANNEL);
    channel.onmessage = onChange;
    return () => channel.close();
  },
};

standAlone();
traceErrors('popup');
keepStored();
hearErased();

// The worker may sleep through the network's return.
window.addEventListener('online', () => void send('outbox.wake', {}));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <Popup backend={backend} />
    </ErrorBoundary>,
  );
}
