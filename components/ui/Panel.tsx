// A view that takes the page's place, with a way back: never a pop-up over the work.
import type { KeyboardEvent, ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { Button } from './Button';
import styles from './Panel.module.css';

type Props = {
  title: string;
  /** One line under the title. */
  lead?: ReactNode;
  onBack?: () => void;
  backWords?: string;
  /** Stays at the foot while the rest scrolls. */
  foot?: ReactNode;
  /** What it shows is being read anew, and may change. */
  busy?: boolean;
  children: ReactNode;
};

/**
 * Takes the keyboard to its title when it opens, so that screen readers start there; never from another document: in a
 * frame it may be a page that brings it up, by its address.
 */
export function Panel({ title, lead, onBack, backWords = 'Back', foot, busy, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // With what is shown, not after it: a rep who has gone into a field by then would be taken out of it while they type.
  useLayoutEffect(() => {
    const inside = panel.current?.contains(document.activeElement) === true;
    if (document.hasFocus() && !inside) heading.current?.focus();
  }, []);
  return (
    <div className={styles.panel} ref={panel}>
      <header className={styles.head}>
        <h2
          className={styles.title}
          ref={heading}
          tabIndex={-1}
          onKeyDown={(event) => scrollBody(event, body.current)}
        >
          {title}
        </h2>
        {onBack && (
          <Button look="quiet" cap="Esc" keys="Escape" onClick={onBack}>
            {backWords}
          </Button>
        )}
        {lead && <div className={styles.lead}>{lead}</div>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section className={styles.body} ref={body} tabIndex={0} aria-label={title} aria-busy={busy}>
        {children}
      </section>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </div>
  );
}

/** The keys that scroll do so from the title as well, which stands outside of what scrolls; where that is the page, it does. */
function scrollBody(event: KeyboardEvent, body: HTMLElement | null): void {
  const page = (body?.clientHeight ?? 0) * 0.875;
  const by = new Map([
    ['ArrowDown', 40],
    ['ArrowUp', -40],
    ['PageDown', page],
    ['PageUp', -page],
    [' ', page],
  ]).get(event.key);
  if (!body || by === undefined || body.scrollHeight <= body.clientHeight) return;
  event.preventDefault();
  body.scrollBy({ top: by });
}
