// One piece of evidence: what it is, from when and whom, what came of it, how fresh it is and what would overrule it.
import { Badge } from '@/components/ui/Badge';
import { Link } from '@/components/ui/Link';
import type { Criterion } from '@/lib/playbook/schema';
import {
  type Answered,
  dayWords,
  type Evidence,
  factKind,
  freshWords,
  overruleWords,
  valueLabel,
} from '@/lib/qualification';
import { useSidebar } from '../store/useSidebar';
import { whenWords } from '../words/time';
import styles from './Evidence.module.css';

const states: Record<Evidence['state'], { words: string; tone: 'plain' | 'yes' | 'care' }> = {
  answers: { words: 'answers', tone: 'yes' },
  shown: { words: 'for information', tone: 'plain' },
  stale: { words: 'too old to answer', tone: 'care' },
  placeholder: { words: 'placeholder, not counted', tone: 'plain' },
  overruled: { words: 'overruled', tone: 'care' },
};

type Props = { evidence: Evidence; criterion: Criterion; answered: Answered };

export function EvidenceItem({ evidence, criterion, answered }: Props) {
  const { now } = useSidebar();
  const { words, tone } = states[evidence.state];
  const says = evidence.says === null ? '' : `says ${valueLabel(criterion, evidence.says)}`;
  const label = evidence.fact === 'earlier' ? 'Earlier note' : factKind(evidence.fact).label;
  const day = evidence.at ? whenWords(evidence.at, now()) : '';
  const told = [day, dayWords(evidence.day ?? evidence.at ?? '')].some((words) =>
    evidence.text.includes(words),
  );
  const when = told ? '' : day;
  const standing = [freshWords(evidence, now()), overruleWords(criterion, evidence, answered)]
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ');
  return (
    <li className={styles.item}>
      <p className={styles.text}>
        <Link href={evidence.url}>
          <bdi>{evidence.text || label}</bdi>
        </Link>
        <Badge tone={tone}>{words}</Badge>
      </p>
      <p className={styles.meta}>
        {[label, evidence.source, evidence.via, when, says].filter(Boolean).join(' · ')}
      </p>
      <p className={styles.meta}>{standing}</p>
    </li>
  );
}
