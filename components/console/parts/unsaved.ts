// Asks before the page is left while choices are not saved.
import { useEffect } from 'react';
import { type ConsoleStore, hasUnsaved } from './console-store';

export function useUnsavedGuard(store: ConsoleStore): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (hasUnsaved(store.getState().mappings)) event.preventDefault();
    };
    addEventListener('beforeunload', onLeave);
    return () => removeEventListener('beforeunload', onLeave);
  }, [store]);
}
