// The one button. It is never disabled without saying why: give `why` and it stays reachable and tells.
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useId } from 'react';
import styles from './Button.module.css';
import { classes } from './classes';
import { KeyCap } from './KeyCap';
import { VisuallyHidden } from './VisuallyHidden';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> & {
  children?: ReactNode;
  /** primary: one per view. plain: the usual. quiet: text only, until pointed at. */
  look?: 'primary' | 'plain' | 'quiet';
  /** A key cap shown after the words, and the same for screen readers in aria-keyshortcuts' spelling. */
  cap?: string;
  keys?: string;
  wide?: boolean;
  /** Why it can't be used now, in words; absent when it can. */
  why?: string | null;
  /** It will be usable in a moment, by itself: it looks it. */
  soon?: boolean;
  /** Its press writes, or can't be taken back: a click or a key that comes there by chance is not to count. */
  final?: boolean;
  type?: 'button' | 'submit';
  ref?: Ref<HTMLButtonElement>;
};

export function Button(props: Props) {
  const {
    children,
    look = 'plain',
    cap,
    keys,
    wide,
    why,
    soon,
    final,
    type = 'button',
    className,
    onClick,
    ...rest
  } = props;
  const whyId = useId();
  return (
    <button
      {...rest}
      type={type}
      className={classes(
        styles.button,
        styles[look],
        wide && styles.wide,
        why && soon && styles.soon,
        className,
      )}
      data-final={final || undefined}
      aria-keyshortcuts={keys}
      aria-disabled={why ? true : undefined}
      aria-describedby={why ? whyId : rest['aria-describedby']}
      title={why ?? rest.title}
      onClick={(event) => (why ? event.preventDefault() : onClick?.(event))}
    >
      {children && <span className={styles.words}>{children}</span>}
      {cap && <KeyCap tone={look === 'primary' ? 'onAccent' : 'plain'}>{cap}</KeyCap>}
      {why && <VisuallyHidden id={whyId}>{why}</VisuallyHidden>}
    </button>
  );
}
