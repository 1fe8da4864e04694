// One property of a record: a choice, a text to change, or what the CRM itself keeps.
import type { FieldView } from '../view';
import { el } from './el';
import { when } from './when';

export function fieldRow(
  field: FieldView,
  changed: boolean,
  save: (name: string, value: string) => void,
): HTMLElement {
  const id = `field-${field.name}`;
  return el(
    'div',
    { class: changed ? 'field fresh' : 'field', 'data-field': field.name, 'data-value': field.value },
    el('label', { for: id }, field.label),
    control(field, id, save),
  );
}

function control(field: FieldView, id: string, save: (name: string, value: string) => void): HTMLElement {
  if (field.kind === 'choice') {
    const known = field.options.some((option) => option.value === field.value);
    const select = el('select', { id, change: () => save(field.name, select.value) });
    const options = known
      ? [{ value: '', label: '–' }, ...field.options]
      : [{ value: field.value, label: field.text || '–' }, ...field.options];
    for (const option of options) {
      select.append(
        el('option', { value: option.value, selected: option.value === field.value }, option.label),
      );
    }
    return select;
  }
  if (field.kind === 'text') {
    const input = el('input', { id, type: 'text', value: field.value, dir: 'auto' });
    input.addEventListener('change', () => save(field.name, input.value));
    return input;
  }
  const text = field.kind === 'moment' && field.value ? when(field.value) : field.text;
  return el('output', { id, dir: 'auto' }, text || '–');
}
