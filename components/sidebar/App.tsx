// The sidebar: its frame, its keys, and the one view that fits where the tab is.
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import styles from './App.module.css';
import { Announcer } from './frame/Announcer';
import { Header } from './frame/Header';
import { KeysHelp } from './frame/KeysHelp';
import { Menu } from './frame/Menu';
import { useKeys } from './keys/useKeys';
import { useTakeFocus } from './keys/useTakeFocus';
import { PlaceView } from './places/PlaceView';
import type { Sidebar } from './store/store';
import { SidebarContext, useSidebar, useSidebarState } from './store/useSidebar';

export function App({ sidebar }: { sidebar: Sidebar }) {
  return (
    <SidebarContext value={sidebar}>
      <Frame />
    </SidebarContext>
  );
}

function Frame() {
  useKeys();
  useTakeFocus();
  const { page } = useSidebar();
  const open = useSidebarState((state) => state.open);
  const shown = useSidebarState((state) => (state.keysShown ? 'keys' : state.menuShown ? 'menu' : 'place'));
  return (
    <div className={styles.app}>
      <Header />
      <main className={styles.main}>
        <ErrorBoundary key={open} onReset={page.reload}>
          {shown === 'keys' && <KeysHelp />}
          {shown === 'menu' && <Menu />}
          {shown === 'place' && <PlaceView />}
        </ErrorBoundary>
      </main>
      <Announcer />
    </div>
  );
}
