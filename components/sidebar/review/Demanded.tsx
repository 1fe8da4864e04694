// The properties that the CRM demanded before it would take the change.
import { Notice } from '@/components/ui/Notice';
import { demandedGap } from '../store/blocking';
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
          const gap = demandedGap(field, value);
          const wrong = value.trim() !== '' || sheet.tried ? gap : null;
          return (
            <FieldInput
              key={field.field}
              field={{ ...field, required: true }}
              value={value}
              error={wrong ?? refused[field.field]}
              inTheWay={gap !== null}
              onChange={(typed) => decisions.editExtra(field.field, typed)}
            />
          );
        })}
      </Notice>
    </section>
  );
}
