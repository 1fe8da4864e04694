// How the sidebar stands, and the ways out of it.
import { Button } from '@/components/ui/Button';
import { Panel } from '@/components/ui/Panel';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { Choice } from './Choice';
import styles from './Menu.module.css';

const STEP = 40;
const NARROW = 280;
const WIDE = 560;

export function Menu() {
  const { page } = useSidebar();
  const layout = useSidebarState((state) => state.layout);
  const person = useSidebarState((state) => state.connection?.person.name ?? null);
  const resize = (by: number) =>
    page.changeLayout({ width: Math.min(WIDE, Math.max(NARROW, layout.width + by)) });
  return (
    <Panel title="Menu" onBack={() => page.showMenu(false)} lead={person && `Working as ${person}`}>
      <Choice
        label="Side of the page"
        value={layout.side}
        options={[
          { value: 'left', label: 'Left' },
          { value: 'right', label: 'Right' },
        ]}
        onChange={(side) => page.changeLayout({ side })}
      />
      <Choice
        label="Beside the page or over it"
        value={layout.mode}
        options={[
          { value: 'push', label: 'Make room' },
          { value: 'overlay', label: 'Lie over it' },
        ]}
        onChange={(mode) => page.changeLayout({ mode })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Width: {layout.width} px</legend>
        <div className={styles.pair}>
          <Button
            onClick={() => resize(-STEP)}
            why={layout.width <= NARROW ? 'It is as narrow as it gets.' : null}
          >
            Narrower
          </Button>
          <Button
            onClick={() => resize(STEP)}
            why={layout.width >= WIDE ? 'It is as wide as it gets.' : null}
          >
            Wider
          </Button>
        </div>
      </fieldset>
      <Choice
        label="Call time in the note"
        value={layout.callInNote ? 'write' : 'leave'}
        options={[
          { value: 'leave', label: 'Leave it out' },
          { value: 'write', label: 'Write it' },
        ]}
        onChange={(choice) => page.changeLayout({ callInNote: choice === 'write' })}
      />
      <div className={styles.list}>
        <Button wide onClick={() => page.showKeys(true)} cap="?" keys="?">
          Show the keys
        </Button>
        <Button wide onClick={() => page.open({ page: 'console' })}>
          Open the console
        </Button>
        <Button wide onClick={page.leave}>
          Give the keyboard back to the page
        </Button>
        <Button wide onClick={page.close} cap="Alt Q" keys="Alt+Q">
          Close the sidebar
        </Button>
      </div>
    </Panel>
  );
}
