// The sidebar: its frame, its keys, and the one view that fits where the tab is.
import { classes } from '@/components/ui/classes';
import { ErrorBoundary } from '@/components/ui/ErrorBoundary';
import { later } from '@/components/ui/later';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { COMPACT } from '@/lib/protocol/layout';
import styles from './App.module.css';
import { Compact } from './compact/Compact';
import { Announcer } from './frame/Announcer';
import { Elsewhere } from './frame/Elsewhere';
import { Header } from './frame/Header';
import { HeldBack, HeldBackCompact, KeysOn } from './frame/KeysOn';
import { useGate } from './keys/useGate';
import { useKeys } from './keys/useKeys';
import { usePointer } from './keys/usePointer';
import { useTakeFocus } from './keys/useTakeFocus';
import { PlaceView } from './places/PlaceView';
import type { Sidebar } from './store/store';
import { SidebarContext, useSidebar, useSidebarState } from './store/useSidebar';

// Read now and then only: what is on the page before the first question stays small.
const Menu = later(() => import('./frame/Menu').then((part) => part.Menu));
const KeysHelp = later(() => import('./frame/KeysHelp').then((part) => part.KeysHelp));

export function App({ sidebar }: { sidebar: Sidebar }) {
  return (
    <SidebarContext value={sidebar}>
      <Frame />
    </SidebarContext>
  );
}

function Frame() {
  useGate();
  useKeys();
  const lacked = usePointer();
  useTakeFocus();
  const { page } = useSidebar();
  const open = useSidebarState((state) => state.open);
  // Before the background has said how we stand, the frame's own width tells.
  const compact = useSidebarState((state) =>
    state.placed ? state.layout.compact === true : innerWidth <= COMPACT,
  );
  const shown = useSidebarState((state) => (state.keysShown ? 'keys' : state.menuShown ? 'menu' : 'place'));
  if (compact)
    return (
      <div className={styles.ring}>
        <Compact />
        <KeysOn />
        <HeldBackCompact />
      </div>
    );
  return (
    <div className={classes(styles.app, styles.ring)}>
      <Header />
      <main className={styles.main}>
        <ErrorBoundary key={open} onReset={page.reload}>
          {shown === 'keys' && <KeysHelp />}
          {shown === 'menu' && <Menu />}
          {shown === 'place' && <PlaceView />}
        </ErrorBoundary>
      </main>
      <Elsewhere />
      <Announcer />
      <VisuallyHidden role="status">{lacked}</VisuallyHidden>
      <KeysOn />
      <HeldBack />
    </div>
  );
}
