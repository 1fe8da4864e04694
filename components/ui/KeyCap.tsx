// A key of the keyboard, shown where it acts. Screen readers get the key from aria-keyshortcuts instead.
import styles from './KeyCap.module.css';

type Props = { children: string; tone?: 'plain' | 'onAccent' };

export function KeyCap({ children, tone = 'plain' }: Props) {
  return (
    <span className={tone === 'plain' ? styles.cap : styles.onAccent} aria-hidden="true">
      {children}
    </span>
  );
}
