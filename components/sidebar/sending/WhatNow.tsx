// What the rep can do about a submission that stopped or waits: the way on that helps comes first, each with its key.
import { Button } from '@/components/ui/Button';
import type { Problem } from '@/lib/problem/problem';
import { problemWords } from '@/lib/problem/text';
import { useCrmName } from '../frame/useCrmName';
import { useSidebar } from '../store/useSidebar';

/** `final`: it writes, or takes back what was to be written. */
type Way = { words: string; cap?: string; final?: boolean; press: () => unknown };

/** `onTakeBack`: asks first, where that is needed. */
export function WhatNow({ stopped, onTakeBack }: { stopped: Problem; onTakeBack: () => void }) {
  const { sending } = useSidebar();
  const { action } = problemWords(stopped, useCrmName());
  const retry = { words: 'Try again', cap: 'T', final: true, press: () => sending.retry() };
  const change = { words: 'Back to the review', cap: 'C', press: () => sending.reviewAgain() };
  const reload = { words: 'Read the record again', cap: 'R', press: sending.readAgain };
  const startOver = {
    words: 'Take it back and read the record again',
    cap: 'R',
    final: true,
    press: sending.startOver,
  };
  const anyway = { words: 'Save anyway', final: true, press: sending.saveAnyway };
  const back = { words: 'Take it back', cap: 'B', final: true, press: onTakeBack };
  const first =
    stopped.duplicates?.mayAllow === true
      ? [anyway, change]
      : stopped.kind === 'converted' || stopped.kind === 'merged'
        ? // Sent again it would be refused again: the record is another one now.
          [startOver]
        : action === 'reload'
          ? [reload, retry]
          : action === 'review'
            ? [change, retry]
            : [retry, change];
  return <Ways ways={first.includes(startOver) ? first : [...first, back]} />;
}

/** `plain`: none of them is the way on, which stands above. */
export function Ways({ ways, plain = false }: { ways: Way[]; plain?: boolean }) {
  return ways.map(({ words, cap, final, press }, index) => (
    <Button
      key={words}
      wide
      {...(final ? { final } : {})}
      {...(index === 0 && !plain ? { look: 'primary' } : {})}
      {...(cap === undefined ? {} : { cap, keys: cap })}
      onClick={() => void press()}
    >
      {words}
    </Button>
  ));
}
