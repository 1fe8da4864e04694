// One row per stage and outcome, one choice per CRM field: what Stagecheck writes when a stage is confirmed.
import { Fragment, useId } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Select } from '@/components/ui/Select';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import type { StageField, StageMapping } from '@/lib/record/mapping';
import { own } from '@/lib/util/object';
import { fieldName } from './field-name';
import styles from './MappingEditor.module.css';
import { type MappingTarget, mappingWarnings } from './mapping-warnings';

type Props = {
  crmName: string;
  fields: StageField[];
  targets: MappingTarget[];
  mapping: StageMapping;
  /** What was proposed: that nothing could be is said. */
  proposed: StageMapping;
  onChange: (target: string, field: string, value: string) => void;
};

export function MappingEditor({ crmName, fields, targets, mapping, proposed, onChange }: Props) {
  const warnings = mappingWarnings(fields, targets, mapping, crmName);
  const warningId = useId();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Playbook</th>
            {fields.map((field) => (
              <th key={field.field} scope="col">
                {fieldName(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => {
            const entries = own(mapping, target.id) ?? [];
            const said = warnings.filter((warning) => warning.target === target.id);
            const unclear =
              target.kind === 'stage' &&
              entries.length === 0 &&
              (own(proposed, target.id) ?? []).length === 0;
            const describedBy = said.length > 0 || unclear ? `${warningId}-${target.id}` : undefined;
            return (
              <Fragment key={target.id}>
                <tr className={styles.row}>
                  <th scope="row">
                    <span className={styles.target}>
                      {target.name}
                      {entries.length === 0 && <Badge title="Nothing is written for it">Evidence only</Badge>}
                    </span>
                  </th>
                  {fields.map((field) => {
                    if (field.carries === 'outcome' && target.kind !== 'outcome')
                      return <td key={field.field} data-head={fieldName(field)} />;
                    const value = entries.find((entry) => entry.field === field.field)?.value ?? '';
                    const label = `${fieldName(field)} for ${target.name}`;
                    return (
                      <td key={field.field} data-head={fieldName(field)}>
                        <Select
                          label={<VisuallyHidden>{label}</VisuallyHidden>}
                          value={value}
                          empty="Don’t write"
                          options={choices(field, value)}
                          describedBy={describedBy}
                          onChange={(next) => onChange(target.id, field.field, next)}
                        />
                      </td>
                    );
                  })}
                </tr>
                {unclear && (
                  <tr className={styles.unclear}>
                    <td colSpan={fields.length + 1} id={describedBy}>
                      No value here plainly means {target.name}, so none is proposed: the note alone tells it.
                      Choose one if there is one that does.
                    </td>
                  </tr>
                )}
                {said.length > 0 && (
                  <tr className={styles.warnings}>
                    <td colSpan={fields.length + 1} id={describedBy}>
                      {said.map((warning) => (
                        <p key={warning.text}>{warning.text}</p>
                      ))}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The field's shown options in the CRM's order, and the present value even where it is not among them. */
function choices(field: StageField, value: string): { value: string; label: string }[] {
  const offered = [...field.options]
    .sort((a, b) => a.order - b.order)
    .filter((option) => !option.hidden || option.by !== undefined || option.value === value)
    .map(({ value: own, label, hidden, by }) => ({
      value: own,
      label: by ? `${label}, ${by}` : hidden ? `${label} (hidden)` : label,
    }));
  const known = value === '' || offered.some((option) => option.value === value);
  return known ? offered : [...offered, { value, label: `${value} (not offered)` }];
}
