// A problem in words, with the one button that helps.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem';
import { problemWords } from '@/lib/problem-words';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { useCrmName } from './useCrmName';

type Props = {
  problem: Problem;
  onRetry?: (() => void) | undefined;
  onReview?: (() => void) | undefined;
  /** Something to say beside the problem's own words: how old what is shown is. */
  also?: string | undefined;
  /** Without its button: the view has it at its foot. */
  bare?: boolean;
  /** Two lines, where something can still be worked with: the whole is in the title. */
  brief?: boolean;
};

export function ProblemNotice({ problem, onRetry, onReview, also, bare, brief }: Props) {
  const { page } = useSidebar();
  const way = useWay();
  const { title, kept, todo, action } = problemWords({ ...problem, way: problem.way ?? way }, useCrmName());
  const buttons = {
    retry: { words: 'Try again', press: onRetry ?? page.reload },
    reload: { words: 'Read it again', press: onRetry ?? page.reload },
    reconnect: { words: 'Connect', press: () => page.open({ page: 'welcome' }) },
    review: onReview ? { words: 'Back to the review', press: onReview } : null,
    none: null,
  } as const;
  const found = buttons[action];
  const button = bare && action !== 'reconnect' ? null : found;
  const press = button && <Button onClick={button.press}>{button.words}</Button>;
  if (brief) {
    return (
      <Notice tone="problem" urgent brief title={title} actions={press}>
        <p title={`${kept} ${todo}`}>{also ?? kept}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="problem" urgent title={title} actions={press}>
      {also && <p>{also}</p>}
      <p>{kept}</p>
      <p>{todo}</p>
    </Notice>
  );
}

/** How this tab's account was signed in to, which the words of a refused sign-in depend on. */
function useWay() {
  return useSidebarState((state) => (state.connection ?? state.accounts[0])?.way);
}
