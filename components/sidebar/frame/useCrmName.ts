// What the CRM of this tab is called.
import { useSidebarState } from '../store/useSidebar';

export function useCrmName(): string {
  return useSidebarState((state) => {
    const sheet = state.open === null ? undefined : state.sheets[state.open];
    return sheet?.snapshot?.crmName ?? state.connection?.crmName ?? state.accounts[0]?.crmName ?? 'the CRM';
  });
}
