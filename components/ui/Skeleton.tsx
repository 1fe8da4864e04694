// Stands where text will come, in the same place and height, so that nothing jumps.
import { classes } from './classes';
import styles from './Skeleton.module.css';

type Props = { width?: 'short' | 'middle' | 'long'; height?: 'text' | 'question' | 'control' };

export function Skeleton({ width = 'middle', height = 'text' }: Props) {
  return <span className={classes(styles.skeleton, styles[width], styles[height])} aria-hidden="true" />;
}
