// One step of an ordered list: open with its content, done with a one-line summary, or still to come.
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { classes } from '@/components/ui/classes';
import { Mark } from '@/components/ui/Mark';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import styles from './Step.module.css';

type Props = {
  number: number;
  title: string;
  state: 'open' | 'done' | 'later';
  /** Shown in one line once it is done. */
  summary?: string | undefined;
  onChange: () => void;
  changeWords?: string;
  children: ReactNode;
};

/** Takes the keyboard to its heading when it opens, except on the page's first paint. */
export function Step({ number, title, state, summary, onChange, changeWords = 'Change', children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (state === 'open' && before.current !== 'open') heading.current?.focus();
    before.current = state;
  }, [state]);

  return (
    <li className={classes(styles.step, styles[state])} aria-current={state === 'open' ? 'step' : undefined}>
      <span className={styles.number} aria-hidden="true">
        {state === 'done' ? <Mark value="yes" word="" /> : number}
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
            {state === 'done' && <VisuallyHidden> (done)</VisuallyHidden>}
          </h2>
          {state === 'done' && summary && (
            <p className={styles.summary} dir="auto">
              {summary}
            </p>
          )}
          {state === 'done' && (
            <Button look="quiet" onClick={onChange} className={styles.change}>
              {changeWords}
              <VisuallyHidden>: {title}</VisuallyHidden>
            </Button>
          )}
        </div>
        {state === 'open' && <div className={styles.content}>{children}</div>}
      </div>
    </li>
  );
}
