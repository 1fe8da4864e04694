// Every value that the CRM offers with what it counts as, so that a team lead sees it before a rep does.
import { useId } from 'react';
import { Select } from '@/components/ui/Select';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { meaningOf } from '@/lib/qualification';
import type { StageField } from '@/lib/record/mapping';
import { fieldName } from './field-name';
import styles from './MappedValues.module.css';
import type { MappingState } from './mapping-store';
import type { MappingTarget } from './mapping-warnings';

type Props = {
  state: Pick<MappingState, 'fields' | 'targets' | 'mapping' | 'assign'>;
  crmName: string;
};

export function MappedValues({ state, crmName }: Props) {
  const headingId = useId();
  const { fields, targets, mapping, assign } = state;
  const carriers = fields.filter((field) => field.carries === undefined && field.options.length > 0);
  if (carriers.length === 0) return null;
  const ladder = ladderOf(targets);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId}>What each value counts as</h3>
      <p className={styles.hint}>
        A rep’s sidebar shows these beside the answers. A value without a meaning is shown in {crmName}’s own
        words, and a decision is written over it only after the rep agrees.
      </p>
      {carriers.map((field) => (
        <fieldset key={field.field} className={styles.field}>
          <legend>{fieldName(field)}</legend>
          <ul className={styles.values}>
            {field.options
              .toSorted((a, b) => a.order - b.order)
              .map((option) => (
                <li key={option.value} className={styles.value}>
                  <bdi className={styles.label} title={option.label}>
                    {option.label}
                  </bdi>
                  <Select
                    label={<VisuallyHidden>{`${option.label} in ${fieldName(field)}`}</VisuallyHidden>}
                    value={mappedId(ladder, mapping, field, option.value)}
                    empty={unmappedWords(ladder, mapping, field, option, targets)}
                    options={[...ladder.stages, ...ladder.outcomes].map(({ id, name }) => ({
                      value: id,
                      label: name,
                    }))}
                    onChange={(target) => assign(field.field, option.value, target)}
                  />
                </li>
              ))}
          </ul>
        </fieldset>
      ))}
    </section>
  );
}

type Ladder = { stages: MappingTarget[]; outcomes: MappingTarget[] };

const ladderOf = (targets: readonly MappingTarget[]): Ladder => ({
  stages: targets.filter((target) => target.kind === 'stage'),
  outcomes: targets.filter((target) => target.kind === 'outcome'),
});

function mappedId(ladder: Ladder, mapping: MappingState['mapping'], field: StageField, value: string) {
  const meaning = meaningOf(ladder, mapping, field, value);
  return meaning.kind === 'mapped' ? meaning.id : '';
}

/** What a value tells where nobody gave it a meaning. */
function unmappedWords(
  ladder: Ladder,
  mapping: MappingState['mapping'],
  field: StageField,
  { value, final, by }: StageField['options'][number],
  targets: readonly MappingTarget[],
): string {
  const meaning = meaningOf(ladder, mapping, field, value);
  if (meaning.kind !== 'between') {
    if (final) return 'Closed: stays as it is';
    return by === undefined ? 'Not mapped' : `Not mapped, set ${by}`;
  }
  const name = targets.find((target) => target.id === meaning.id)?.name ?? meaning.id;
  const label = (one: string) => field.options.find((option) => option.value === one)?.label ?? one;
  return `${name}, between “${label(meaning.value)}” and “${label(meaning.next)}”`;
}
