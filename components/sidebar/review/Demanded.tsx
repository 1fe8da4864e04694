// The properties that the CRM demanded before it would take the change.
import { Notice } from '@/components/ui/Notice';
import type { FieldDefinition } from '@/lib/crm/shared/crm';
import { cut } from '@/lib/problem/phrases';
import { demandedGap, demandedNow, demandedText, demandedValue, type Plan } from '@/lib/qualification';
import { severalOf } from '@/lib/record/field';
import { refusedOf } from '../store/refusal';
import type { Sheet } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import { FieldInput } from './FieldInput';
import fields from './FormFields.module.css';
import section from './Review.module.css';

/** Characters of a held value that are shown. */
const HELD_MOST = 200;

export function Demanded({ sheet, plan }: { sheet: Sheet; plan: Plan }) {
  const { decisions } = useSidebar();
  const crmName = sheet.snapshot?.crmName ?? 'The CRM';
  const refused = refusedOf(sheet);
  const typed = sheet.draft?.extra ?? {};
  /** What will be overwritten is seen first: all that the control doesn't show itself. */
  const helpOf = (field: FieldDefinition, value: string) => {
    const { value: held = '', kind, options } = field;
    const shown =
      // A box has but one other value.
      kind === 'check' ||
      (value === demandedValue(field, {}) &&
        (kind !== 'choice' || options.some((option) => option.value === value)) &&
        (kind !== 'choices' ||
          severalOf(value).every((one) => options.some((option) => option.value === one))));
    return held === '' || shown ? '' : `${crmName} says: ${cut(demandedText(field, held), HELD_MOST)}`;
  };
  const title =
    sheet.refused?.kind === 'invalid' ? `${crmName} did not accept this` : `${crmName} demands this too`;
  return (
    <section className={section.section}>
      <Notice tone="care" title={title}>
        <div className={fields.fields}>
          {demandedNow(sheet.demanded, typed, plan.changes).map((field) => {
            const value = demandedValue(field, typed);
            const gap = demandedGap(field, value);
            // An empty list says at once why it is empty.
            const bare = field.controller !== undefined && field.options.length === 0;
            const wrong = value.trim() !== '' || sheet.tried || bare ? gap : null;
            return (
              <FieldInput
                key={field.field}
                field={{ ...field, required: true, help: helpOf(field, value) }}
                value={value}
                error={wrong ?? refused.get(field.field)}
                inTheWay={gap !== null}
                onChange={(typed) => decisions.editExtra(field.field, typed)}
              />
            );
          })}
        </div>
      </Notice>
    </section>
  );
}
