// A problem in words, with the one button that helps.
import { Button } from '@/components/ui/Button';
import { Link } from '@/components/ui/Link';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
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
  const again = useSignedOut(problem);
  const { title, kept, todo, action } = problemWords({ ...problem, way: problem.way ?? way }, useCrmName());
  const buttons = {
    retry: { words: 'Try again', press: onRetry ?? page.reload },
    reload: { words: 'Read it again', press: onRetry ?? page.reload },
    reconnect:
      again === null
        ? { words: 'Connect', press: () => page.open({ page: 'welcome' }) }
        : {
            words: problem.kind === 'key-refused' ? 'Sign in again' : 'Open the connections',
            press: () => page.open({ page: 'console', section: 'connections', account: again }),
          },
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
      {problem.became && (
        <p>
          <Link href={problem.became.url}>
            Open <bdi>{problem.became.name}</bdi>
          </Link>
        </p>
      )}
    </Notice>
  );
}

/** The account that is connected, and is put right in the connections: who is signed in, or chosen. null: it is to be connected. */
function useSignedOut({ kind, barred }: Problem) {
  const connection = useSidebarState((state) => state.connection);
  const signedOut = kind === 'key-refused' && connection?.way === 'oauth';
  if (!connection || !(signedOut || kind === 'other-user' || barred !== undefined)) return null;
  return { crm: connection.crm, account: connection.account };
}

/** How this tab's account was signed in to, which the words of a refused sign-in depend on. */
function useWay() {
  return useSidebarState((state) => (state.connection ?? state.accounts[0])?.way);
}
