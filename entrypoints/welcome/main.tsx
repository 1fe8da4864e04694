// Starts the welcome page.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { shell } from '@/components/shared/shell';
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import { Welcome } from '@/components/welcome/Welcome';
import { standAlone } from '@/lib/page/alone';
import { keepStored, send, traceErrors } from '@/lib/protocol/client';
import { hearErased } from '@/lib/protocol/known';

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
