// Pure: the stage whose guidance holds for the open record: the one that the answers support, else the lowest.
import type { Stage } from '@/lib/playbook/schema';
import type { OpenRecord } from '../store/useSidebar';

export function guidedStage({ playbook, derived }: OpenRecord): Stage | undefined {
  const { stages } = playbook.playbook;
  return stages.find((one) => one.id === derived.verdict.stage) ?? stages[0];
}
