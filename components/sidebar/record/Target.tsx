// One answer to press: a key cap, a word, and whether it is the answer now.
import type { ReactNode } from 'react';
import { classes } from '@/components/ui/classes';
import { KeyCap } from '@/components/ui/KeyCap';
import styles from './Target.module.css';

type Props = {
  cap: string;
  chosen: boolean;
  small?: boolean;
  title?: string | undefined;
  onPress: () => void;
  children: ReactNode;
};

export function Target({ cap, chosen, small, title, onPress, children }: Props) {
  return (
    <button
      type="button"
      className={classes(styles.target, small && styles.small, chosen && styles.chosen)}
      aria-pressed={chosen}
      aria-keyshortcuts={cap}
      title={title}
      onClick={onPress}
    >
      <KeyCap tone={chosen ? 'onAccent' : 'plain'}>{cap}</KeyCap>
      <span className={styles.words}>{children}</span>
    </button>
  );
}
