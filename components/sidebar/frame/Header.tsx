// Who is open, where they work, and what the CRM itself says of them.
import { Button } from '@/components/ui/Button';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Snapshot } from '@/lib/qualification/snapshot';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { crmStageWords } from '../words/stage';
import styles from './Header.module.css';
import { Icon } from './Icon';

export function Header() {
  const { page } = useSidebar();
  const menuShown = useSidebarState((state) => state.menuShown);
  const open = useSidebarState((state) => state.open);
  const snapshot = useSidebarState((state) =>
    open === null ? null : (state.sheets[open]?.snapshot ?? null),
  );
  const failed = useSidebarState((state) => open !== null && Boolean(state.sheets[open]?.readProblem));
  return (
    <header className={styles.header}>
      <div className={open === null ? styles.who : styles.whoOpen}>
        {open === null && <h1 className={styles.product}>Stagecheck</h1>}
        {open !== null &&
          !snapshot &&
          (failed ? <h1 className={styles.product}>Not read yet</h1> : <Waiting />)}
        {snapshot && <Who snapshot={snapshot} />}
      </div>
      <div className={styles.tools}>
        <Button
          look="quiet"
          className={styles.tool}
          aria-label="Menu"
          aria-expanded={menuShown}
          onClick={() => page.showMenu(!menuShown)}
        >
          <Icon name="more" />
        </Button>
        <Button
          look="quiet"
          className={styles.tool}
          aria-label="Close"
          keys="Alt+Q"
          title="Close (Alt+Q)"
          onClick={page.close}
        >
          <Icon name="close" />
        </Button>
      </div>
    </header>
  );
}

function Who({ snapshot }: { snapshot: Snapshot }) {
  const { name, title, company, crmName, stages, complete } = snapshot;
  const shown = name.trim() || snapshot.email || 'No name';
  const works = company ? [company.name, company.detail].filter(Boolean).join(' · ') : 'No company';
  const stage = crmStageWords(stages);
  return (
    <>
      <div className={styles.line}>
        <h1 className={styles.name} title={shown}>
          <bdi>{shown}</bdi>
        </h1>
        {title && (
          <span className={styles.title} title={title.slice(0, 300)}>
            <bdi>{title.slice(0, 300)}</bdi>
          </span>
        )}
      </div>
      <p className={styles.company} title={works.slice(0, 300)}>
        <bdi>{works.slice(0, 300)}</bdi>
      </p>
      <p className={styles.stage}>
        <span className={styles.ring} aria-hidden="true" />
        <span className={styles.stageWords} title={stage}>
          {crmName}: {stage || 'no stage'}
          {complete ? '' : ' · still reading'}
        </span>
      </p>
    </>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting} role="status">
      <VisuallyHidden>
        <h1>Reading the record</h1>
      </VisuallyHidden>
      <Skeleton width="middle" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </div>
  );
}
