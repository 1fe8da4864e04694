// What stands beside the stage: flags, temperature, lead type, source, place in the buying process. One quiet line.
import { Badge } from '@/components/ui/Badge';
import type { OpenRecord } from '../store/useSidebar';
import styles from './Labels.module.css';

export function Labels({ record }: { record: OpenRecord }) {
  const { verdict } = record.derived;
  const { criteria, outcomes } = record.playbook.playbook;
  if (record.sheet.snapshot === null) return null;
  const proposed = verdict.outcomes.filter((outcome) => outcome.proposed === 'yes');
  const flags = verdict.flags.filter((flag) => flag.value === 'yes');
  const scales = verdict.scales.filter((scale) => scale.band !== null);
  const labels = verdict.labels.flatMap((label) => {
    const criterion =
      verdict && record.playbook.playbook.labels.find((one) => one.id === label.id)?.criterion;
    const options = criteria.find((one) => one.id === criterion)?.options ?? [];
    const option = options.find((one) => one.id === label.option);
    return option ? [{ id: label.id, name: label.name, words: option.label }] : [];
  });
  if (proposed.length + flags.length + scales.length + labels.length === 0) return null;
  return (
    <ul className={styles.labels} aria-label="Beside the stage">
      {proposed.map((outcome) => (
        <li key={outcome.id}>
          <Badge tone="care">
            Speaks for {outcomes.find((one) => one.id === outcome.id)?.name.toLowerCase() ?? outcome.id}
          </Badge>
        </li>
      ))}
      {flags.map((flag) => (
        <li key={flag.id}>
          <Badge tone="accent">{flag.name}</Badge>
        </li>
      ))}
      {scales.map((scale) => (
        <li key={scale.id}>
          <Badge title={`${scale.yes} yes, ${scale.no} no, ${scale.unknown} not known`}>
            {scale.name}: {scale.band?.label}
          </Badge>
        </li>
      ))}
      {labels.map((label) => (
        <li key={label.id}>
          <Badge>
            {label.name}: {label.words}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
