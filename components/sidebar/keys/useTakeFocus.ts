// When the keyboard comes to the sidebar and is nowhere in it, it goes to the question.
import { useEffect } from 'react';
import { useSidebarState } from '../store/useSidebar';
import { focusQuestion } from './focus';

/** Never takes the keyboard from the CRM page: it acts only while the sidebar's own document has it. */
export function useTakeFocus(): void {
  const view = useSidebarState((state) => {
    const sheet = state.open === null ? undefined : state.sheets[state.open];
    return `${state.open} ${sheet?.view.name} ${sheet?.snapshot === null} ${state.keysShown} ${state.menuShown} ${state.layout.compact}`;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is the reason to look again
  useEffect(() => {
    const take = () => {
      const nowhere = document.activeElement === null || document.activeElement === document.body;
      if (document.hasFocus() && nowhere) focusQuestion();
    };
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, [view]);
}
