// Something to know before going on: what happened, what was kept, what to do.
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Notice.module.css';

type Props = {
  /** info: good to know. care: look before you go on. problem: something went wrong. done: it worked. */
  tone?: 'info' | 'care' | 'problem' | 'done';
  title: ReactNode;
  children?: ReactNode;
  /** Buttons that act on it. */
  actions?: ReactNode;
  /** Read out at once when it appears. */
  urgent?: boolean;
  /** The buttons stand at the side, so that it takes two lines. */
  brief?: boolean;
};

export function Notice({ tone = 'info', title, children, actions, urgent, brief }: Props) {
  return (
    <div
      className={classes(styles.notice, styles[tone], brief && styles.brief)}
      role={urgent ? 'alert' : undefined}
    >
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
