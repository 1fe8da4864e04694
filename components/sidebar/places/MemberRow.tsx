// One person of the list: who, what the CRM says, and what we said of them last, where that is known.
import { useEffect, useRef } from 'react';
import { Badge } from '@/components/ui/Badge';
import { KeyCap } from '@/components/ui/KeyCap';
import type { Member } from '@/lib/crm/shared/crm';
import type { Playbook } from '@/lib/playbook/schema';
import { refKey } from '@/lib/record/record';
import { localDayWords } from '@/lib/util/dates';
import { loadedPlaybook } from '../store/context';
import { firstNow } from '../store/first';
import type { Sheet } from '../store/state';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import styles from './Members.module.css';

type Props = {
  member: Member;
  at: number;
  current: boolean;
  sheets: Record<string, Sheet>;
  onChoose: () => void;
};

export function MemberRow({ member, at, current, sheets, onChoose }: Props) {
  const { derive } = useSidebar();
  const playbook = useSidebarState(loadedPlaybook);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const sheet = sheets[refKey(member.ref)];
  const verdict =
    sheet?.snapshot && playbook ? derive(playbook.compiled, sheet.snapshot, sheet.draft).verdict.stage : null;
  const ours = playbook?.playbook.stages.find((stage) => stage.id === verdict)?.name;
  const theirs = member.stages
    .filter((stage) => stage.value !== '')
    .map((stage) => stage.text || stage.value);
  const said = recordedWords(playbook?.playbook, member, theirs);
  const first = firstNow(member, sheet, playbook, derive);
  return (
    <li ref={row}>
      <button
        type="button"
        className={styles.row}
        aria-current={current ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className={styles.cap}>{at < 9 && <KeyCap>{String(at + 1)}</KeyCap>}</span>
        <span className={styles.person}>
          <span className={styles.name}>
            <bdi>{member.name.slice(0, 200) || 'No name'}</bdi>
          </span>
          <span className={styles.role}>
            <bdi>{member.title.slice(0, 200)}</bdi>
          </span>
        </span>
        <span className={styles.stages}>
          {(theirs.length > 0 || !said) && <span>{theirs.join(' · ') || 'no stage'}</span>}
          {said && !ours && <span>{said}</span>}
          {said && !ours && member.recorded?.changed && <span>changed since</span>}
          {ours && <span className={styles.ours}>Answers: {ours}</span>}
        </span>
        {first && (
          <span className={styles.first}>
            <Badge tone="accent">
              <bdi>{first.name}</bdi>
            </Badge>{' '}
            <bdi>{first.why}</bdi>
          </span>
        )}
      </button>
    </li>
  );
}

/**
 * What the newest evidence decided of them, and when: "Prospect, 3 Oct 2026", or the day alone where the CRM's own stage
 * says the same; '' where there is none.
 */
function recordedWords(
  playbook: Playbook | undefined,
  { recorded }: Member,
  theirs: readonly string[],
): string {
  if (!recorded) return '';
  const all = [...(playbook?.stages ?? []), ...(playbook?.outcomes ?? [])];
  const name = all.find((one) => one.id === recorded.decision)?.name ?? recorded.decision;
  const day = localDayWords(recorded.at);
  return theirs.includes(name) ? day : `${name}, ${day}`;
}
