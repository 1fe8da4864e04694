// The properties that the CRM demanded before it would take the change.
import { Notice } from '@/components/ui/Notice';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { spot } from '../keys/focus';
import type { Sheet } from '../store/state';
import { useSidebar } from '../store/useSidebar';
import section from './Review.module.css';

const types = { text: 'text', number: 'number', date: 'date' } as const;

export function Demanded({ sheet }: { sheet: Sheet }) {
  const { decisions } = useSidebar();
  const crmName = sheet.snapshot?.crmName ?? 'The CRM';
  return (
    <section className={section.section}>
      <Notice tone="care" title={`${crmName} demands this too`}>
        {sheet.demanded.map((field) => {
          const value = sheet.draft?.extra[field.field] ?? '';
          const change = (typed: string) => decisions.editExtra(field.field, typed);
          return (
            <div key={field.field} data-keys={value.trim() ? undefined : spot.obstacle}>
              {field.kind === 'choice' ? (
                <Select
                  label={field.label}
                  value={value}
                  empty="Choose"
                  options={field.options}
                  onChange={change}
                />
              ) : (
                <TextField label={field.label} type={types[field.kind]} value={value} onChange={change} />
              )}
            </div>
          );
        })}
      </Notice>
    </section>
  );
}
