// The properties that the CRM demanded before it would take the change.
import { Notice } from '@/components/ui/Notice';
import { refusedOf } from '../store/refusal';
import type { Sheet } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import { FieldInput } from './FieldInput';
import section from './Review.module.css';

export function Demanded({ sheet }: { sheet: Sheet }) {
  const { decisions } = useSidebar();
  const crmName = sheet.snapshot?.crmName ?? 'The CRM';
  const refused = refusedOf(sheet);
  const title =
    sheet.refused?.kind === 'invalid' ? `${crmName} did not accept this` : `${crmName} demands this too`;
  return (
    <section className={section.section}>
      <Notice tone="care" title={title}>
        {sheet.demanded.map((field) => {
          const value = sheet.draft?.extra[field.field] ?? '';
          return (
            <FieldInput
              key={field.field}
              field={{ ...field, required: true }}
              value={value}
              error={refused[field.field]}
              inTheWay={value.trim() === ''}
              onChange={(typed) => decisions.editExtra(field.field, typed)}
            />
          );
        })}
      </Notice>
    </section>
  );
}
