// The strip of stages on top of a record: the present one stands out, a click on another one sets it.
import { el } from '../../../hubspot/pages/client/el';
import type { RecordPage } from '../view';

export function stageStrip(
  stages: RecordPage['stages'],
  save: (name: string, value: string) => void,
): HTMLElement | null {
  if (!stages) return null;
  return el(
    'ol',
    { class: 'stages', 'aria-label': 'Stage', 'data-stage': stages.value },
    ...stages.options.map((option) =>
      el(
        'li',
        { class: option === stages.value ? 'current' : '' },
        el(
          'button',
          {
            type: 'button',
            disabled: stages.fixed || option === stages.value,
            click: () => save(stages.name, option),
            ...(option === stages.value && { 'aria-current': 'step' }),
          },
          option,
        ),
      ),
    ),
  );
}
