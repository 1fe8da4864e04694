// A word or two in a small frame: a label beside the stage, a source, a state.
import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { classes } from './classes';

type Props = { children: ReactNode; tone?: 'plain' | 'accent' | 'yes' | 'no' | 'care'; title?: string };

export function Badge({ children, tone = 'plain', title }: Props) {
  return (
    <span className={classes(styles.badge, styles[tone])} title={title}>
      {children}
    </span>
  );
}
