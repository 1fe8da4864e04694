// The properties that the CRM demanded before it would take the change.
import { Notice } from '@/components/ui/Notice';
import type { FieldDefinition } from '@/lib/crm/shared/crm';
import { cut } from '@/lib/problem/phrases';
import { demandedText, demandedValue } from '@/lib/qualification';
import { demandedGap } from '../store/blocking';
import { refusedOf } from '../store/refusal';
import type { Sheet } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import { FieldInput } from './FieldInput';
import section from './Review.module.css';

/** Characters of a held value that are shown. */
const HELD_MOST = 200;

export function Demanded({ sheet }: { sheet: Sheet }) {
  const { decisions } = useSidebar();
  const crmName = sheet.snapshot?.crmName ?? 'The CRM';
  const refused = refusedOf(sheet);
  /** What will be overwritten is seen first: all that the control doesn't show itself. */
  const helpOf = (field: FieldDefinition, value: string) => {
    const { value: held = '', kind, options } = field;
    const shown =
      value === demandedValue(field, {}) &&
      (kind !== 'choice' || options.some((option) => option.value === value));
    return held === '' || shown ? '' : `${crmName} says: ${cut(demandedText(field, held), HELD_MOST)}`;
  };
  const title =
    sheet.refused?.kind === 'invalid' ? `${crmName} did not accept this` : `${crmName} demands this too`;
  return (
    <section className={section.section}>
      <Notice tone="care" title={title}>
        {sheet.demanded.map((field) => {
          const value = demandedValue(field, sheet.draft?.extra ?? {});
          const gap = demandedGap(field, value);
          const wrong = value.trim() !== '' || sheet.tried ? gap : null;
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
      </Notice>
    </section>
  );
}
