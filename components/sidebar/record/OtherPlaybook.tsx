// Says that the playbook became another one, or another version, and what that means for the answers given so far.
import { Notice } from '@/components/ui/Notice';
import type { CarriedOver } from '@/lib/qualification';
import { useSidebarState } from '../store/useSidebar';

export function OtherPlaybook({ carried: { draft, from, gone, decisionGone } }: { carried: CarriedOver }) {
  const name = useSidebarState(({ playbook }) =>
    playbook.state === 'ready' ? playbook.value.playbook.name : draft.playbook.id,
  );
  const another = from.id !== draft.playbook.id;
  const title = another
    ? `The playbook is now “${name}”`
    : `The playbook is now version ${draft.playbook.version}`;
  const undecided = decisionGone && <p>What you had decided is not in it: decide again.</p>;
  if (Object.keys(draft.answers).length === 0 && gone.length === 0)
    return (
      <Notice tone={decisionGone ? 'care' : 'info'} brief title={title}>
        {undecided}
      </Notice>
    );
  const aside = another
    ? `Your answers were carried over. ${gone.length} that it does not ask for ${gone.length === 1 ? 'is' : 'are'} kept aside.`
    : `Your answers were carried over, except ${gone.length} that it no longer asks for.`;
  return (
    <Notice tone={decisionGone ? 'care' : 'info'} brief title={title}>
      <p>{gone.length === 0 ? 'Your answers were carried over.' : aside}</p>
      {undecided}
    </Notice>
  );
}
