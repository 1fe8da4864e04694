// Says that the answers so far were given about someone else, and lets the rep keep them or begin anew.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { aboutAnother } from '@/lib/qualification';
import { useSidebar } from '../store/useSidebar';

type Another = NonNullable<ReturnType<typeof aboutAnother>>;

export function OtherPerson({ before, after }: Another) {
  const { answers } = useSidebar();
  return (
    <Notice
      tone="care"
      title="Your answers are about someone else"
      actions={
        <>
          <Button onClick={answers.keepFor}>Keep them</Button>
          <Button onClick={answers.anew}>Begin anew</Button>
        </>
      }
    >
      <p>
        You gave them about <bdi>{before.name || 'the contact before'}</bdi>; this is now about{' '}
        <bdi>{after.name || 'another contact'}</bdi>.
      </p>
    </Notice>
  );
}
