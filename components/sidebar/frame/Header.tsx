// Who is open, where they work, and what the CRM itself says of them.
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import { Skeleton } from '@/components/ui/Skeleton';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { isUnmapped } from '@/lib/qualification';
import { peopleOf, sameRef } from '@/lib/record/record';
import type { Snapshot } from '@/lib/record/snapshot';
import { useOpenRecord, useSidebar, useSidebarState } from '../store/useSidebar';
import { crmStageWords } from '../words/stage';
import { agoWords } from '../words/time';
import { CallTime } from './CallTime';
import styles from './Header.module.css';
import { Icon } from './Icon';

export function Header() {
  const { page } = useSidebar();
  const menuShown = useSidebarState((state) => state.menuShown);
  const side = useSidebarState((state) => state.layout.side);
  const open = useSidebarState((state) => state.open);
  const snapshot = useSidebarState((state) =>
    open === null ? null : (state.sheets[open]?.snapshot ?? null),
  );
  const call = useSidebarState((state) => (open === null ? undefined : state.sheets[open]?.draft?.call));
  const failed = useSidebarState((state) => open !== null && Boolean(state.sheets[open]?.readProblem));
  const timed = snapshot && call;
  return (
    <header className={styles.header}>
      <div className={classes(open === null ? styles.who : styles.whoOpen, timed && styles.timed)}>
        {open === null && <h1 className={styles.product}>Stagecheck</h1>}
        {open !== null &&
          !snapshot &&
          (failed ? <h1 className={styles.product}>Not read yet</h1> : <Waiting />)}
        {snapshot && <Who snapshot={snapshot} old={failed} />}
      </div>
      <div className={styles.end}>
        <div className={styles.tools}>
          <Button
            look="quiet"
            className={styles.tool}
            aria-label="Compact"
            keys="M"
            title="Compact: only the verdict (M)"
            onClick={page.toggleCompact}
          >
            <Icon name={side === 'left' ? 'left' : 'right'} />
          </Button>
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
        {timed && <CallTime call={call} />}
      </div>
    </header>
  );
}

/** `old`: the newest read failed, so that its age counts. */
function Who({ snapshot, old }: { snapshot: Snapshot; old: boolean }) {
  const { now } = useSidebar();
  const { name, title, crmName, stages, complete } = snapshot;
  const shown = name.trim() || snapshot.email || 'No name';
  const works = worksWords(snapshot);
  const whole = [snapshot.about?.title, works].filter(Boolean).join(' · ');
  const unmapped = useUnmapped(snapshot);
  const stage = [crmStageWords(stages), unmapped ? 'not mapped' : ''].filter(Boolean).join(' · ');
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
      <div className={styles.companyLine}>
        <p className={styles.company} title={whole.slice(0, 300)}>
          <bdi>{works.slice(0, 300)}</bdi>
        </p>
        <Others snapshot={snapshot} />
      </div>
      <p className={styles.stage}>
        <span className={styles.ring} aria-hidden="true" />
        <span className={styles.stageWords} title={stage}>
          {crmName}: {stage || 'no stage'}
          {old ? ` · as of ${agoWords(snapshot.readAt, now())}` : complete ? '' : ' · still reading'}
        </span>
      </p>
    </>
  );
}

/** Whether the CRM's own words mean no stage of the playbook: then no node of the ladder is ringed, and this says why. */
function useUnmapped({ stages }: Snapshot): boolean {
  const record = useOpenRecord();
  if (record?.review?.state !== 'ready') return false;
  const { mapping, options } = record.review.value;
  return isUnmapped(record.playbook.playbook, mapping, stages, options.stageFields);
}

/** Who it is about and where they work: "Marta Vogel · Northwind"; for a person the company with its size and place. */
function worksWords({ about, company }: Snapshot): string {
  const detail = about === undefined && company ? company.detail : '';
  const works = company ? [company.name, detail].filter(Boolean).join(' · ') : 'No company';
  if (about === undefined) return works;
  return `${about?.name ?? 'No contact'} · ${works}`;
}

/** The way to the other people of a record that is worked on itself. */
function Others({ snapshot }: { snapshot: Snapshot }) {
  const { members } = useSidebar();
  const place = useSidebarState((state) => state.place);
  const { others = 0 } = snapshot;
  if (others === 0 || !sameRef(peopleOf(place), snapshot.ref)) return null;
  return (
    <Button
      look="quiet"
      className={styles.others}
      cap="O"
      keys="O"
      aria-label={`${others} other ${others === 1 ? 'person' : 'people'}`}
      onClick={() => members.open()}
    >
      +{others}
    </Button>
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
