// Going back a lifecycle stage: nobody agrees what HubSpot does, so the sandbox can do each of it.
import type { PropertyDefinition } from '../model';
import type { Detail } from '../problem';
import type { Settings } from '../settings';

/** 'set': the value is taken. 'ignore': 200, unchanged. A detail: 400 with it. */
export function decideLifecycle(
  settings: Settings,
  property: PropertyDefinition,
  from: string,
  to: string,
): 'set' | 'ignore' | Detail {
  if (from === to || from === '') return 'set';
  const clearing = to === '';
  const order = (value: string) =>
    property.options.find((option) => option.value === value)?.displayOrder ?? -1;
  if (!clearing && order(to) > order(from)) return 'set';
  const way = clearing ? settings.lifecycleClear : settings.lifecycleBackward;
  if (way === 'allowed') return 'set';
  if (way === 'ignored') return 'ignore';
  return {
    message: clearing
      ? `Lifecycle stage ${from} cannot be cleared.`
      : `Lifecycle stage cannot be moved back from ${from} to ${to}.`,
    code: 'INVALID_LIFECYCLE_STAGE',
    context: { propertyName: ['lifecyclestage'], propertyValue: [to] },
  };
}
