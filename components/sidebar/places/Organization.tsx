// What holds for everybody of a company: its criteria with the CRM's answers, to read only.
import { Mark } from '@/components/ui/Mark';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { Criterion } from '@/lib/playbook/schema';
import { type Answered, sourceMark, sourceWords } from '@/lib/qualification';
import type { Snapshot } from '@/lib/record/snapshot';
import { loadedPlaybook } from '../store/context';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { answerWords, evidenceWords, markOf } from '../words/answer';
import styles from './Organization.module.css';

/** Playbooks call the level of the company so. */
const LEVEL = 'organization';

export function Organization({ about }: { about: Snapshot }) {
  const { derive } = useSidebar();
  const playbook = useSidebarState(loadedPlaybook);
  if (!playbook) return null;
  const { answered } = derive(playbook.compiled, about, null);
  const { criteria, levels } = playbook.playbook;
  const rows = criteria.filter(
    ({ id, level }) => level === LEVEL || answered[id]?.evidence.some(({ state }) => state === 'answers'),
  );
  if (rows.length === 0) return null;
  const name = levels.find((level) => level.id === LEVEL)?.name ?? 'Organization';
  return (
    <section className={styles.organization} aria-label={name}>
      <h3 className={styles.head}>{name}</h3>
      {about.company?.detail && (
        <p className={styles.detail} title={about.company.detail}>
          <bdi>{about.company.detail}</bdi>
        </p>
      )}
      <ul className={styles.list}>
        {rows.map((criterion) => (
          <Row key={criterion.id} criterion={criterion} answered={answered[criterion.id]} />
        ))}
      </ul>
    </section>
  );
}

function Row({ criterion, answered }: { criterion: Criterion; answered: Answered | undefined }) {
  const evidence = evidenceWords(criterion, answered);
  const source = answered && answered.from !== 'none' ? sourceWords(answered) : '';
  return (
    <li className={styles.row}>
      <Mark value={markOf(answered)} word="" />
      <span className={styles.label} title={criterion.ask}>
        {criterion.label}
      </span>
      <VisuallyHidden>: {answerWords(criterion, answered)}, </VisuallyHidden>
      <span className={styles.evidence} title={evidence}>
        <bdi>{evidence || 'not known yet'}</bdi>
      </span>
      <span className={styles.source} title={source}>
        <span aria-hidden="true">{answered && sourceMark(answered)}</span>
        {source && <VisuallyHidden>from {source}</VisuallyHidden>}
      </span>
    </li>
  );
}
