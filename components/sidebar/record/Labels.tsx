// What stands beside the stage: flags, temperature, lead type, source, place in the buying process. One quiet line.
import { Badge } from '@/components/ui/Badge';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { contentFor } from '@/lib/playbook';
import type { Answers } from '@/lib/playbook/answer';
import type { Playbook } from '@/lib/playbook/schema';
import type { Verdict } from '@/lib/playbook/verdict';
import { plainAnswers, scalesDerived, scaleWords } from '@/lib/qualification';
import type { OpenRecord } from '../store/useSidebar';
import styles from './Labels.module.css';

type Label = { id: string; name: string; words: string; hint: string };

export function Labels({ record }: { record: OpenRecord }) {
  const { verdict, answered } = record.derived;
  const { playbook } = record.playbook;
  if (record.sheet.snapshot === null) return null;
  const marks = [
    ...verdict.flags
      .filter((flag) => flag.value === 'yes')
      .map(({ id, name }) => ({ id, tone: 'accent' as const, words: name })),
  ];
  const answers = plainAnswers(answered);
  const scales = scalesDerived(playbook, verdict, answers).map(
    (scale): Label => ({
      id: scale.id,
      name: scale.name,
      // "Warm" says itself what it is of; "1 of 4 so far" doesn't.
      words: scale.banded ? scale.band : `${scale.name} ${scale.band}`,
      hint: [scaleWords(scale), scale.help].filter(Boolean).join('. '),
    }),
  );
  const labels = [...scales, ...labelsOf(playbook, verdict, answers)];
  if (marks.length + labels.length === 0) return null;
  return (
    <ul className={styles.labels} aria-label="Beside the stage">
      {marks.map((mark) => (
        <li key={mark.id} className={styles.mark}>
          <Badge tone={mark.tone}>{mark.words}</Badge>
        </li>
      ))}
      {labels.map((label) => (
        <li key={label.id} className={styles.label} title={label.hint}>
          <VisuallyHidden>{label.name}: </VisuallyHidden>
          {label.words}
        </li>
      ))}
    </ul>
  );
}

function labelsOf(playbook: Playbook, verdict: Verdict, answers: Answers): Label[] {
  return verdict.labels.flatMap(({ id, name, option }) => {
    const criterion = playbook.labels.find((one) => one.id === id)?.criterion;
    const options = playbook.criteria.find((one) => one.id === criterion)?.options ?? [];
    const words = options.find((one) => one.id === option)?.label;
    const advice = contentFor(playbook, answers, criterion).map(({ text }) => text);
    return words ? [{ id, name, words, hint: [`${name}: ${words}`, ...advice].join('. ') }] : [];
  });
}
