// Starts the welcome page.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { shell } from '@/components/console/shell';
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import { Welcome } from '@/components/welcome/Welcome';
import { standAlone } from '@/lib/alone';
import { keepStored, send, traceErrors } from '@/lib/client';
import { hearErased } from '@/lib/known';

standAlone();
traceErrors('welcome');
keepStored();
hearErased();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <Welcome send={send} shell={shell} />
    </ErrorBoundary>,
  );
}
