// A decision's form: what the CRM asks for with it on this record. A question that hangs on another stands under it.
import { Check } from '@/components/ui/Check';
import { classes } from '@/components/ui/classes';
import { Notice } from '@/components/ui/Notice';
import type { FilledForm } from '@/lib/qualification';
import { fieldValue } from '@/lib/qualification';
import { FORM_VALUE_MOST } from '@/lib/qualification/answers/draft';
import { part } from '../gate/read-through';
import { spot } from '../keys/focus';
import { refusedOf } from '../store/refusal';
import type { Sheet } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import { FieldInput } from './FieldInput';
import styles from './FormFields.module.css';
import section from './Review.module.css';

export function FormFields({ form, sheet }: { form: FilledForm; sheet: Sheet }) {
  const { decisions } = useSidebar();
  const typed = sheet.draft?.form?.[form.id] ?? {};
  const refused = refusedOf(sheet);
  return (
    <section className={section.section} aria-label={form.title}>
      <h3>{form.title}</h3>
      <div className={styles.fields}>
        {form.fields.map((field) => {
          const gap = form.gaps.find((one) => one.field === field.id);
          const empty = form.values[field.id] === '';
          // What is still empty is pointed out only once the rep has tried to go on.
          const error = gap && (!empty || sheet.tried) ? gap.message : null;
          return (
            <div key={field.id} className={classes(field.when && styles.under)}>
              <FieldInput
                field={field}
                value={fieldValue(field, typed)}
                error={error ?? refused.get(field.id)}
                inTheWay={gap !== undefined}
                most={FORM_VALUE_MOST}
                onChange={(value) => decisions.editForm(form.id, field.id, value)}
              />
            </div>
          );
        })}
      </div>
      {form.warning && <Warning form={form.id} words={form.warning} seen={sheet.warningSeen === form.id} />}
    </section>
  );
}

function Warning({ form, words, seen }: { form: string; words: string; seen: boolean }) {
  const { decisions } = useSidebar();
  return (
    <div data-keys={seen ? undefined : spot.obstacle} {...part}>
      <Notice tone="care" title={words}>
        <Check checked={seen} onChange={(yes) => decisions.acknowledgeWarning(yes ? form : null)}>
          Yes, go ahead
        </Check>
      </Notice>
    </div>
  );
}
