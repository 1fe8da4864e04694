// The preview's page: shows the state that the address names, on a background in memory.
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '@/components/sidebar/App';
import { createSidebar } from '@/components/sidebar/store/store';
import { now } from '../fixtures';
import { memoryBackend } from '../memory-backend';
import { states } from './states';

const state = states[location.hash.slice(1)];
const root = document.getElementById('root');
if (state && root) {
  const memory = memoryBackend(state.backend);
  const sidebar = createSidebar(memory.backend, () => now);
  sidebar.page.start();
  createRoot(root).render(<App sidebar={sidebar} />);
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 30));
  await settle();
  await state.run({ sidebar, memory, settle });
  await settle();
  document.documentElement.dataset.ready = 'yes';
}
