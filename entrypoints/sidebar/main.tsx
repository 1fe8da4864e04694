// Starts the sidebar page: the store over the real background, and the view on it.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '@/components/sidebar/App';
import { createSidebar } from '@/components/sidebar/store/store';
import { traceErrors } from '@/lib/client';
import { confine } from './confine';
import { backend } from './listen';

confine();
traceErrors('sidebar');

const sidebar = createSidebar(backend);
sidebar.page.start();

// The worker may sleep through the network's return.
window.addEventListener('online', () => void backend.send('outbox.wake', {}));

const root = document.getElementById('root');
if (root) createRoot(root).render(<App sidebar={sidebar} />);
